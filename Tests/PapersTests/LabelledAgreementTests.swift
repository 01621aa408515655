import Papers
import Testing

@Suite("Agreements of many manners are read as a reader labelled them")
struct LabelledAgreementTests {
    private func score(_ folder: String) -> AgreementScore {
        var score = AgreementScore()
        for agreement in LabelledAgreement.all(folder) { score.add(agreement) }
        return score
    }

    @Test("every label names a kind, and every kind that decides is labelled somewhere")
    func labels() {
        let all = LabelledAgreement.all("read") + LabelledAgreement.all("held-out")
        #expect(all.count >= 20)
        for agreement in all { #expect(agreement.faults.isEmpty, "\(agreement)") }
        let kinds = Set(all.flatMap { $0.labels.map(\.kind) })
        #expect(kinds == Set(ClauseKind.allCases))
    }

    @Test("the agreements that the rules were tried on", arguments: LabelledAgreement.all("read"))
    func read(agreement: LabelledAgreement) {
        var score = AgreementScore()
        score.add(agreement)
        #expect(score.presence >= 0.9, "\(score.differences)")
        #expect(score.evidenceShare >= 0.8, "\(score.differences)")
    }

    @Test("all of them together")
    func together() {
        let score = score("read")
        #expect(score.presence >= 0.98, "\(score.differences)")
        #expect(score.evidenceShare >= 0.95, "\(score.differences)")
        #expect(score.dateShare >= 0.95, "\(score.differences)")
        #expect(score.verdictShare >= 0.75, "\(score.differences)")
    }

    @Test("the agreements that were kept apart from the rules")
    func heldOut() {
        let score = score("held-out")
        #expect(score.presence >= 0.9)
        #expect(score.evidenceShare >= 0.9)
        #expect(score.dateShare >= 0.9)
    }

    @Test("no answer allows more than its label, and no day is made up", arguments: ["read", "held-out"])
    func closed(folder: String) {
        let score = score(folder)
        #expect(score.verdicts.of >= 20)
        #expect(score.unsafe.isEmpty)
        #expect(score.inventedDays.isEmpty)
    }
}
