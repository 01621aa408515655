package import Permits

/// One client with all that was recorded of it.
package struct ClientPage: Hashable, Sendable {
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
