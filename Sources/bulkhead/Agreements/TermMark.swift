/// How far a person has come with a term: written before its quote, so that it shows wherever the quote does.
enum TermMark: String, CaseIterable {
    case proposed = "[proposed, unread] "
    case unknown = "[unknown] "

    /// `quote` with this mark in place of any other.
    func marking(_ quote: String) -> String { rawValue + TermMark.unmarked(quote) }

    /// `quote` without a mark.
    static func unmarked(_ quote: String) -> String {
        for mark in allCases where quote.hasPrefix(mark.rawValue) {
            return String(quote.dropFirst(mark.rawValue.count))
        }
        return quote
    }
}
