/// A question before something that cannot be taken back by a key.
package struct Confirm: Equatable, Sendable {
    /// What is done on yes.
    package enum Consequence: Equatable, Sendable {
        case archive(Change)
        case endSession(String)
        case leaveForm
        case leavePaper
        case quit
    }

    package var title: String
    package var text: String
    /// What has to be typed; nothing where the enter key is enough.
    package var tag: String?
    package var typed = TextField()
    package var consequence: Consequence

    package init(title: String, text: String, tag: String? = nil, consequence: Consequence) {
        self.title = title
        self.text = text
        self.tag = tag
        self.consequence = consequence
    }

    /// Whether enough was typed.
    package var isAnswered: Bool { tag.map { sameTag($0, typed.text) } ?? true }
}

/// Whether a typed tag is the one that was asked for, in either case of its letters.
func sameTag(_ asked: String, _ typed: String) -> Bool {
    asked.lowercased() == String(typed.drop { $0 == " " }).lowercased()
}
