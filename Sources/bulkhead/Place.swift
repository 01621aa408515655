import Glibc

/// Where this invocation finds its files, and what day it is: what every command takes.
struct Place {
    /// The folder named by `--home` or `BULKHEAD_HOME`; nil for the XDG directories.
    var namedHome: String?
    /// The file named by `--catalog` or `BULKHEAD_CATALOG`.
    var catalog: String?
    var json = false
    /// The day named by `--at`.
    var at: String?

    /// The folder that holds `ledger.sqlite`.
    var home: String {
        get throws(Failure) {
            if let named = namedHome ?? environment("BULKHEAD_HOME") {
                guard !named.isEmpty else { throw Failure(.usage, "--home names no folder: it is empty.") }
                return named
            }
            if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/bulkhead" }
            return try userHome + "/.local/share/bulkhead"
        }
    }

    /// The folder of configuration: of the home where one is named, else of the user.
    var configuration: String {
        get throws(Failure) {
            if let named = namedHome ?? environment("BULKHEAD_HOME") { return named + "/config" }
            if let config = environment("XDG_CONFIG_HOME"), config.hasPrefix("/") {
                return config + "/bulkhead"
            }
            return try userHome + "/.config/bulkhead"
        }
    }

    var catalogFile: String? { catalog ?? environment("BULKHEAD_CATALOG") }

    /// The user's own home; the password file is asked only where `HOME` is unset.
    private var userHome: String {
        get throws(Failure) {
            if let home = environment("HOME"), home.hasPrefix("/") { return home }
            throw Failure(
                .usage,
                "HOME is not set to a whole path, so there is no place for the ledger: set it, or use --home DIR."
            )
        }
    }
}

/// The value of an environment variable; nil where it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
