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
    /// What the form of a new consent is to be filled in with.
    package var consent: WantedConsent?

    /// A consent that would change an answer.
    package struct WantedConsent: Equatable, Sendable {
        package var surface: String
        /// The obligation, then its kind, which is lifted where the client's own papers don't hold the former.
        package var lifts: [String]
    }

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
