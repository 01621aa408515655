/// A part of the log, the newest first.
package struct LogPage: Hashable, Sendable {
    package var lines: [LogLine]
    package var total: Int
    package var head: String

    package init(lines: [LogLine], total: Int, head: String) {
        self.lines = lines
        self.total = total
        self.head = head
    }
}
