import Papers

extension DateSum {
    /// What the date is: `term end`.
    var title: String { name.spaced }

    /// The sum with its days as the list calls them that fills them in.
    var reason: String {
        sum.split(separator: " ", omittingEmptySubsequences: false).map { part in
            let name = String(part.prefix { $0.isLetter || $0 == "_" })
            let words = factWords(name)
            return words == name ? String(part) : "\"\(words.lowercased())\"\(part.dropFirst(name.count))"
        }.joined(separator: " ")
    }
}

extension ClauseKind {
    /// The kind in words: `data residency`, `AI input ban`.
    var words: String {
        rawValue.spaced.split(separator: " ").map { word in
            ["ai", "baa", "dpa"].contains(word) ? word.uppercased() : String(word)
        }.joined(separator: " ")
    }
}

extension String {
    /// The text with spaces for what joins a name's words.
    fileprivate var spaced: String { String(map { $0 == "_" || $0 == "." ? " " : $0 }) }
}
