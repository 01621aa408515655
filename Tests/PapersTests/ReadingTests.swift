import Papers
import Testing

@Suite("The clauses of an agreement are found with their evidence")
struct ReadingTests {
    private static let expected: [(ClauseKind, String)] = [
        (.aiUseApproval, "2.1"), (.aiInputBan, "2.2"), (.aiToolList, "2.2"),
        (.aiConditionalPermission, "2.3"),
        (.aiNoRetention, "2.3"), (.aiNoTraining, "2.4"), (.aiUseRecords, "2.5"), (.aiOutputRules, "2.6"),
        (.noSubcontracting, "3"), (.flowDown, "3"), (.dataResidency, "4"), (.crossBorderTransfer, "4"),
        (.jurisdictionExclusion, "4"), (.securityMeasures, "5"), (.breachNotice, "5"), (.dpaRequired, "6"),
        (.personalDataLimits, "6"), (.deidentification, "6"), (.noThirdPartyDisclosure, "7"),
        (.survival, "7"),
        (.returnOrDestroy, "8"), (.nonSolicit, "9"), (.dateRules, "10"), (.governingLaw, "11"),
        (.amendmentForm, "11"),
    ]

    @Test("each kind stands in the clause that says it", arguments: expected)
    func kinds(kind: ClauseKind, clause: String) {
        let reading = Reading(Outline(PaperText(Samples.services)))
        #expect(reading.proposals.contains { $0.kind == kind && $0.clause == clause })
    }

    @Test("what an agreement does not say is not found")
    func absent() {
        let kinds = Set(Reading(Outline(PaperText(Samples.services))).proposals.map(\.kind))
        for kind: ClauseKind in [
            .exclusions, .compelledDisclosure, .residuals, .noReverseEngineering, .exportControl, .noLicense,
            .terminationNotice, .baaRequired, .precedence, .noPublicity, .secrecyOfRelationship,
        ] {
            #expect(!kinds.contains(kind), "\(kind)")
        }
    }

    @Test(
        "what is secret is found in the row of a table and in a line with a colon",
        arguments: [
            "| Term | Meaning |\n|---|---|\n| Client Materials | All briefs that the Agency furnishes |\n",
            "\"Secret\" in this letter: source code, prices and whatever the Agency calls so.\n",
        ])
    func listedSecrets(_ definition: String) {
        let duty = "2. Talent shall not disclose Client Materials or a Secret to third parties."
        let text = definition + "\n" + duty + "\n"
        #expect(Reading(Outline(PaperText(text))).proposals.contains { $0.kind == .definition })
    }

    @Test("every quote is the text of its range", arguments: Forms.names)
    func evidence(name: String) throws {
        let form = try #require(Forms.named(name))
        let text = PaperText(form.full)
        let proposals = Reading(Outline(text)).proposals
        #expect(!proposals.isEmpty)
        for proposal in proposals {
            #expect(text.slice(proposal.range) == proposal.quote)
            #expect(!proposal.quote.isEmpty)
        }
    }

    @Test("the unmodified forms of nondisclosure say nothing about AI")
    func noAI() throws {
        for name in ["bonterms-mutual-nda", "common-paper-mutual-nda"] {
            let form = try #require(Forms.named(name))
            let kinds = Reading(Outline(PaperText(form.full))).proposals.map(\.kind.rawValue)
            #expect(!kinds.contains { $0.hasPrefix("ai_") })
            #expect(kinds.contains("no_third_party_disclosure"))
        }
    }

    @Test(
        "lengths of time are read in words and figures",
        arguments: [
            ("thirty (30) days", 30, "day"), ("5 (five) years", 5, "year"),
            ("ten business days", 10, "business_day"),
            ("twenty-four hours", 24, "hour"), ("two weeks", 14, "day"), ("1 year(s)", 1, "year"),
            ("eighteen (18) calendar months", 18, "month"),
        ])
    func lengths(said: String, count: Int, unit: String) {
        let text = "The obligations of confidentiality continue for a period of \(said) after termination."
        let survival =
            "1. Notice. The Contractor shall notify the Client of any security breach within \(said)."
        let breach = Reading(Outline(PaperText(survival))).proposals.first { $0.kind == .breachNotice }
        #expect(breach?.params["deadline"]?["n"] == .number(count), "\(text)")
        #expect(breach?.params["deadline"]?["unit"] == .text(unit))
    }

    @Test(
        "the consent that opens a secret is the one the clause names",
        arguments: [
            ("without the prior written consent of the Client", "prior_written"),
            ("without the Client's prior consent", "prior"),
            ("at any time", "none_stated"),
        ])
    func consent(said: String, expected: String) {
        let text =
            "3. Secrecy. The Contractor shall not disclose Confidential Information to any third party \(said)."
        let proposal = Reading(Outline(PaperText(text))).proposals.first {
            $0.kind == .noThirdPartyDisclosure
        }
        #expect(proposal?.params["consent"] == .text(expected))
    }

    @Test("clauses are numbered as the document numbers them")
    func numbers() {
        let text = """
            1. First
            1.1 Under the first. More words stand here.
            (a) an item of it, and
            (b) another:
            (i) below that;
            2) Second
            Schedule 1
            1. In the schedule
            """
        let numbers = Outline(PaperText(text)).clauses.map(\.number)
        #expect(numbers == ["1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "2", "Schedule 1 1"])
    }

    @Test(
        "the items of an article, of a section and of a lettered part are numbered below it",
        arguments: [
            (
                "Article 4\n1. First.\n2. The Translator shall keep the Work secret from third parties.\n",
                "4.2"
            ),
            (
                "ARTICLE IV\nSECRECY\n\n4.1 The Translator shall keep the Work secret from third parties.\n",
                "4.1"
            ),
            ("B. Secrecy\nB.1 Talent shall not disclose Confidential Information to third parties.\n", "B.1"),
            (
                "Article 1\n1. One.\n\nArticle 2\n1. The Translator shall keep the Work secret from third parties.\n",
                "2.1"
            ),
        ])
    func articles(_ text: String, _ clause: String) {
        let proposals = Reading(Outline(PaperText(text))).proposals
        #expect(proposals.contains { $0.kind == .noThirdPartyDisclosure && $0.clause == clause })
    }

    /// The kinds on tools that one clause on them is read as.
    private func kinds(_ clause: String) -> Set<ClauseKind> {
        let opening = "Between Harbor Agency Ltd (\"Agency\") and the freelancer (\"Talent\").\n\n"
        let duty = "1. Talent shall not disclose Confidential Information to third parties.\n"
        return Set(Reading(Outline(PaperText(opening + duty + "2. " + clause + "\n"))).proposals.map(\.kind))
    }

    @Test(
        "only what permits us to use tools is a permission",
        arguments: [
            ("Talent may use AI tools where no client is named.", true),
            ("AI tools that run offline may be used.", true),
            ("Nothing in this clause prevents Talent from using AI tools for research.", true),
            ("The use of AI tools for research is not prohibited.", true),
            ("Agency may use AI tools to run its own business.", false),
            ("Talent shall disable settings under which inputs to AI tools may be used to learn.", false),
            ("Talent shall not use AI tools unless the brief says that AI tools may be used.", false),
            ("Agency may approve AI tools that may be used.", true),
        ])
    func permissions(_ clause: String, _ permits: Bool) {
        #expect(kinds(clause).contains(.aiConditionalPermission) == permits, "\(clause)")
    }

    @Test(
        "nothing may is a ban, and what is not prohibited is none",
        arguments: [
            ("Nothing from the project may be fed to an AI model, hosted or local.", true),
            ("Talent is not prohibited from entering public texts into AI tools.", false),
        ])
    func doubleNegatives(_ clause: String, _ bans: Bool) {
        #expect(kinds(clause).contains(.aiInputBan) == bans, "\(clause)")
    }

    @Test("a party that goes by the name of Contractor is no contractor to whom a secret may be shown")
    func partyNames() {
        let text = """
            Between Harbor Ltd ("Company") and the person below ("Contractor").
            1. Contractor shall not disclose Confidential Information to any person, and shall use it for no purpose other
            than the Services.
            2. During the term and for one year thereafter Contractor shall not solicit clients of Company.
            """
        let kinds = Set(Reading(Outline(PaperText(text))).proposals.map(\.kind))
        #expect(kinds.contains(.noThirdPartyDisclosure) && kinds.contains(.nonSolicit))
        #expect(!kinds.contains(.permittedRecipients) && !kinds.contains(.survival))
    }

    @Test("what introduces a list counts for its items")
    func introduced() {
        let text = """
            4. The Recipient shall not:
            (a) disclose Confidential Information to third parties without prior written approval;
            (b) reverse engineer any sample.
            """
        let proposals = Reading(Outline(PaperText(text))).proposals
        #expect(proposals.contains { $0.kind == .noThirdPartyDisclosure && $0.clause == "4(a)" })
        #expect(proposals.contains { $0.kind == .noReverseEngineering && $0.clause == "4(b)" })
    }

    @Test("no mutation of a document stops the reading")
    func mutations() {
        var random = Seeded(state: 7)
        let source = Array(Samples.services.unicodeScalars)
        let strange: [Unicode.Scalar] = [
            "(", ")", ".", "\u{0}", "\u{1B}", "\n", "\u{202E}", "é", "1", "§", "\u{000C}", " ",
        ]
        for _ in 0..<300 {
            var scalars = Array(source[..<Int.random(in: 40..<900, using: &random)])
            for _ in 0..<Int.random(in: 1..<40, using: &random) {
                let place = Int.random(in: 0..<scalars.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: scalars[place] = strange[Int.random(in: 0..<strange.count, using: &random)]
                case 1: scalars.insert(strange[Int.random(in: 0..<strange.count, using: &random)], at: place)
                default: if scalars.count > 1 { scalars.remove(at: place) }
                }
            }
            let text = PaperText(String(String.UnicodeScalarView(scalars)))
            for proposal in Reading(Outline(text)).proposals {
                #expect(text.slice(proposal.range) == proposal.quote)
            }
        }
    }
}

/// A small generator with a seed, so that a failure can be seen again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
