import Glibc

/// Makes a folder and those above it, each 0700 where it is new.
func makeFolder(_ path: String) throws(Failure) {
    var built = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
        built += "/" + part
        guard mkdir(built, 0o700) != 0, errno != EEXIST else { continue }
        throw Failure(.refused, "\(built) cannot be made: \(problem(errno)).")
    }
}

/// Writes a file of the user's own, 0600, so that it is there whole or not at all.
func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let temporary = path + ".new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(.refused, "\(path) cannot be written: \(problem(errno)).") }
    var offset = 0
    var failed: Int32 = 0
    while offset < bytes.count, failed == 0 {
        let count = bytes.withUnsafeBytes { buffer in
            Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        }
        if count >= 0 { offset += count } else if errno != EINTR { failed = errno }
    }
    if failed == 0, fsync(descriptor) != 0 { failed = errno }
    close(descriptor)
    if failed == 0, rename(temporary, path) != 0 { failed = errno }
    guard failed == 0 else {
        unlink(temporary)
        throw Failure(.refused, "\(path) cannot be written: \(problem(failed)); it is as it was.")
    }
    // The new file is on the disk once its folder is.
    let parent = path.lastIndex(of: "/").map { path[...$0] } ?? "./"
    let folder = open(String(parent), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    guard folder >= 0, fsync(folder) == 0 else {
        throw Failure(.refused, "\(path) was written, but may not outlast a crash: \(problem(errno)).")
    }
}
