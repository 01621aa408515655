import CSpawn
import Glibc

/// Where the files of one client's sessions lie: folders with opaque names, for a sandbox can read the names of
/// what is mounted in it.
package struct Compartment: Hashable, Sendable {
    /// The client's folder name.
    package var name: String
    /// The folder that a session of this client and surface has as its home.
    package var home: String

    package init(name: String, home: String) {
        self.name = name
        self.home = home
    }

    /// Finds the compartment of a client and surface under `root`, or makes it.
    ///
    /// - Parameter surface: nil for plain commands, which share one home a client.
    package static func open(
        root: String, client: String, surface: String?
    ) throws(Refusal) -> Compartment {
        try Path.makePrivateFolder(root)
        let lock = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, cspawn_lock_exclusive(lock, 1) == 1 else {
            throw Refusal(.folder, "cannot lock \(root): \(Failure.text(errno))")
        }
        defer { close(lock) }
        let outer = try folder(in: root, owner: "client " + client)
        let inner = try folder(in: root + "/" + outer, owner: surface.map { "surface " + $0 } ?? "commands")
        let home = root + "/" + outer + "/" + inner + "/home"
        try Path.makePrivateFolder(home)
        return Compartment(name: outer, home: home)
    }

    /// The compartment where it exists, else one whose name says that it is still to be made.
    package static func preview(root: String, client: String, surface: String?) -> Compartment {
        let outer = existing(in: root, owner: "client " + client) ?? "new"
        let inner =
            existing(in: root + "/" + outer, owner: surface.map { "surface " + $0 } ?? "commands") ?? "new"
        return Compartment(name: outer, home: root + "/" + outer + "/" + inner + "/home")
    }

    /// The homes of a client's sessions that there are, each with its surface; nil for that of plain commands.
    package static func homes(root: String, client: String) -> [(surface: String?, home: String)] {
        guard let outer = existing(in: root, owner: "client " + client) else { return [] }
        let parent = root + "/" + outer
        return (Path.names(in: parent) ?? []).sorted().compactMap { name in
            guard
                let owner = Bytes.ofFile("\(parent)/\(name)/owner").map({
                    String(decoding: $0, as: UTF8.self)
                })
            else { return nil }
            let surface = owner.hasPrefix("surface ") ? String(owner.dropFirst(8)) : nil
            let home = "\(parent)/\(name)/home"
            return (Path.names(in: home) ?? []).isEmpty ? nil : (surface, home)
        }
    }

    private static func folder(in parent: String, owner: String) throws(Refusal) -> String {
        if let name = existing(in: parent, owner: owner) { return name }
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        let name = String(repeating: "0", count: 16 - digits.count) + digits
        let path = parent + "/" + name
        try Path.makePrivateFolder(path)
        let descriptor = Glibc.open(path + "/owner", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(.folder, "cannot write \(path)/owner: \(Failure.text(errno))")
        }
        defer { close(descriptor) }
        guard Bytes.write(Array(owner.utf8), to: descriptor) else {
            throw Refusal(.folder, "cannot write \(path)/owner: \(Failure.text(errno))")
        }
        return name
    }

    private static func existing(in parent: String, owner: String) -> String? {
        Path.names(in: parent)?.first { Bytes.ofFile("\(parent)/\($0)/owner") == Array(owner.utf8) }
    }
}
