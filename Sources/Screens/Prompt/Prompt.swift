/// A question that a line of text answers.
package struct Prompt: Hashable, Sendable {
    /// What the answer is for.
    package enum Purpose: Hashable, Sendable {
        /// A word for the client's dictionary.
        case term
        /// A file to redact, or an answer to put the names back into.
        case textFile(isAnswer: Bool)
        /// A signed paper to read.
        case paper
        /// What happened or was filled in: the name of a fact.
        case fact(String)
    }

    package var title: String
    package var purpose: Purpose
    package var typed: TextField
    /// Files that the typed path may mean.
    package var paths: [String] = []

    package init(title: String, purpose: Purpose, typed: String = "") {
        self.title = title
        self.purpose = purpose
        self.typed = TextField(typed)
    }

    /// Whether the answer is the path of a file.
    package var isPath: Bool {
        switch purpose {
        case .textFile, .paper: true
        case .term, .fact: false
        }
    }

    /// Puts the letters into the line that all files it may mean share.
    mutating func complete(with found: [String]) {
        paths = found
        guard var shared = found.first.map({ Array($0) }) else { return }
        for path in found {
            shared = Array(zip(shared, path).prefix { $0 == $1 }.map(\.0))
        }
        if shared.count >= typed.text.count { typed = TextField(String(shared)) }
    }
}
