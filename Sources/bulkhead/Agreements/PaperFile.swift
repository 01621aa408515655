import Glibc

/// An agreement's file, opened once: what is hashed is what is read.
struct PaperFile: ~Copyable {
    /// The largest file that is taken: agreements, even scanned, are far smaller.
    static let limit = 64 << 20

    let name: String
    let descriptor: Int32
    let bytes: [UInt8]

    /// Opens and reads `name`.
    ///
    /// - Throws: ``Failure`` where it is absent, no regular file, or too large.
    init(_ name: String) throws(Failure) {
        self.name = name
        let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw Failure(errno == ENOENT ? .notFound : .usage, "\(name): \(Self.problem()).")
        }
        do {
            bytes = try Self.contents(of: descriptor, name)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    private static func contents(of descriptor: Int32, _ name: String) throws(Failure) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.usage, "\(name) is not a file that can be read as a whole.")
        }
        guard status.st_size <= limit else {
            throw Failure(
                .usage,
                "\(name) is larger than \(limit >> 20) MiB, which no agreement is: split it or export its text."
            )
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw Failure(.usage, "\(name): \(problem()).")
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else {
                throw Failure(.usage, "\(name) grew past \(limit >> 20) MiB while it was read.")
            }
        }
    }

    private static func problem() -> String { String(cString: strerror(errno)) }
}
