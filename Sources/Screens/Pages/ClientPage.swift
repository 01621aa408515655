package import Permits

/// One client with all that was recorded of it; or what holds for every client: the house rules and the papers with
/// vendors.
package struct ClientPage: Hashable, Sendable {
    /// In place of a client's id where the page is about every client.
    package static let everybody = ""

    package var client: Client
    package var agreements: [Agreement]
    package var consents: [Consent]
    package var accounts: [Account]
    /// Confidential until, and the rest of what the home list says.
    package var summary: ClientSummary

    package init(
        client: Client, agreements: [Agreement] = [], consents: [Consent] = [], accounts: [Account] = [],
        summary: ClientSummary
    ) {
        self.client = client
        self.agreements = agreements
        self.consents = consents
        self.accounts = accounts
        self.summary = summary
    }
}
