import CSpawn
import Glibc

extension Compartment {
    /// Deletes the session homes of a client, browser profiles among them; links are removed and not followed.
    ///
    /// - Returns: the number of files and folders that are gone.
    /// - Throws: where one cannot be deleted; what was deleted before stays so.
    @discardableResult
    package static func remove(root: String, client: String) throws(Refusal) -> Int {
        guard Path.isFolder(root) else { return 0 }
        let lock = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard lock >= 0, cspawn_lock_exclusive(lock, 1) == 1 else {
            throw Refusal(.folder, "cannot lock \(root): \(Failure.text(errno))")
        }
        defer { close(lock) }
        var count = 0
        for name in folders(of: client, in: root) { try remove(root + "/" + name, &count) }
        return count
    }

    /// How many session homes of a client there are.
    package static func count(root: String, client: String) -> Int {
        folders(of: client, in: root).reduce(0) { count, name in
            count + (Path.names(in: root + "/" + name) ?? []).filter { $0 != "owner" }.count
        }
    }

    /// The folders that say they are the client's; a link is none, wherever it leads.
    private static func folders(of client: String, in root: String) -> [String] {
        (Path.names(in: root) ?? []).filter { name in
            Path.linkDestination("\(root)/\(name)") == nil
                && Bytes.ofFile("\(root)/\(name)/owner") == Array("client \(client)".utf8)
        }
    }

    private static func remove(_ path: String, _ count: inout Int) throws(Refusal) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        if isFolder {
            // A folder that the session closed to itself is the user's own all the same.
            chmod(path, 0o700)
            // Who the client is goes last, so that an interrupted removal is found again.
            let names = (Path.names(in: path) ?? []).sorted {
                ($0 == "owner" ? 1 : 0) < ($1 == "owner" ? 1 : 0)
            }
            for name in names { try remove("\(path)/\(name)", &count) }
        }
        guard isFolder ? rmdir(path) == 0 : unlink(path) == 0 else {
            throw Refusal(.folder, "cannot delete \(path): \(Failure.text(errno))")
        }
        count += 1
    }
}
