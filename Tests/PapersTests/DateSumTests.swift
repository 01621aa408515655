import Papers
import Permits
import Testing

@Suite("Dates are sums that can be checked")
struct DateSumTests {
    private func sums(_ text: String, _ facts: [(String, String)]) -> [String: String] {
        var known = DateFacts()
        for (name, value) in facts { known.set(name, value) }
        let proposals = Reading(Outline(PaperText(text))).proposals
        return Dictionary(
            dateSums(proposals, known).map { ($0.name, $0.value.text) },
            uniquingKeysWith: { first, _ in first })
    }

    private let term =
        "5. Term. This Agreement commences on the Effective Date and continues for a period of one year from the Effective Date."

    @Test("a term ends on the same day, or later where there is none")
    func leap() {
        #expect(sums(term, [("effective_date", "2026-03-01")])["term_end"] == "2027-03-01")
        #expect(sums(term, [("effective_date", "2028-02-29")])["term_end"] == "2029-03-01")
    }

    @Test("an early end comes first, and what was disclosed stays protected")
    func ended() {
        let text =
            term
            + "\n6. Survival. The obligations of confidentiality shall survive for three years from the date of disclosure."
        let dates = sums(
            text,
            [
                ("effective_date", "2026-03-01"), ("terminated_on", "2026-09-15"),
                ("disclosed", "2026-04-01,2026-08-01"),
            ])
        #expect(dates["term_end"] == "2026-09-15")
        #expect(dates["protected_until.item[2026-04-01]"] == "2029-04-01")
        #expect(dates["protected_until.item[2026-08-01]"] == "2029-08-01")
    }

    @Test("without the event there is no date")
    func open() {
        let text =
            "6. Survival. The obligations of confidentiality shall survive for three years from the date of disclosure."
        #expect(sums(text, [])["protected_until.all"] == "open")
        #expect(sums(term, [])["term_end"] == nil)
        let ever = "6. Survival. The obligations of confidentiality shall survive indefinitely."
        #expect(sums(ever, [("effective_date", "2026-03-01")])["protected_until.all"] == "open")
    }

    @Test("a variable that nobody filled in is unknown, never zero")
    func unknown() throws {
        let form = try #require(Forms.named("bonterms-mutual-nda"))
        #expect(sums(form.full, [("effective_date", "2026-01-31")])["term_end"] == "unknown")
        let filled = sums(
            form.full,
            [
                ("effective_date", "2026-01-31"), ("Term of NDA", "18 months"),
                ("Confidentiality Period", "3 years from expiry"),
            ])
        #expect(filled["term_end"] == "2027-07-31")
        #expect(filled["protected_until.all"] == "2030-07-31")
    }

    @Test("hours are elapsed, and business days skip weekends and holidays")
    func deadlines() {
        let hours =
            "5. Breach. The Contractor shall notify the Client of any security breach within 24 hours after becoming aware of it."
        #expect(
            sums(hours, [("aware_at", "2026-07-02T16:00+02:00")])["breach_notice_by"]
                == "2026-07-03T16:00+02:00")
        let days =
            "5. Breach. The Contractor shall notify the Client of any security breach within five business days after becoming aware of it."
        #expect(
            sums(days, [("aware_at", "2026-07-02T16:00"), ("holidays", "2026-07-03")])["breach_notice_by"]
                == "2026-07-10")
    }

    @Test("our own deadline falls earlier where its day does not exist")
    func ours() {
        let text =
            "7. Return. Within one month after the Client's written request the Contractor shall destroy all Confidential Information."
        #expect(sums(text, [("request_received", "2026-01-31")])["return_by"] == "2026-02-28")
    }

    @Test("a sum names its clause")
    func shown() {
        var facts = DateFacts()
        facts.set("effective_date", "2026-03-01")
        let sum = dateSums(Reading(Outline(PaperText(term))).proposals, facts).first { $0.name == "term_end" }
        #expect(sum?.sum == "2026-03-01 + 1 year = 2027-03-01, clause 5")
    }
}
