/// A value of a YAML or JSON document, and the line on which it begins.
///
/// Scalars stay text as written: what they mean is for the key to say, so `NO` is Norway and `2026-03-01` no
/// number.
package struct Node: Sendable {
    package enum Content: Sendable {
        /// An unquoted `null`, `~` or nothing.
        case null
        case scalar(String)
        case list([Node])
        case map([Entry])
    }

    package struct Entry: Sendable {
        package var key: String
        package var line: Int
        package var value: Node

        package init(key: String, line: Int, value: Node) {
            self.key = key
            self.line = line
            self.value = value
        }
    }

    package var line: Int
    package var content: Content

    package init(line: Int, content: Content) {
        self.line = line
        self.content = content
    }

    /// The word for a message.
    var shape: String {
        switch content {
        case .null: "nothing"
        case .scalar: "text"
        case .list: "a list"
        case .map: "a mapping"
        }
    }
}
