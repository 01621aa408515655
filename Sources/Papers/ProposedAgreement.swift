package import Permits

/// What an agreement's proposals come to in the terms that decide.
package struct ProposedAgreement: Sendable {
    package var obligations: [Obligation] = []
    /// For each obligation the place of the proposal that it came from.
    package var sources: [Int] = []
    package var survival: Survival?
    package var tradeSecretsPerpetual = false
    package var governingLaw: String?

    /// Turns proposals into obligations.
    ///
    /// - Parameters:
    ///   - proposals: the terms found.
    ///   - prefix: begins every obligation's id, a slug.
    ///   - operatesAs: who we are; some forms let only an entity share with its contractors.
    ///   - facts: what the variables were filled in with.
    package init(
        _ proposals: [Proposal], prefix: String, operatesAs: Settings.OperatesAs,
        facts: DateFacts = DateFacts()
    ) {
        let terms = Terms(proposals: proposals, operatesAs: operatesAs)
        var used: Set<String> = []
        for (place, proposal) in proposals.enumerated() {
            for var obligation in terms.obligations(of: proposal) {
                let what = obligation.kind == .other ? proposal.kind.rawValue : obligation.kind.rawValue
                let name = Self.slug("\(prefix)-\(proposal.clause)-\(what)")
                var id = name
                var count = 2
                while !used.insert(id).inserted {
                    id = "\(name.prefix(58))-\(count)"
                    count += 1
                }
                obligation.id = id
                obligation.clause = proposal.clause
                obligation.quote = proposal.quote
                obligations.append(obligation)
                sources.append(place)
            }
        }
        for rule in proposals.stating(.survival).flatMap({ $0.params["rules"]?.list ?? [] }) {
            if rule["covers"]?.text == "trade_secrets" {
                tradeSecretsPerpetual = true
            } else {
                survival = Self.longer(survival, Self.survival(of: rule, facts))
            }
        }
        governingLaw =
            proposals.lazy.filter { $0.kind == .governingLaw }.compactMap { $0.params["law"]?.text }.first
    }

    /// Lower-case letters, digits and single hyphens, at most 63.
    static func slug(_ text: String) -> String {
        var slug = ""
        for byte in text.lowercased().utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: slug.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
            }
            if slug.utf8.count >= 63 { break }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? "term" : slug
    }

    private static func survival(of rule: Parameter, _ facts: DateFacts) -> Survival {
        guard rule["until"]?.text == "period",
            case .length(let length, let own) = facts.stated(rule["period"])
        else { return .perpetual }
        let period =
            switch length.unit {
            case .year: Period(years: length.count)
            case .month: Period(months: length.count)
            case .day, .businessDay: Period(days: length.count)
            case .hour: Period(hours: length.count)
            }
        switch own ?? rule["anchor"]?.text {
        case "effective_date": return .from(.effective, period)
        case "signature", "agreement_date", "acceptance": return .from(.signed, period)
        case "expiry": return .from(.expires, period)
        case "disclosure": return .from(.lastDisclosure, period)
        case "termination": return .period(period)
        // An anchor the ledger does not record ends on no day it could compute.
        default: return .from(.terminated, period)
        }
    }

    /// Of two rules the one that cannot end before the other; where they count from different days, none ends.
    private static func longer(_ left: Survival?, _ right: Survival) -> Survival {
        guard let left, left != right else { return right }
        return .perpetual
    }
}

/// The proposals of one agreement, to read one beside the others.
private struct Terms {
    let proposals: [Proposal]
    let operatesAs: Settings.OperatesAs

    private func all(_ kind: ClauseKind) -> [Proposal] { proposals.filter { $0.kind == kind } }

    /// Whether the agreement covers what is derived from its information, so that redacted text stays inside.
    private var coversDerived: Bool { all(.definition).contains { $0.params["derived"]?.isTrue ?? false } }

    /// Whether removing who it is about takes personal data out of the agreement's reach.
    private var redactionOpens: Bool {
        !coversDerived
            && all(.deidentification).contains { $0.params["permission"]?.text == "allowed" }
    }

    private var opensToProcessors: Bool {
        // A vendor is no adviser, agent or representative.
        let classes: Set<String> = [
            "contractors", "subcontractors", "service_providers", "suppliers", "vendors",
        ]
        return all(.permittedRecipients).contains { proposal in
            let bound = proposal.params["bound"]?.text
            let named = proposal.params["classes"]?.list.compactMap(\.text) ?? []
            let closed = proposal.params["entity_only"]?.isTrue ?? false
            return (bound == "no_less_protective" || bound == "written")
                && !classes.isDisjoint(with: named) && !(closed && operatesAs == .individual)
        }
    }

    private var opensToSubprocessors: Bool {
        let modes = all(.subprocessorApproval).map { $0.params["mode"]?.text }
        return !modes.isEmpty && modes.allSatisfy { $0 == "allowed_with_agreement" }
    }

    /// The data a clause speaks of, by its own words.
    private func data(_ proposal: Proposal) -> DataCategories? {
        let scalars = Array(proposal.quote.unicodeScalars)
        let texts = words(of: scalars, in: scalars.indices).map(\.text)
        func near(_ first: String, _ second: Set<String>) -> Bool {
            texts.indices.contains {
                texts[$0] == first && texts[($0 + 1)...].prefix(2).contains(where: second.contains)
            }
        }
        let secrets: Set<String> = [
            "information", "material", "materials", "data", "documents", "content", "records",
        ]
        if near("confidential", secrets) || near("client", ["materials", "material"]) { return nil }
        if texts.contains("phi") { return DataCategories([.health]) }
        if near("personal", ["data", "information"]) { return DataCategories([.personal]) }
        return onlyData
    }

    /// What an agreement is about that defines no confidential information and keeps none: a business
    /// associate's or a processor's terms.
    private var onlyData: DataCategories? {
        let keepsSecrets = all(.noThirdPartyDisclosure).contains { proposal in
            let quote = proposal.quote.lowercased()
            return ["confidential", "secret"].contains { quote.contains($0) }
        }
        // A contract that a permission asks a tool's vendor for makes no processor's terms of the whole paper.
        guard all(.aiConditionalPermission).isEmpty else { return nil }
        guard all(.definition).isEmpty, !keepsSecrets else { return nil }
        if !all(.baaRequired).isEmpty { return DataCategories([.health]) }
        return all(.dpaRequired).isEmpty ? nil : DataCategories([.personal])
    }

    private func make(
        _ rule: Rule, data: DataCategories? = nil, liftable: Bool = true, redactable: Bool = false
    ) -> Obligation {
        var obligation = Obligation(id: "", rule: rule)
        obligation.data = data
        obligation.liftable = liftable
        obligation.unlessRedacted = redactable && data != nil && redactionOpens
        return obligation
    }

    func obligations(of proposal: Proposal) -> [Obligation] {
        let params = proposal.params
        let data = data(proposal)
        let hasRoute = params["consent"]?.text.map { $0 != "none_stated" && $0 != "per_section" } ?? false
        switch proposal.kind {
        case .noThirdPartyDisclosure:
            // Several sentences keep one secret; the first one carries the rule.
            let group = all(.noThirdPartyDisclosure).filter { self.data($0) == data }
            guard group.first == proposal else { return [] }
            // Where the permission stands in the clause on subprocessors, that clause's consent opens it.
            let elsewhere =
                data == DataCategories([.personal]) && !all(.subprocessorApproval).isEmpty
                && group.contains { $0.params["consent"]?.text == "per_section" }
            let lift =
                elsewhere
                || group.contains { ["prior", "prior_written"].contains($0.params["consent"]?.text) }
            let opens = data == nil ? opensToProcessors : opensToProcessors || opensToSubprocessors
            let rule = make(
                .thirdPartyDisclosure(recipients: opens ? .processors : .none), data: data, liftable: lift,
                redactable: true)
            // What learns from a secret tells it to everyone, whether or not a purpose is named.
            return all(.purposeLimitation).isEmpty
                ? [rule, make(.modelTraining, data: data, liftable: false, redactable: true)] : [rule]
        case .purposeLimitation: return [make(.modelTraining, data: data, liftable: false, redactable: true)]
        case .aiUseApproval:
            return bans(proposal, data: DataCategories([.confidential, .public]))
        case .aiInputBan:
            return bans(proposal, data: inputData(params))
        case .aiToolList:
            let allowed = params["allow"]?.list.compactMap(\.text) ?? []
            guard !allowed.isEmpty, params["deny"]?.list.isEmpty ?? true, all(.aiInputBan).isEmpty,
                all(.aiUseApproval).isEmpty
            else {
                // A list that nothing else bans by: which tools are meant is for a person to say.
                let isBare = all(.aiInputBan).isEmpty && all(.aiUseApproval).isEmpty
                return [isBare ? open(data: nil) : make(.recorded(.other, within: nil))]
            }
            return [
                make(.aiUse(mode: .listed, surfaces: allowed.map(ProposedAgreement.slug), localExempt: false))
            ]
        case .aiConditionalPermission:
            let conditions = params["conditions"]?.list.compactMap(\.text) ?? []
            var result: [Obligation] = []
            if conditions.contains("no_training") { result.append(make(.modelTraining, liftable: false)) }
            if conditions.contains("no_retention") {
                result.append(make(.retentionLimit(maxDays: 0), liftable: false))
            }
            if conditions.contains("dpa") { result.append(make(.processorAgreement(instrument: .dpa))) }
            if conditions.contains("deidentified") { result.append(make(.redaction)) }
            if conditions.contains("approval") { result.append(aiUse(params, data: nil)) }
            if result.isEmpty, !conditions.isEmpty, conditions != ["local"] {
                result.append(make(.discloseUse))
            }
            return result.isEmpty ? [make(.recorded(.other, within: nil))] : result
        case .aiNoTraining:
            let reach = data ?? whole(proposal)
            let rule = make(.modelTraining, data: reach, liftable: false)
            return keeps(proposal)
                ? [rule, make(.retentionLimit(maxDays: 0), data: reach, liftable: false)] : [rule]
        case .aiNoRetention:
            let days = params["days"]?.number ?? 0
            return [make(.retentionLimit(maxDays: days), data: data ?? whole(proposal), liftable: false)]
        case .aiUseRecords, .aiOutputRules: return [make(.discloseUse, data: data)]
        case .dataResidency, .crossBorderTransfer:
            let regions = params["regions"]?.list.compactMap(\.text) ?? []
            guard !(params["allowed"]?.isTrue ?? false) else {
                return [make(.recorded(.other, within: nil), data: data)]
            }
            guard !regions.isEmpty else { return [open(data: data)] }
            return [
                make(
                    .dataLocation(regions: regions), data: data,
                    liftable: hasRoute)
            ]
        case .jurisdictionExclusion:
            let codes = params["jurisdictions"]?.list.compactMap(\.text) ?? []
            return codes.isEmpty
                ? [open(data: data)]
                : [make(.excludedJurisdiction(jurisdictions: codes), data: data)]
        case .subprocessorApproval:
            // A list and a right to object ask for an entry on record first, as a list alone does.
            let isOpen = params["mode"]?.text == "allowed_with_agreement"
            return [
                make(
                    .thirdPartyDisclosure(recipients: isOpen ? .processors : .none),
                    data: data ?? DataCategories([.personal]),
                    redactable: true)
            ]
        case .dpaRequired:
            return [
                make(
                    .processorAgreement(instrument: .dpa), data: DataCategories([.personal]), liftable: false,
                    redactable: true)
            ]
        case .baaRequired:
            return [
                make(
                    .processorAgreement(instrument: .baa), data: DataCategories([.health]), liftable: false,
                    redactable: true)
            ]
        case .personalDataLimits:
            // Whoever handles personal data for us does so under a contract, whether or not a clause names it.
            return [
                make(.modelTraining, data: DataCategories([.personal]), liftable: false, redactable: true),
                make(
                    .processorAgreement(instrument: .dpa), data: DataCategories([.personal]), liftable: false,
                    redactable: true),
            ]
        case .deidentification:
            let permission = params["permission"]?.text ?? "allowed"
            guard permission.hasPrefix("required") else {
                return [make(.recorded(.other, within: nil), data: data)]
            }
            return [make(.redaction, data: data ?? DataCategories([.personal]))]
        case .secrecyOfRelationship: return [make(.redaction)]
        case .copyLimits:
            // Handing a file to a program copies it, on our own machine too.
            switch params["allowed"]?.text {
            case "with_consent":
                return [make(.aiUse(mode: .consent, surfaces: [], localExempt: false), data: data)]
            case "none":
                return [
                    make(
                        .aiUse(mode: .forbidden, surfaces: [], localExempt: false), data: data,
                        liftable: false)
                ]
            default: return [make(.recorded(.copies, within: nil), data: data)]
            }
        case .returnOrDestroy: return [make(.recorded(.returnOrDestroy, within: within(params)), data: data)]
        case .breachNotice: return [make(.recorded(.breachNotice, within: within(params)), data: data)]
        case .compelledDisclosure:
            return [make(.recorded(.compelledDisclosureNotice, within: nil), data: data)]
        case .noPublicity: return [make(.recorded(.publicity, within: nil))]
        case .noReverseEngineering: return [make(.recorded(.reverseEngineering, within: nil))]
        case .nonSolicit: return [make(.recorded(.nonSolicitation, within: nil))]
        case .standardOfCare, .securityMeasures:
            return [make(.recorded(.securityStandard, within: nil), data: data)]
        case .auditRecords: return [make(.recorded(.auditRight, within: nil), data: data)]
        case .residuals: return [make(.recorded(.residuals, within: nil))]
        case .noSubcontracting where params["includes_ai_agents"]?.isTrue ?? false:
            return [open(data: data)]
        case .definition where all(.noThirdPartyDisclosure).isEmpty,
            .exclusions where all(.noThirdPartyDisclosure).isEmpty && all(.definition).isEmpty:
            // What is confidential is kept from others, even where no sentence was understood to say so.
            return [
                make(.thirdPartyDisclosure(recipients: .none), data: data),
                make(.modelTraining, data: data, liftable: false),
            ]
        case .definition, .exclusions, .permittedRecipients, .noSubcontracting, .flowDown,
            .dataSubjectRequests,
            .agreementTerm, .terminationNotice, .survival, .retainedCopies, .governingLaw, .amendmentForm,
            .precedence, .dateRules, .independentDevelopment, .noLicense, .preserveNotices, .exportControl:
            return [make(.recorded(.other, within: nil), data: data)]
        }
    }

    /// A restriction whose reach the text leaves to be found out: hosted tools have to be asked about.
    private func open(data: DataCategories?) -> Obligation {
        make(.aiUse(mode: .consent, surfaces: [], localExempt: true), data: data)
    }

    /// Whether a permission elsewhere opens a ban: not one that excepts nothing, nor one of data of its own that the
    /// permission does not name.
    private func isOpened(_ params: Parameter) -> Bool {
        guard !(params["absolute"]?.isTrue ?? false) else { return false }
        let own = Set(params["data"]?.list.compactMap(\.text) ?? [])
        let names = [
            "personal_data": ["personal", "phi", "health"], "credentials": ["credential", "password"],
            "source_code": ["source"],
        ]
        let special = own.filter { names[$0] != nil }
        return all(.aiConditionalPermission).contains { permission in
            // A spelling checker, or what runs on our own machine, opens no hosted model.
            let conditions = permission.params["conditions"]?.list.compactMap(\.text) ?? []
            guard permission.params["tools"]?.text != "other", !conditions.contains("local") else {
                return false
            }
            guard !own.isEmpty, special == own else { return true }
            let quote = permission.quote.lowercased()
            return special.allSatisfy { names[$0]?.contains(where: quote.contains) ?? false }
        }
    }

    /// Whether a clause speaks of what is stored or kept, so that a tool that keeps anything is caught.
    private func keeps(_ proposal: Proposal) -> Bool {
        let scalars = Array(proposal.quote.unicodeScalars)
        return words(of: scalars, in: scalars.indices).contains { word in
            ["retain", "retention", "store", "stored", "stores", "storing", "logged", "cached"].contains(
                word.text)
        }
    }

    /// What a condition of an approval covers that names no information: all that the approval does.
    private func whole(_ proposal: Proposal) -> DataCategories? {
        let scalars = Array(proposal.quote.unicodeScalars)
        let texts = words(of: scalars, in: scalars.indices).map(\.text)
        func names(_ beginnings: [String]) -> Bool {
            texts.contains { word in beginnings.contains { word.hasPrefix($0) } }
        }
        let isCondition = names(["approv", "condition", "consent", "authori", "permi"])
        let isPart = names([
            "information", "data", "material", "content", "file", "code", "text", "record", "document",
            "secret", "work",
        ])
        return isCondition && !isPart && !all(.aiUseApproval).isEmpty
            ? DataCategories([.confidential, .public]) : nil
    }

    /// The rules of a ban on tools: the ban itself, and what no permission elsewhere lets through.
    private func bans(_ proposal: Proposal, data: DataCategories?) -> [Obligation] {
        let params = proposal.params
        let ban = aiUse(params, data: data)
        let route = params["approval"]?.text.map { $0 != "none_stated" } ?? false
        if params["tools"]?.text == "that_retain_train_or_use" {
            // What learns or keeps is banned by what it does, whatever else is permitted.
            return [
                ban, make(.modelTraining, data: ban.data, liftable: route),
                make(.retentionLimit(maxDays: 0), data: ban.data, liftable: route),
            ]
        }
        // A permission that stands elsewhere lets in no tool that learns.
        return ban.liftable && !route ? [ban, make(.modelTraining, data: ban.data, liftable: false)] : [ban]
    }

    private func aiUse(_ params: Parameter, data: DataCategories?) -> Obligation {
        let route = params["approval"]?.text.map { $0 != "none_stated" } ?? false
        let opened = isOpened(params)
        let local =
            params["local_exempt"]?.isTrue ?? false
            || all(.aiConditionalPermission).contains { permission in
                let conditions = permission.params["conditions"]?.list.compactMap(\.text) ?? []
                return conditions.contains("local") && !conditions.contains("approval")
            }
        return make(
            .aiUse(mode: route || opened ? .consent : .forbidden, surfaces: [], localExempt: local),
            data: data,
            liftable: route || opened)
    }

    private func inputData(_ params: Parameter) -> DataCategories? {
        let classes = params["data"]?.list.compactMap(\.text) ?? []
        if classes.contains("any") { return DataCategories([.confidential, .public]) }
        if classes.contains("confidential") || classes.contains("client_material") { return nil }
        var data: DataCategories = []
        if classes.contains("personal_data") { data.formUnion(DataCategories([.personal])) }
        if classes.contains("source_code") { data.formUnion(DataCategories([.sourceCode])) }
        if classes.contains("credentials") { data.formUnion(DataCategories([.credentials])) }
        return data.isEmpty ? nil : data
    }

    /// The deadline of a recorded duty, where it is a number.
    private func within(_ params: Parameter) -> Period? {
        guard let length = Length(params["deadline"]) else { return nil }
        return switch length.unit {
        case .hour: Period(hours: length.count)
        case .day, .businessDay: Period(days: length.count)
        case .month: Period(months: length.count)
        case .year: Period(years: length.count)
        }
    }
}
