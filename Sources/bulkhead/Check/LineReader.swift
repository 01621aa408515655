import Glibc

/// Reads a file or standard input line by line as it comes in, and holds no more of it than a line and a chunk.
struct LineReader {
    /// Bytes of a line; of a longer one only that it was there is told.
    private static let longest = 1 << 20
    /// What is wrong with a line that is too long.
    static let tooLong = "the line is longer than \(longest >> 20) MiB"

    private let file: String
    private let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    /// What was read and not handed out yet.
    private var held: [UInt8] = []
    /// Whether `held` is the rest of a line that is too long.
    private var isSkipping = false
    private var hasEnded = false
    private var hasBegun = false

    /// - Parameter file: `-` for standard input.
    /// - Throws: ``Failure`` where it cannot be opened.
    init(_ file: String) throws(Failure) {
        self.file = file
        descriptor = file == "-" ? 0 : open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw Failure(errno == ENOENT ? .notFound : .usage, "\(file): \(problem(errno)).")
        }
    }

    /// Waits for more, and hands out every line that is there as a whole, without its end.
    ///
    /// - Parameter body: takes a line; nil stands for one that is too long.
    /// - Returns: whether there may be more.
    /// - Throws: ``Failure`` where the file cannot be read.
    mutating func read(_ body: (UnsafeBufferPointer<UInt8>?) -> Void) throws(Failure) -> Bool {
        guard !hasEnded else { return false }
        try fill()
        var start = 0
        held.withUnsafeBufferPointer { bytes in
            while let line = LineReader.line(of: bytes, from: start, isLast: hasEnded) {
                body(isSkipping || line.count > LineReader.longest ? nil : line)
                isSkipping = false
                start += line.count + 1
            }
        }
        held.removeFirst(min(start, held.count))
        if held.count > LineReader.longest {
            isSkipping = true
            // One byte stands for the line.
            held.removeLast(held.count - 1)
        }
        return true
    }

    /// Reads a chunk, or notes the end.
    private mutating func fill() throws(Failure) {
        var count = -1
        repeat {
            count = Glibc.read(descriptor, &chunk, chunk.count)
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw Failure(.usage, "\(file): \(problem(errno)).") }
        // A file may begin with a byte order mark.
        let mark = !hasBegun && chunk[..<count].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        hasBegun = true
        held.append(contentsOf: chunk[mark..<count])
        hasEnded = count == 0
    }

    /// The line that begins at `start`; nil where there is none, or its end is not there yet.
    private static func line(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
    ) -> UnsafeBufferPointer<UInt8>? {
        guard start < bytes.count, let first = bytes.baseAddress?.advanced(by: start) else { return nil }
        let rest = UnsafeBufferPointer(start: first, count: bytes.count - start)
        guard let end = memchr(first, 0x0A, rest.count) else { return isLast ? rest : nil }
        return UnsafeBufferPointer(rebasing: rest[..<UnsafeRawPointer(first).distance(to: end)])
    }
}
