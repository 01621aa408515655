import Redaction

extension Clipboard {
    /// What the clipboard takes: it may be pasted into any tool, so text of a client only once it is redacted.
    enum Copy {
        case redacted(Redacted)
        /// An answer with its names back, which the person asked for.
        case restored([UInt8])
        case nothing

        var bytes: [UInt8] {
            switch self {
            case .redacted(let text): text.bytes
            case .restored(let text): text
            case .nothing: []
            }
        }
    }
}
