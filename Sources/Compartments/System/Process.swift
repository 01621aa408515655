/// What the kernel tells of a process.
package enum Process {
    /// When it started, in clock ticks since boot; nil where there is no such process.
    package static func started(_ pid: Int32) -> UInt64? {
        guard let bytes = Bytes.ofFile("/proc/\(pid)/stat") else { return nil }
        // The name, in parentheses, may hold anything; the fields after the last one are plain.
        guard let end = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
        // proc(5): field 22, of which two stand before the parenthesis; a zombie counts as gone.
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return UInt64(fields[19])
    }

    /// The processes that a process has started and that still are there.
    package static func children(of pid: Int32) -> [Int32] {
        let text = Bytes.ofFile("/proc/\(pid)/task/\(pid)/children") ?? []
        return String(decoding: text, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
    }

    /// The same, with all that these have started.
    package static func descendants(of pid: Int32) -> [Int32] {
        var found = children(of: pid)
        var next = 0
        while next < found.count {
            found += children(of: found[next])
            next += 1
        }
        return found
    }

    /// The first process inside a sandbox, as this side numbers it; nil until bubblewrap has started it.
    ///
    /// Bubblewrap itself reports the number that the process has in the keeper's namespace.
    ///
    /// - Parameter keeper: what `SessionProgram.spawn` has returned.
    package static func first(keptBy keeper: Int32) -> Int32? {
        children(of: keeper).first.flatMap { children(of: $0).first }
    }
}
