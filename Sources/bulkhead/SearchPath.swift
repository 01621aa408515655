import Glibc

/// Takes what is not absolute out of PATH, an empty entry among it, so that no program in the working folder, which is
/// often a client's, is ever started in place of one of the system's.
func keepSearchPathAbsolute() {
    guard let path = getenv("PATH").map({ String(cString: $0) }) else { return }
    let entries = path.split(separator: ":", omittingEmptySubsequences: false)
    let absolute = entries.filter { $0.hasPrefix("/") }
    guard absolute.count < entries.count else { return }
    setenv("PATH", absolute.joined(separator: ":"), 1)
}
