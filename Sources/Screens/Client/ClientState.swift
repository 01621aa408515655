/// The client screen.
package struct ClientState: Equatable, Sendable {
    package var id: String?
    package var page: ClientPage?
    /// 0 is what was recorded, 1 the tools.
    package var pane = 0
    package var row = 0
    package var tool = 0
    /// What to do once the client's page has come.
    package var then: Addition?

    /// A form that waits for the page that it needs.
    package enum Addition: String, CaseIterable, Equatable, Sendable {
        case edit, engagement, agreement, obligation, consent, account, fact
        /// An agreement, also where one is recorded already.
        case agreementByHand
        /// An agreement from a signed paper or a standard form.
        case paper
    }

    package init() {}
}
