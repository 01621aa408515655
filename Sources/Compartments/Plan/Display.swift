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
}
