import Glibc

@testable import Ledger

/// A folder for one test, gone when the test is.
final class TemporaryHome {
    let path: String

    init() {
        var template = Array("/tmp/bulkhead-ledger-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
    }

    /// A copy of another home, with what is in its folders.
    init(copying other: TemporaryHome) {
        var template = Array("/tmp/bulkhead-ledger-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
        copy(other, "")
    }

    private func copy(_ other: TemporaryHome, _ folder: String) {
        for name in Home.names(in: other.path + folder).map({ folder + "/" + $0 }) {
            if other.isFolder(name) {
                mkdir(path + name, 0o700)
                copy(other, name)
            } else {
                write(name, other.bytes(name))
            }
        }
    }

    private func isFolder(_ name: String) -> Bool {
        var status = stat()
        return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    deinit {
        var names: [String] = [path]
        var found: [String] = []
        while let name = names.popLast() {
            found.append(name)
            guard let folder = opendir(name) else { continue }
            while let entry = readdir(folder) {
                let child = withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard child != ".", child != ".." else { continue }
                if entry.pointee.d_type == UInt8(DT_DIR) {
                    names.append(name + "/" + child)
                } else {
                    unlink(name + "/" + child)
                }
            }
            closedir(folder)
        }
        for name in found.reversed() { rmdir(name) }
    }

    /// The bytes of a file in the home.
    func bytes(_ name: String) -> [UInt8] { Self.contents(of: path + "/" + name) }

    static func contents(of path: String) -> [UInt8] {
        // A file in place of a folder is no part of a path: `..` behind it is taken out by hand.
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        let descriptor = open("/" + parts.joined(separator: "/"), O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
            bytes += buffer[..<count]
        }
        return bytes
    }

    func write(_ name: String, _ bytes: [UInt8]) {
        let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    func mode(_ name: String) -> mode_t {
        var status = stat()
        lstat(path + "/" + name, &status)
        return status.st_mode & 0o777
    }
}
