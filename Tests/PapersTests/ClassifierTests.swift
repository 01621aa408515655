import Testing

@testable import Papers

@Suite("Sentences are told apart by what labelled agreements taught")
struct ClassifierTests {
    private static let places = Dictionary(
        uniqueKeysWithValues: ClauseKind.allCases.enumerated().map { ($1, $0) })

    private func odds(_ sentence: String) -> [ClauseKind: Int] {
        let features = Features.all(of: Outline(PaperText(sentence))).first?.features ?? []
        let odds = Classifier.shared.logOdds(features)
        return Self.places.mapValues { odds[$0] }
    }

    @Test("the weights of a table are added up, and what it does not know adds nothing")
    func sums() {
        let classifier = Classifier(
            "*\t0:-5 2:7\nnotif\t0:30\nin writ\t0:4 2:-9\nbroken\nworse\tx:1 99:3 1:y\n")
        #expect(classifier.logOdds([])[0...2] == [-5, 0, 7])
        #expect(classifier.logOdds(["notif", "in writ", "worse", "unheard"])[0...2] == [29, 0, -2])
    }

    @Test(
        "an ending tells no words apart, nor one number from another",
        arguments: [
            ("informing", "informs"), ("deletes", "deleted"), ("approval", "approval"), ("2026", "30"),
            ("obligation", "obligations"),
        ])
    func stems(_ left: String, _ right: String) {
        #expect(Features.stem(left) == Features.stem(right))
    }

    @Test(
        "a sentence that no agreement of the tests contains sounds like its kind",
        arguments: [
            (
                "The Adviser shall tell the Fund within one working day of any leak of its papers.",
                "breach_notice"
            ),
            ("Norwegian law applies and the courts of Bergen decide all disputes.", "governing_law"),
            ("Nothing may be changed unless both of us sign the change.", "amendment_form"),
            ("The Editor must not upload chapters to a chatbot.", "ai_input_ban"),
            (
                "All files are to be deleted within ten days of the end of the assignment.",
                "return_or_destroy"
            ),
        ])
    func unheard(_ sentence: String, _ name: String) throws {
        let kind = try #require(ClauseKind(rawValue: name))
        let odds = odds(sentence)
        #expect(odds[kind] ?? .min > 0)
        #expect(odds.filter { $0.value > odds[kind] ?? .min }.isEmpty)
    }

    @Test("a sentence about pay sounds like nothing that an agreement is read for")
    func pay() {
        #expect(odds("Invoices are paid within forty days of their receipt.").allSatisfy { $0.value < 0 })
    }
}
