import Documents
import Papers
import Permits

/// An agreement as a person reads it: what it is, what happened under it, and its clauses with what each became.
struct AgreementSheet {
    let agreement: Agreement
    let others: [Agreement]
    /// Who read which term last, and what they found.
    let readings: [String: TermReading]
    /// How far every kind of term was looked for, where that was kept.
    let kinds: KindReadings?

    init(
        _ agreement: Agreement, among others: [Agreement], readings: [String: TermReading],
        kinds: KindReadings?
    ) {
        self.agreement = agreement
        self.others = others
        self.readings = readings
        self.kinds = kinds
    }

    var lines: [String] {
        var lines = [
            ([agreement.id, agreement.kind.rawValue] + [agreement.title].compactMap { $0 }).joined(
                separator: "  ")
        ]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("  \(name): \(value)") }
        }
        add("client", agreement.client)
        add("vendor", agreement.vendor)
        add("engagement", agreement.engagement)
        add("signed", agreement.signed?.description)
        add("effective", agreement.effective?.description)
        add("expires", agreement.expires?.description)
        add("terminated", agreement.terminated?.description)
        add("first disclosure", agreement.firstDisclosure?.description)
        add("last disclosure", agreement.lastDisclosure?.description)
        add("returned or destroyed", agreement.returned?.description)
        add("survival", survival)
        if agreement.tradeSecretsPerpetual { add("trade secrets", "for as long as they are secret") }
        add("governing law", agreement.governingLaw)
        add("document", agreement.document?.path)
        if !agreement.supersedes.isEmpty { add("replaces", agreement.supersedes.joined(separator: ", ")) }
        let later = others.filter { !$0.archived && $0.supersedes.contains(agreement.id) }
        for each in later {
            add("replaced by", each.id + (each.effective.map { ", from \($0) on" } ?? ""))
        }
        for (surface, facts) in agreement.facts.sorted(by: { $0.key < $1.key }) {
            for (key, value) in facts.sorted(by: { $0.key.name < $1.key.name }) {
                add(surface, "\(key.name) \(value.words)")
            }
        }
        if agreement.archived { lines.append("  archived: it no longer counts") }
        for obligation in ordered { lines += clause(obligation) }
        if let kinds {
            lines.append("")
            for (what, kinds) in kinds.named {
                let isAll = kinds.count == ClauseKind.allCases.count
                lines.append("kinds \(what): \(isAll ? "all" : kinds.joined(separator: ", "))")
            }
        }
        return lines
    }

    private var survival: String? {
        switch agreement.survival {
        case nil: nil
        case .perpetual: "perpetual"
        case .period(let period): "\(period) from the end"
        case .from(let anchor, let period): "\(period) from \(anchor.rawValue)"
        }
    }

    /// By clause as papers number them: 2 before 10, 2(a) after 2.
    private var ordered: [Obligation] {
        agreement.obligations.sorted { left, right in
            let (one, two) = (Self.numbers(left.clause), Self.numbers(right.clause))
            return one == two ? left.id < right.id : one.lexicographicallyPrecedes(two)
        }
    }

    private static func numbers(_ clause: String?) -> [Int] {
        var parts: [Int] = []
        var digits = 0
        var isNumber = false
        for scalar in (clause ?? "").unicodeScalars {
            if let digit = Int(String(scalar)), scalar.isASCII {
                digits = min(digits, 100_000) * 10 + digit
                isNumber = true
                continue
            }
            if isNumber { parts.append(digits) }
            (digits, isNumber) = (0, false)
            if scalar.properties.isAlphabetic { parts.append(1_000_000 + Int(scalar.value)) }
        }
        if isNumber { parts.append(digits) }
        return parts
    }

    private func clause(_ obligation: Obligation) -> [String] {
        let reading = readings[obligation.id]
        var state =
            switch obligation.reading {
            case .proposed: "proposed, not read"
            case .unknown: "unknown; it counts"
            case nil: "recorded"
            }
        if obligation.archived { state = reading?.finding == .absent ? "read and absent" : "taken out" }
        if let reading { state += ", by \(reading.reader) on \(reading.day)" }
        var lines = [
            "",
            "\(obligation.clause.map { "clause \($0)" } ?? "no clause")  \(obligation.kind.rawValue)  [\(state)]",
        ]
        lines.append("  \(obligation.id)\(Self.parameters(of: obligation))")
        if let quote = obligation.quote, !quote.isEmpty {
            lines.append("  “" + quote.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”")
        } else {
            lines.append("  from memory: no quote")
        }
        return lines
    }

    private static func parameters(of obligation: Obligation) -> String {
        var words: [String] = []
        switch obligation.rule {
        case .thirdPartyDisclosure(let recipients): words.append("recipients \(recipients.rawValue)")
        case .aiUse(let mode, let surfaces, let localExempt):
            words.append("mode \(mode.rawValue)")
            if !surfaces.isEmpty { words.append("surfaces \(surfaces.joined(separator: ", "))") }
            if localExempt { words.append("tools on your own machine are exempt") }
        case .dataLocation(let regions): words.append("regions \(regions.joined(separator: ", "))")
        case .excludedJurisdiction(let codes): words.append("jurisdictions \(codes.joined(separator: ", "))")
        case .retentionLimit(let days): words.append("at most \(days) days")
        case .processorAgreement(let instrument): words.append("a \(instrument.rawValue)")
        case .recorded(_, let within?): words.append("within \(within)")
        default: break
        }
        if let data = obligation.data {
            words.append("data \(data.members.map(\.rawValue).joined(separator: ", "))")
        }
        if !obligation.liftable { words.append("no consent lifts it") }
        if obligation.unlessRedacted { words.append("unless redacted") }
        if !obligation.survives { words.append("ends with the agreement") }
        return words.isEmpty ? "" : ": " + words.joined(separator: "; ")
    }
}
