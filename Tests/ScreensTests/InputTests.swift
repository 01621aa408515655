import Canvas
import Permits
import Testing

@testable import Screens

@Suite("What is typed")
struct InputTests {
    @Test(
        "dates are read the way people type them",
        arguments: [
            ("2027-03-14", "2027-03-14"), ("14 mar 2027", "2027-03-14"), ("Mar 14, 2027", "2027-03-14"),
            ("14 march", "2027-03-14"), ("in 2 years", "2028-11-22"), ("in a week", "2026-11-29"),
            ("2 weeks ago", "2026-11-08"), ("3 months from now", "2027-02-22"),
            ("end of march", "2027-03-31"),
            ("end of december", "2026-12-31"), ("end of february 2028", "2028-02-29"),
            ("end of month", "2026-11-30"),
            ("end of year", "2026-12-31"), ("end of 2030", "2030-12-31"), ("today", "2026-11-22"),
            ("tomorrow", "2026-11-23"), ("+30d", "2026-12-22"), ("-2w", "2026-11-08"),
            ("+1y", "2027-11-22"),
            ("next friday", "2026-11-27"), ("Fri", "2026-11-27"), ("sunday", "2026-11-29"),
            ("next month", "2026-12-22"), ("30 days", "2026-12-22"), ("2 years", "2028-11-22"),
        ])
    func dates(_ typed: String, _ expected: String) {
        #expect(readDay(typed, today: sampleDay)?.description == expected)
    }

    @Test(
        "what is no date is none",
        arguments: [
            "", " ", "2027-02-29", "31 feb 2027", "soon", "in", "in years", "+d", "+30", "+99999999999d",
            "next", "next moon", "-99999y", "end of",
            "99999999999999999999 days ago",
            "in 99999 years 99999 years 99999 years 99999", "14 14 mar", "-1 days ago", "9999999 mar",
            "99999 years ago",
        ])
    func noDates(_ typed: String) { #expect(readDay(typed, today: sampleDay) == nil) }

    @Test(
        "lengths of time are read in words and as ISO 8601",
        arguments: [
            ("2 years", "P2Y"), ("18 months", "P18M"), ("1 year 6 months", "P1Y6M"), ("p90d", "P90D"),
        ])
    func periods(_ typed: String, _ expected: String) { #expect(readPeriod(typed)?.description == expected) }

    @Test("a text field keeps its caret inside whatever is done to it", arguments: 1...20)
    func caret(_ seed: Int) {
        var random = Seeded(state: UInt64(seed))
        var field = TextField("Zürich 客户 e\u{301}")
        let keys: [Key] = [
            .left, .right, .home, .end, .wordLeft, .wordRight, .backspace, .delete, .control("w"),
            .control("u"),
            .character("a"), .character("é"), .character(" "), .character("\u{301}"), .character("户"),
        ]
        for _ in 0..<500 {
            _ = field.edit(keys.randomElement(using: &random) ?? .left)
            #expect((0...field.text.count).contains(field.caret))
        }
        field.insert(String(repeating: "x", count: 10_000))
        #expect(field.text.count <= TextField.limit)
    }

    @Test("the filter finds letters in their order and puts the nearest first")
    func fuzzy() {
        let fuzzy = Fuzzy(["Nordlys Grid", "Own work", "Studio Nord", "Halden Clinic"])
        #expect(fuzzy.matches("nor").prefix(2) == [0, 2])
        #expect(fuzzy.matches("grid nord") == [0])
        #expect(fuzzy.matches("zzz") == [])
        #expect(fuzzy.matches("").count == 4)
    }

    @Test(
        "a slug is a slug", arguments: [("Acme & Söhne GmbH", "acme-s-hne-gmbh"), ("客户", ""), ("--A--", "a")])
    func slugs(_ words: String, _ expected: String) { #expect(slug(words) == expected) }

    @Test("the form of every noun gives back what it was opened with")
    func roundTrip() {
        let world = sampleWorld()
        var desk = Desk(world)
        desk.press("enter")
        guard let page = desk.state.client.page else { return }
        var items: [Change] = [.client(page.client)]
        items += page.client.engagements.map { .engagement($0, client: page.client.id) }
        items += page.consents.map { .consent($0) }
        items += page.agreements.flatMap { agreement in
            [.agreement(agreement)] + agreement.obligations.map { .obligation($0, agreement: agreement.id) }
        }
        for item in items {
            _ = desk.state.openForm(editing: item)
            let change = desk.state.form?.change(today: sampleDay)
            if case .agreement(let before) = item, case .agreement(let after) = change {
                // The questionnaire states its own terms under ids of its own and leaves the others.
                #expect(after.obligations.filter { !$0.archived }.count >= before.obligations.count)
                #expect(after.expires == before.expires && after.survival == before.survival)
            } else {
                #expect(change == item, "\(item.noun) \(item.id)")
            }
        }
        #expect(items.count == 7)
    }

    @Test(
        "the form of an agreement shows terms recorded under any id, and leaves alone what it was not asked to change"
    )
    func importedTerms() throws {
        var paper = Agreement(id: "acme-nda", kind: .nda)
        paper.client = "acme"
        paper.obligations = [
            Obligation(id: "x1", rule: .thirdPartyDisclosure(recipients: .processors)),
            Obligation(id: "x2", rule: .modelTraining),
            Obligation(id: "x3", rule: .aiUse(mode: .forbidden, surfaces: [], localExempt: false)),
            Obligation(id: "x4", rule: .aiUse(mode: .listed, surfaces: ["anthropic"], localExempt: true)),
            Obligation(id: "x5", rule: .dataLocation(regions: ["EEA"])),
        ]
        var form = Form.agreement(paper, client: "acme", page: nil, tools: [], job: nil)
        #expect(form["disclosure"]?.chosen == ["processors"])
        #expect(form["ai"]?.chosen == ["barred"])
        #expect(form["regions"]?.text == "EEA")
        #expect(form.change(today: sampleDay) == .agreement(paper))
        let disclosure = try #require(form.fields.firstIndex { $0.id == "disclosure" })
        form.fields[disclosure].chosen = ["never"]
        guard case .agreement(let changed)? = form.change(today: sampleDay) else {
            Issue.record("nothing to save")
            return
        }
        #expect(changed.obligations.map(\.id) == paper.obligations.map(\.id))
        #expect(changed.obligations[0].rule == .thirdPartyDisclosure(recipients: .none))
        #expect(!changed.obligations[0].liftable)
        #expect(Array(changed.obligations.dropFirst()) == Array(paper.obligations.dropFirst()))
    }
}
