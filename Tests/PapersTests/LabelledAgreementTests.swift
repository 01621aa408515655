import Papers
import Testing

@Suite("Agreements of many manners are read as a reader labelled them")
struct LabelledAgreementTests {
    /// Every agreement with its score, read once.
    private static let scores: [String: [(agreement: LabelledAgreement, score: AgreementScore)]] = {
        var scores: [String: [(agreement: LabelledAgreement, score: AgreementScore)]] = [:]
        for folder in ["read", "held-out"] {
            scores[folder] = LabelledAgreement.all(folder).map { agreement in
                var score = AgreementScore()
                score.add(agreement)
                return (agreement, score)
            }
        }
        return scores
    }()

    private func score(_ folder: String) -> AgreementScore {
        var score = AgreementScore()
        for each in Self.scores[folder] ?? [] { score.add(each.score) }
        return score
    }

    @Test("every label names a kind, and every kind that decides is labelled somewhere")
    func labels() {
        let all = Self.scores.values.flatMap { $0 }.map(\.agreement)
        #expect(all.count >= 45)
        for agreement in all { #expect(agreement.faults.isEmpty, "\(agreement)") }
        let kinds = Set(all.flatMap { $0.labels.map(\.kind) })
        #expect(kinds == Set(ClauseKind.allCases))
    }

    @Test("the agreements that the rules were tried on")
    func read() {
        for (agreement, score) in Self.scores["read"] ?? [] {
            #expect(score.presence >= 0.9, "\(agreement): \(score.differences)")
            #expect(score.evidenceShare >= 0.8, "\(agreement): \(score.differences)")
        }
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
        #expect(score.verdicts.of >= 16)
        #expect(score.unsafe.isEmpty)
        #expect(score.inventedDays.isEmpty)
    }
}
