import ArgumentParser
import CShipped
import Glibc

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
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
        "echo 'This stands in for the surface: a shell behind the wall. exit ends it.'; ls; exec /bin/sh -i",
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

    /// Makes the workspace, opens the interface on it, and takes it away again.
    static func open(plain: Bool) throws(Failure) -> Exit {
        let base = environment("TMPDIR") ?? "/tmp"
        var template = Array((base + "/bulkhead-demo-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.refused, "No folder for the demo can be made in \(base): \(problem(errno)).")
        }
        let root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { removeFolder(root) }
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
    if let directory = opendir(path) {
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let inner = path + "/" + name
            var status = stat()
            if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                removeFolder(inner)
            } else {
                unlink(inner)
            }
        }
        closedir(directory)
    }
    rmdir(path)
}
