import Glibc

/// What bubblewrap writes to its status descriptor: one JSON object a line.
package struct StatusText {
    private var text = ""

    package init() {}

    package private(set) var isOpen = true
    /// The first process of the sandbox, as bubblewrap numbers it.
    package private(set) var child: Int32?
    package private(set) var exitCode: Int32?

    /// Reads what is there; at the end of the pipe `isOpen` becomes false.
    package mutating func read(from descriptor: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard isOpen, poll(&waiting, 1, 0) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            isOpen = false
            return
        }
        text += String(decoding: buffer[..<count], as: UTF8.self)
        child = child ?? number(after: "\"child-pid\":")
        exitCode = exitCode ?? number(after: "\"exit-code\":")
    }

    private func number(after key: String) -> Int32? {
        for line in text.split(separator: "\n") {
            var rest = line[...]
            while let quote = rest.firstIndex(of: "\"") {
                rest = rest[quote...]
                if rest.hasPrefix(key) {
                    return Int32(rest.dropFirst(key.count).drop { $0 == " " }.prefix { $0.isNumber })
                }
                rest = rest.dropFirst()
            }
        }
        return nil
    }
}
