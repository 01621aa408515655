import Permits
import Testing

@Suite("What is due is listed, and stays listed")
struct DeadlinesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func world() throws -> World {
        var client = Client(id: "acme", name: "Acme Ltd", tag: "ACM")
        var engagement = Engagement(id: "job", title: "Job")
        engagement.ends = try day("2026-10-31")
        client.engagements = [engagement]
        var paper = Agreement(id: "acme-nda", kind: .nda, client: "acme")
        paper.effective = try day("2026-01-31")
        paper.expires = try day("2027-01-31")
        paper.survival = .period(Period(years: 1))
        var duty = Obligation(id: "acme-7", rule: .recorded(.returnOrDestroy, within: Period(months: 1)))
        duty.clause = "7"
        paper.obligations = [duty]
        var consent = Consent(id: "yes", client: "acme", granted: try day("2026-02-01"))
        consent.expires = try day("2026-06-30")
        var account = Account(id: "login", client: "acme", surface: "made.chat")
        account.optOutVerified = try day("2026-06-01")
        var world = World()
        world.clients = [client]
        world.agreements = [paper]
        world.consents = [consent]
        world.accounts = [account]
        return world
    }

    @Test("every kind of day stands at its date, earliest first")
    func listed() throws {
        let due = deadlines(of: try world(), at: try day("2026-07-01"))
        #expect(
            due.map { "\($0.date) \($0.kind.rawValue)" } == [
                "2026-06-30 consent-expiry", "2026-08-30 opt-out", "2026-10-31 engagement-end",
                "2027-01-31 expiry", "2027-02-28 return-or-destroy", "2028-01-31 survival-end",
            ])
        #expect(due.allSatisfy { $0.client == "acme" })
    }

    @Test("what never ends, was replaced, revoked or archived is not due")
    func silent() throws {
        var world = try world()
        world.agreements[0].survival = .perpetual
        world.consents[0].revoked = try day("2026-03-01")
        world.accounts[0].archived = true
        var next = Agreement(id: "next", kind: .nda, client: "acme")
        next.supersedes = ["acme-nda"]
        world.agreements.append(next)
        let due = deadlines(of: world, at: try day("2026-07-01"))
        #expect(due.map(\.kind) == [.engagementEnd])
    }

    @Test("a survival whose anchor is not recorded has no last day")
    func open() throws {
        var world = try world()
        world.agreements[0].survival = .from(.lastDisclosure, Period(years: 3))
        let kinds = deadlines(of: world, at: try day("2026-07-01")).map(\.kind)
        #expect(!kinds.contains(.survivalEnd))
    }
}
