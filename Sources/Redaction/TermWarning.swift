/// Why a term may match more, or less, than its author wants.
package enum TermWarning: Sendable, Equatable {
    /// An everyday word: it will be replaced wherever it stands. Mark it case-sensitive or choose a longer name.
    case commonWord(String)
    /// Fewer than three letters or digits.
    case short(String)
    /// No letter or digit at all: it can't be searched for.
    case empty(String)

    /// A sentence for the person who added the term.
    package var text: String {
        switch self {
        case .commonWord(let term):
            "“\(term)” is an everyday word and will be replaced wherever it stands; make it case-sensitive."
        case .short(let term): "“\(term)” is very short and may be found inside codes."
        case .empty(let term): "“\(term)” has no letter or digit, so it can't be searched for."
        }
    }
}
