/// One thing a session sees, at the path where it sees it.
package struct Mount: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A file or folder of this machine, seen but not changed.
        case readOnly(source: String)
        /// A file or folder of this machine, for reading and writing.
        case writable(source: String)
        /// An empty folder in memory, gone with the session.
        case scratch
        /// An empty folder.
        case folder
        /// A symbolic link.
        case link(to: String)
        /// A file with this text, made for the session.
        case text(String)
        /// What the mounts before this one have made here, for reading alone from now on.
        case sealed
    }

    package var target: String
    package var content: Content

    package init(_ content: Content, at target: String) {
        self.target = target
        self.content = content
    }

    /// The word for `content`, as the dry run prints it.
    package var mode: String {
        switch content {
        case .readOnly: "read-only"
        case .writable: "writable"
        case .scratch: "scratch"
        case .folder: "folder"
        case .link: "link"
        case .text: "file"
        case .sealed: "sealed"
        }
    }

    /// Where the content comes from, if it comes from somewhere.
    package var source: String? {
        switch content {
        case .readOnly(let source), .writable(let source), .link(let source): source
        case .scratch, .folder, .text, .sealed: nil
        }
    }
}
