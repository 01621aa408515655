import ArgumentParser
import CShipped
import Compartments
import Glibc

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The interface on made-up clients, in a home of their own that is removed afterwards.")

    @Flag(help: "Questions and lines in place of the interface.") var plain = false

    func run() throws {
        let exit = try Demo.open(plain: plain)
        guard exit != .done else { return }
        throw ExitCode(exit.rawValue)
    }

    /// What sessions of the demo run in place of a real program: a shell that says so.
    static let standIn = [
        "/bin/sh", "-c",
        "echo 'This stands in for the surface: a shell behind the wall. exit ends it.'; ls; "
            // Within the wall dash cannot give the terminal back to what had it, and would end with a fault.
            + "command -v bash >/dev/null && exec bash --norc -i; exec /bin/sh +m -i",
    ]

    /// Gives every engagement a folder of its own with something in it, so that a walled session has what to see.
    private static func layFolders(_ root: String, _ desk: Desk) throws(Failure) {
        for client in try desk.workspace().clients {
            for var engagement in client.engagements {
                let folder = "\(root)/\(client.id)/\(engagement.id)"
                try makeFolder(folder)
                try write(Array("Notes on \(engagement.title), made up.\n".utf8), to: folder + "/notes.txt")
                engagement.directories = [folder]
                try guarded { try desk.ledger.put(engagement, client: client.id) }
            }
        }
    }

    private static let prefix = "bulkhead-demo-"

    /// A new folder, and the lock on it that says that its demo lives.
    private static func makeRoot(in base: String) throws(Failure) -> (path: String, lock: Int32) {
        while true {
            var template = Array("\(base)/\(prefix)XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else {
                throw Failure(.refused, "No folder for the demo can be made in \(base): \(problem(errno)).")
            }
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // Another demo may take it for abandoned before it is locked.
            if let lock = lockFolder(path) { return (path, lock) }
        }
    }

    /// Removes what demos left behind that were killed.
    private static func removeAbandoned(in base: String) {
        for name in Path.names(in: base) ?? [] where name.hasPrefix(prefix) {
            let path = "\(base)/\(name)"
            guard let lock = lockFolder(path) else { continue }
            // What only has the name of one is left alone.
            if Set(Path.names(in: path) ?? [""]).isSubset(of: ["home", "work"]) { removeFolder(path) }
            close(lock)
        }
    }

    /// Locks a folder of this user's; nil where it is somebody else's, in use, or gone.
    private static func lockFolder(_ path: String) -> Int32? {
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        var opened = stat()
        var named = stat()
        guard fstat(folder, &opened) == 0, opened.st_uid == geteuid(),
            flock(folder, LOCK_EX | LOCK_NB) == 0, lstat(path, &named) == 0, named.st_ino == opened.st_ino
        else {
            close(folder)
            return nil
        }
        return folder
    }

    /// Makes the workspace, opens the interface on it, and takes it away again.
    static func open(plain: Bool) throws(Failure) -> Exit {
        let base = environment("TMPDIR") ?? "/tmp"
        removeAbandoned(in: base)
        let (root, lock) = try makeRoot(in: base)
        defer {
            removeFolder(root)
            close(lock)
        }
        let place = Place(namedHome: root + "/home")
        try Desk.create(place)
        let desk = try Desk(place)
        try desk.take(bytes(shipped_demo()), file: "the demo workspace", replace: false)
        try layFolders(root + "/work", desk)
        return try enter(place, plain: plain, isDemo: true) { removeFolder(root) }
    }
}

/// Removes a folder and all in it; links are removed and not followed.
private func removeFolder(_ path: String) {
    for name in Path.names(in: path) ?? [] {
        let inner = path + "/" + name
        var status = stat()
        if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            removeFolder(inner)
        } else {
            unlink(inner)
        }
    }
    rmdir(path)
}
