import Documents
import Glibc

/// Reads a whole file, or standard input where the name is `-`.
///
/// A pipe is read to its end, as a shell hands one over in place of a file.
///
/// - Throws: ``Failure`` where it cannot be read, is neither file nor pipe, or is larger than a document may be.
func read(_ file: String) throws(Failure) -> [UInt8] {
    let name = file == "-" ? "Standard input" : file
    let descriptor = file == "-" ? 0 : open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else {
        throw Failure(errno == ENOENT ? .notFound : .usage, "\(name): \(problem(errno)).")
    }
    defer { if descriptor != 0 { close(descriptor) } }
    var status = stat()
    if file != "-", fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
        guard status.st_mode & S_IFMT == S_IFIFO, fcntl(descriptor, F_SETFL, 0) == 0 else {
            throw Failure(.usage, "\(file) is not a file that can be read as a whole.")
        }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(1 << 16, Int(status.st_size) + 1))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = Glibc.read(descriptor, &chunk, chunk.count)
        if count < 0 {
            if errno == EINTR { continue }
            throw Failure(.usage, "\(name): \(problem(errno)).")
        }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
        guard bytes.count <= DocumentLimits.size else {
            throw Failure(.usage, "\(name) is larger than \(DocumentLimits.size >> 20) MiB: split it.")
        }
    }
}

/// What the system says of an error number.
func problem(_ number: Int32) -> String { String(cString: strerror(number)) }
