import Glibc

/// What a plan needs to know of this machine.
package struct Machine: Hashable, Sendable {
    /// Folders of programs and libraries, in the order in which they are mounted.
    package var software: [String] = []
    /// Links at the top of the file system, such as `/bin` to `usr/bin`.
    package var links: [Mount] = []
    /// Files and folders of the system that programs need and that say nothing of the user.
    package var settings: [String] = []
    /// Parts of `/proc` that are the whole machine's: switches that root's programs could set, lists of names.
    package var shared: [Mount] = []
    package var locale = "C.UTF-8"
    package var terminal: String?
    package var colorTerminal: String?
    package var shell = "/bin/sh"
    package var display: Display?

    package init() {}

    /// Programs read these; they name no user, host or network.
    private static let harmlessSettings = [
        "/etc/ssl/certs", "/etc/ssl/openssl.cnf", "/etc/ca-certificates", "/etc/fonts", "/etc/alternatives",
        "/etc/ld.so.cache",
        "/etc/localtime", "/etc/terminfo", "/etc/inputrc", "/etc/mime.types", "/etc/protocols",
        "/etc/services", "/etc/java-17-openjdk", "/etc/magic", "/etc/nanorc", "/etc/vim",
        // Without it every browser would look at all fonts anew.
        "/var/cache/fontconfig",
    ]

    private static let sharedParts = [
        Mount(.readOnly(source: "/proc/sys"), at: "/proc/sys"),
        Mount(.readOnly(source: "/proc/acpi"), at: "/proc/acpi"),
        Mount(.readOnly(source: "/proc/fs"), at: "/proc/fs"),
        Mount(.readOnly(source: "/proc/scsi"), at: "/proc/scsi"),
        Mount(.readOnly(source: "/dev/null"), at: "/proc/keys"),
    ]

    /// The machine as it is now.
    package static func current() -> Machine {
        var machine = Machine()
        for folder in ["/usr", "/opt"] where Path.isFolder(folder) { machine.software.append(folder) }
        for folder in ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"] {
            if let destination = Path.linkDestination(folder) {
                machine.links.append(Mount(.link(to: destination), at: folder))
            } else if Path.isFolder(folder) {
                machine.software.append(folder)
            }
        }
        for path in harmlessSettings where Path.exists(path) {
            let real = Path.resolved(path) ?? path
            // A link stays one: a browser that cannot see where /etc/localtime leads reads every time zone to find out.
            if Path.linkDestination(path) != nil,
                machine.software.contains(where: { Path.lies(real, within: $0) })
            {
                machine.links.append(Mount(.link(to: real), at: path))
            } else {
                machine.settings.append(path)
            }
        }
        machine.shared = sharedParts.filter { Path.exists($0.target) }
        machine.locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { Environment.value($0) }.first ?? "C.UTF-8"
        machine.terminal = Environment.value("TERM")
        machine.colorTerminal = Environment.value("COLORTERM")
        let shells = [Environment.value("SHELL"), "/bin/bash", "/bin/sh"].compactMap { $0 }
        machine.shell =
            shells.first { shell in
                machine.software.contains { Path.resolved(shell)?.hasPrefix($0 + "/") == true }
            } ?? "/bin/sh"
        machine.display = Display.current()
        return machine
    }
}
