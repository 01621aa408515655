import Glibc

/// Takes what is not absolute out of PATH, an empty entry among it, so that no program in the working folder, which is
/// often a client's, is ever started in place of one of the system's.
func keepSearchPathAbsolute() {
    guard let path = getenv("PATH"), hasRelativeEntry(path) else { return }
    let entries = String(cString: path).split(separator: ":", omittingEmptySubsequences: false)
    setenv("PATH", entries.filter { $0.hasPrefix("/") }.joined(separator: ":"), 1)
}

/// Whether not every entry of a list of folders begins with a slash.
///
/// Looks at the bytes where they are, for every start does so.
private func hasRelativeEntry(_ list: UnsafePointer<CChar>) -> Bool {
    var isFirst = true
    var next = list
    while true {
        let byte = UInt8(bitPattern: next.pointee)
        if isFirst, byte != UInt8(ascii: "/") { return true }
        if byte == 0 { return false }
        isFirst = byte == UInt8(ascii: ":")
        next += 1
    }
}
