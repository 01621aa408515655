import Glibc

/// The screen that a browser session draws on.
package struct Display: Hashable, Sendable {
    package enum Kind: String, Sendable { case x11, wayland }

    package var kind: Kind
    /// `:0`, or the name of the Wayland socket.
    package var name: String
    package var socket: String
    /// The file with the X server's cookie.
    package var authority: String?

    package init(kind: Kind, name: String, socket: String, authority: String? = nil) {
        self.kind = kind
        self.name = name
        self.socket = socket
        self.authority = authority
    }

    /// The screen of this login: Wayland where there is one, else a local X server.
    package static func current() -> Display? {
        if let name = Environment.value("WAYLAND_DISPLAY"), !name.contains("/") || name.hasPrefix("/") {
            let folder = Environment.value("XDG_RUNTIME_DIR") ?? ""
            let socket = name.hasPrefix("/") ? name : folder + "/" + name
            if Path.exists(socket) { return Display(kind: .wayland, name: name, socket: socket) }
        }
        guard let name = Environment.value("DISPLAY"), name.hasPrefix(":") else { return nil }
        let number = name.dropFirst().prefix { $0.isASCII && $0.isNumber }
        let socket = "/tmp/.X11-unix/X" + number
        guard !number.isEmpty, Path.exists(socket) else { return nil }
        let home = Environment.value("HOME") ?? ""
        let authority = Environment.value("XAUTHORITY") ?? home + "/.Xauthority"
        return Display(
            kind: .x11, name: ":" + number, socket: socket,
            authority: Path.exists(authority) ? authority : nil)
    }

    /// Whether somebody listens at the socket.
    package var answers: Bool {
        let bytes = Array(socket.utf8)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
