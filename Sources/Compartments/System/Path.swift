import Glibc

/// Questions about paths of this machine.
package enum Path {
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What a symbolic link points at; nil where the path is none.
    package static func linkDestination(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { bytes -> Int in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
            return readlink(path, start, bytes.count)
        }
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }

    /// The path with every link followed; nil where nothing is there.
    package static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether `path` is `folder` or lies beneath it; both absolute, without links.
    package static func lies(_ path: String, within folder: String) -> Bool {
        folder == "/" || path == folder || path.hasPrefix(folder + "/")
    }

    /// Whether `path` or a folder above it is the very folder `folder`, by whatever name: a folder can be mounted at
    /// several places.
    package static func isReached(_ path: String, through folder: String) -> Bool {
        guard let wanted = identity(folder) else { return false }
        var place = path
        while true {
            if let found = identity(place), found == wanted { return true }
            guard let slash = place.lastIndex(of: "/"), slash != place.startIndex else { return false }
            place = String(place[..<slash])
        }
    }

    /// The device and the number of a file; nil where there is none.
    private static func identity(_ path: String) -> [UInt]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : nil
    }

    /// The path with a leading `~` replaced.
    package static func expanded(_ path: String, home: String) -> String {
        if path == "~" { return home }
        return path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    /// The path without empty, `.` and `..` components; links are not followed.
    package static func normalized(_ path: String) -> String {
        var parts: [String] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The program that a shell would start under this name.
    package static func program(_ name: String, in search: String? = Environment.value("PATH")) -> String? {
        if name.contains("/") { return access(name, X_OK) == 0 && !isFolder(name) ? name : nil }
        for folder in (search ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
            let path = folder + "/" + name
            if folder.hasPrefix("/"), access(String(path), X_OK) == 0, !isFolder(String(path)) {
                return String(path)
            }
        }
        return nil
    }

    /// The names in a folder, without `.` and `..`; nil where it cannot be read.
    package static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder that only this user may enter, and those above it; an existing one is checked.
    package static func makePrivateFolder(_ path: String) throws(Refusal) {
        var status = stat()
        if lstat(path, &status) != 0 {
            let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
            if !parent.isEmpty, !exists(parent) { try makePrivateFolder(parent) }
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
                throw Refusal(.folder, "cannot make the folder \(path): \(Failure.text(errno))")
            }
            guard lstat(path, &status) == 0 else {
                throw Refusal(.folder, "cannot read the folder \(path): \(Failure.text(errno))")
            }
        }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
            throw Refusal(.folder, "\(path) is not a folder of your own; move it away and try again")
        }
        if status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 {
            throw Refusal(.folder, "others may enter \(path); run: chmod 700 \(path)")
        }
    }
}
