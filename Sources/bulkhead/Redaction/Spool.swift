import Glibc

/// Redacted text that waits until all of it is known to be fit to leave: in memory while it is short, else in a file
/// of the user's own that has no name.
final class Spool {
    private static let longest = 1 << 20
    /// Where text waits that belongs to no ledger.
    static var temporary: String { environment("TMPDIR") ?? "/tmp" }

    private let folder: String
    private var held: [UInt8] = []
    private var file: Int32 = -1

    init(folder: String) { self.folder = folder }

    deinit { if file >= 0 { close(file) } }

    /// Takes the next piece.
    func add(_ bytes: [UInt8]) throws(Failure) {
        held.append(contentsOf: bytes)
        if held.count > Spool.longest { try moveToFile() }
    }

    /// Hands over everything, in order.
    func release(to take: ([UInt8]) -> Void) throws(Failure) {
        if file >= 0 {
            guard lseek(file, 0, SEEK_SET) == 0 else { throw failure() }
            var chunk = [UInt8](repeating: 0, count: 1 << 18)
            while true {
                let count = Glibc.read(file, &chunk, chunk.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw failure() }
                if count == 0 { break }
                take(Array(chunk[..<count]))
            }
        }
        take(held)
    }

    private func moveToFile() throws(Failure) {
        if file < 0 {
            var template = Array("\(folder)/spool.XXXXXX".utf8CString)
            file = mkstemp(&template)
            guard file >= 0 else { throw failure() }
            _ = fcntl(file, F_SETFD, FD_CLOEXEC)
            unlink(template)
        }
        var offset = 0
        while offset < held.count {
            let count = held[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            offset += count
        }
        held.removeAll(keepingCapacity: true)
    }

    private func failure() -> Failure {
        Failure(.refused, "The redacted text can't wait in \(folder) for its end: \(problem(errno)).")
    }
}
