import Papers
import Permits
import Testing

@Suite("Clauses become the terms that decide")
struct ProposedAgreementTests {
    private func terms(_ text: String, _ operatesAs: Settings.OperatesAs = .individual) -> [Obligation] {
        ProposedAgreement(
            Reading(Outline(PaperText(text))).proposals, prefix: "paper", operatesAs: operatesAs
        ).obligations
    }

    private let open =
        "2. Secrecy. The Recipient shall not disclose Confidential Information to third parties without prior written approval, except that it may disclose Confidential Information to its employees and contractors having a need to know who are bound by obligations no less protective than this Agreement."

    @Test("a bound contractor opens the way to processors, and consent to the rest")
    func processors() {
        let rule = terms(open).first { $0.kind == .thirdPartyDisclosure }
        #expect(rule?.rule == .thirdPartyDisclosure(recipients: .processors))
        #expect(rule?.liftable == true)
    }

    @Test("what only an entity may do, an individual may not")
    func entity() {
        let text =
            open
            + " If the Recipient is an entity, it may disclose Confidential Information to its employees and contractors who need to know it and are bound by obligations no less protective."
        let alone = terms(text, .individual).first { $0.kind == .thirdPartyDisclosure }
        let company = terms(text, .entity).first { $0.kind == .thirdPartyDisclosure }
        #expect(alone?.rule == .thirdPartyDisclosure(recipients: .none))
        #expect(company?.rule == .thirdPartyDisclosure(recipients: .processors))
    }

    @Test("a secret without a way to consent cannot be lifted")
    func closed() {
        let rule = terms(
            "7. Secrecy. We keep all Confidential Information confidential and disclose it to nobody."
        )
        .first { $0.kind == .thirdPartyDisclosure }
        #expect(rule?.rule == .thirdPartyDisclosure(recipients: .none))
        #expect(rule?.liftable == false)
    }

    @Test("where even a copy needs consent, a local tool needs it too")
    func copies() {
        let rule = terms(
            "3. The Recipient shall not copy Confidential Information without the prior written consent of the Discloser."
        )
        .first { $0.kind == .aiUse }
        #expect(rule?.rule == .aiUse(mode: .consent, surfaces: [], localExempt: false))
    }

    @Test("the clauses on tools become their rules")
    func tools() {
        let all = terms(Samples.services)
        #expect(all.contains { $0.rule == .dataLocation(regions: ["EEA"]) })
        #expect(all.contains { $0.rule == .excludedJurisdiction(jurisdictions: ["CN", "RU"]) })
        #expect(all.contains { $0.rule == .retentionLimit(maxDays: 0) })
        #expect(all.contains { $0.rule == .recorded(.breachNotice, within: Period(hours: 24)) })
        #expect(all.contains { $0.kind == .discloseUse })
        #expect(all.contains { $0.kind == .modelTraining && !$0.liftable })
        #expect(all.contains { $0.kind == .aiUse && $0.coveredData.contains(.public) })
    }

    @Test(
        "days that a tool may keep what it got are its limit, and without a plain number it is none",
        arguments: [
            ("The provider of an AI tool must delete prompts and outputs within 30 days.", 30),
            ("Prompts to an AI tool are not stored for longer than 7 days.", 7),
            ("The provider of an AI tool may not retain prompts and must delete uploads within 30 days.", 0),
            ("The AI tool must have zero retention of prompts.", 0),
        ])
    func kept(_ clause: String, _ days: Int) {
        #expect(terms("4. " + clause).contains { $0.rule == .retentionLimit(maxDays: days) })
    }

    @Test("a contract asked of a tool's vendor leaves the other terms as wide as they are")
    func vendorContract() {
        let all = terms(
            """
            1. The Freelancer shall not communicate business matters to third parties without prior written permission.
            2. The Freelancer may use an AI tool where a data processing agreement is signed with the vendor.
            """)
        #expect(all.contains { $0.kind == .thirdPartyDisclosure && $0.data == nil })
    }

    @Test(
        "a ban on a defined kind of tool reaches as far as its definition, not as its name",
        arguments: [
            ("\"External AI\" means every AI system that the Client did not provide.", false),
            ("\"External AI\" means an AI system hosted by a vendor in the cloud.", true),
        ])
    func definedReach(_ definition: String, _ exempt: Bool) {
        let all = terms(
            "1. \(definition)\n2. The Freelancer shall not enter Confidential Information into External AI.\n"
        )
        let bans = all.compactMap { term in
            if case .aiUse(_, _, let local) = term.rule { local } else { nil }
        }
        #expect(bans.contains(true) == exempt && !bans.isEmpty)
    }

    @Test("a spelling checker that is allowed, or a model of our own, opens no ban on hosted models")
    func narrowPermissions() {
        let ban = "1. The Freelancer shall not use generative AI for the work.\n"
        for permission in [
            "Nothing in clause 1 prevents the Freelancer from using a grammar checker.",
            "A model that runs offline on the Freelancer's own computer may be used.",
        ] {
            let all = terms(ban + "2. \(permission)\n")
            #expect(all.contains { $0.kind == .aiUse && !$0.liftable }, "\(permission)")
        }
    }

    @Test("every id is a slug and stands once")
    func ids() {
        for form in Forms.all {
            let ids = terms(form.full).map(\.id)
            #expect(Set(ids).count == ids.count)
            #expect(
                ids.allSatisfy { id in
                    id.utf8.count <= 63
                        && id.utf8.allSatisfy {
                            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                        }
                })
        }
    }
}
