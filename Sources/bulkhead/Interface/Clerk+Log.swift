import Ledger

extension Clerk {
    /// The client of the agreement, term, consent or account that a row of the log is about.
    ///
    /// - Parameter words: the row's body; what it is about stands first: `consent acme-kimi`, `obligation acme-nda/3a`.
    func owner(of words: [String]) -> String? {
        guard words.count > 1 else { return nil }
        // A term that was put names its agreement before itself.
        let parts = words[1].split(separator: "/")
        guard let id = parts.first else { return nil }
        let noun = words[0] == "obligation" && parts.count > 1 ? "agreement" : words[0]
        return try? desk.ledger.client(of: noun, String(id))
    }
}
