/// A list to choose from, with a filter.
package struct Pick: Equatable, Sendable {
    /// What the choice is for.
    package enum Purpose: Equatable, Sendable {
        /// The value of a field of the open form.
        case field(Int)
        /// What to add to the client.
        case addition
        /// The surface behind a wrapper.
        case route(surface: String)
        /// Where a text to redact, or an answer, is taken from.
        case text(isAnswer: Bool)
        /// The list of the dictionary that a term is added to.
        case term(String)
        /// Where an agreement comes from.
        case paper
        /// A date or variable of the paper that is read.
        case fact
        /// As what kind of agreement the paper is recorded.
        case paperKind
    }

    package var title: String
    package var options: [Field.Option]
    package var purpose: Purpose
    /// Whether several may be chosen.
    package var takesSeveral: Bool
    package var chosen: Set<String>
    /// Whether a mark was set or taken away.
    package var isMarked = false
    package var typed = TextField()
    package var row = 0

    package init(
        title: String, options: [Field.Option], purpose: Purpose, takesSeveral: Bool = false,
        chosen: Set<String> = []
    ) {
        self.title = title
        self.options = options
        self.purpose = purpose
        self.takesSeveral = takesSeveral
        self.chosen = chosen
    }

    /// The options that the filter leaves.
    package var left: [Field.Option] {
        typed.isEmpty ? options : Fuzzy(options.map(\.title)).matches(typed.text).map { options[$0] }
    }
}
