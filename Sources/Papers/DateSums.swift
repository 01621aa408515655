package import Permits

/// The dates that follow from `proposals` and what happened.
///
/// A period that protects the client ends later where its day does not exist, a deadline for our own action
/// earlier; the day something happens is not counted.
///
/// - Parameters:
///   - proposals: the terms.
///   - facts: what happened; what is missing leaves a date open or out, and none is invented.
package func dateSums(_ proposals: [Proposal], _ facts: DateFacts) -> [DateSum] {
    var builder = DateSumBuilder(proposals: proposals, facts: facts)
    builder.build()
    return builder.sums
}

private struct DateSumBuilder {
    let proposals: [Proposal]
    let facts: DateFacts
    var sums: [DateSum] = []
    var termEnd: Day?

    mutating func build() {
        term()
        survival()
        deadlines()
        publicity()
    }

    private func all(_ kind: ClauseKind) -> [Proposal] { proposals.stating(kind) }

    private mutating func add(_ name: String, _ value: DateSum.Value, _ sum: String) {
        if !sums.contains(where: { $0.name == name }) {
            sums.append(DateSum(name: name, value: value, sum: sum))
        }
    }

    /// The day of an anchor; the agreement's end stands for its expiry and its termination.
    private func day(of anchor: String) -> Day? {
        if let day = facts.days(of: anchor).last { return day }
        return anchor == "expiry" || anchor == "termination" || anchor == "trigger" || anchor == "dpa_end"
            ? termEnd : nil
    }

    private func adding(_ length: Length, to day: Day, protects: Bool) -> Day {
        let missing: Day.MissingDay = protects ? .later : .earlier
        switch length.unit {
        case .year: return day.adding(Period(years: length.count), missing: missing)
        case .month: return day.adding(Period(months: length.count), missing: missing)
        case .day: return day.adding(Period(days: length.count))
        case .hour: return day.adding(Period(days: length.count / 24))
        case .businessDay:
            var day = day
            var left = length.count
            while left > 0, day < .last {
                day = day.adding(Period(days: 1))
                // 1970-01-01 was a Thursday.
                let weekday = ((Int(day.number) % 7) + 7 + 3) % 7
                if weekday < 5, !facts.holidays.contains(day) { left -= 1 }
            }
            return day
        }
    }

    private func said(_ length: Length) -> String {
        let unit = length.unit == .businessDay ? "business day" : length.unit.rawValue
        return "\(length.count) \(unit)\(length.count == 1 ? "" : "s")"
    }

    private func sum(_ from: Day, _ length: Length, _ to: Day, _ proposal: Proposal) -> String {
        "\(from) + \(said(length)) = \(to), clause \(proposal.clause)"
    }

    private mutating func term() {
        let terminated = facts.days(of: "termination").last
        for proposal in all(.agreementTerm) {
            let anchor = proposal.params["anchor"]?.text ?? "effective_date"
            switch facts.stated(proposal.params["period"]) {
            case .length(let length, let own):
                guard let start = facts.days(of: own ?? anchor).last else { continue }
                let end = adding(length, to: start, protects: true)
                if let terminated, terminated < end {
                    termEnd = terminated
                    add("term_end", .day(terminated), "terminated on \(terminated)")
                } else {
                    termEnd = end
                    add("term_end", .day(end), sum(start, length, end, proposal))
                }
                return
            case .endless where terminated == nil:
                add("term_end", .open, "clause \(proposal.clause) names no last day")
            case .unknown where terminated == nil:
                add("term_end", .unknown, "a variable of clause \(proposal.clause) is not filled in")
            default: break
            }
        }
        if let terminated {
            termEnd = terminated
            add("term_end", .day(terminated), "terminated on \(terminated)")
        } else if let open = all(.agreementTerm).first(where: { $0.params["end"] != nil }) {
            add("term_end", .open, "clause \(open.clause) names no last day")
        }
    }

    private mutating func survival() {
        // A sentence that only says that duties outlast the agreement yields to one that says how long.
        let rules = all(.survival).flatMap { proposal in
            (proposal.params["rules"]?.list ?? []).map { (proposal: proposal, rule: $0) }
        }
        func isVague(_ rule: Parameter) -> Bool { rule["until"]?.text == "not_stated" }
        for (proposal, rule) in rules.filter({ !isVague($0.rule) }) + rules.filter({ isVague($0.rule) }) {
            let name = "protected_until." + (rule["covers"]?.text ?? "all")
            guard rule["until"]?.text == "period" else {
                add(name, .open, "clause \(proposal.clause) sets no last day")
                continue
            }
            switch facts.stated(rule["period"]) {
            case .length(let length, let own):
                let anchor = own ?? rule["anchor"]?.text ?? "termination"
                if anchor == "disclosure" {
                    items(length, proposal, name)
                } else {
                    period(length, anchor, proposal, name)
                }
            case .unknown: add(name, .unknown, "a variable of clause \(proposal.clause) is not filled in")
            case .endless, .none: add(name, .open, "clause \(proposal.clause) sets no last day")
            }
        }
    }

    private mutating func period(_ length: Length, _ anchor: String, _ proposal: Proposal, _ name: String) {
        guard let start = day(of: anchor) else {
            add(name, .open, "counts from \(anchor), which is not recorded; clause \(proposal.clause)")
            return
        }
        let end = adding(length, to: start, protects: true)
        add(name, .day(max(end, termEnd ?? end)), sum(start, length, end, proposal))
    }

    private mutating func items(_ length: Length, _ proposal: Proposal, _ name: String) {
        let disclosed = facts.days(of: "disclosure")
        guard !disclosed.isEmpty else {
            add(name, .open, "counts from each disclosure, none is recorded; clause \(proposal.clause)")
            return
        }
        var latest = disclosed[0]
        for day in disclosed {
            let end = adding(length, to: day, protects: true)
            let until = max(end, termEnd ?? end)
            latest = max(latest, until)
            add("protected_until.item[\(day)]", .day(until), sum(day, length, end, proposal))
        }
        add(name, .day(latest), "the last of the items, clause \(proposal.clause)")
    }

    private mutating func deadlines() {
        for proposal in all(.returnOrDestroy) { deadline("return_by", proposal.params["deadline"], proposal) }
        for proposal in all(.breachNotice) {
            deadline("breach_notice_by", proposal.params["deadline"], proposal)
        }
        for proposal in all(.dataSubjectRequests) {
            deadline("individual_request_by", proposal.params["deadline"], proposal)
        }
        for proposal in all(.definition) {
            if let oral = proposal.params["oral"], let length = Length(oral["confirm_within"]),
                let day = facts.days["disclosed_orally"]?.last
            {
                let end = adding(length, to: day, protects: false)
                add("oral_confirm_by", .day(end), sum(day, length, end, proposal))
            }
        }
        for proposal in all(.subprocessorApproval) {
            guard let day = facts.days(of: "notice").last else { continue }
            if let length = Length(proposal.params["notice"]) {
                let end = adding(length, to: day, protects: true)
                add("earliest_use", .day(end), sum(day, length, end, proposal))
            }
            if let length = Length(proposal.params["objection"]) {
                let end = adding(length, to: day, protects: true)
                add("objection_until", .day(end), sum(day, length, end, proposal))
            }
        }
        for proposal in all(.terminationNotice) {
            if let length = Length(proposal.params["period"]),
                let day = facts.days["notice_of_termination"]?.last
            {
                let end = adding(length, to: day, protects: true)
                add("termination_effective", .day(end), sum(day, length, end, proposal))
            }
        }
        for proposal in all(.aiUseRecords) {
            if let length = Length(proposal.params["keep"]), let day = day(of: "services_end") {
                let end = adding(length, to: day, protects: true)
                add("records_until", .day(end), sum(day, length, end, proposal))
            }
        }
        for proposal in all(.auditRecords) {
            if let length = Length(proposal.params["period"]),
                let day = day(of: proposal.params["anchor"]?.text ?? "termination")
            {
                let end = adding(length, to: day, protects: true)
                add("records_until", .day(end), sum(day, length, end, proposal))
            }
        }
        for proposal in all(.nonSolicit) {
            let days = ["last_service", "last_payment", "services_end"].flatMap { facts.days[$0] ?? [] }
            if let length = Length(proposal.params["period"]),
                let day = days.max() ?? day(of: proposal.params["anchor"]?.text ?? "termination")
            {
                let end = adding(length, to: day, protects: true)
                add("non_solicit_until", .day(end), sum(day, length, end, proposal))
            }
        }
    }

    private mutating func deadline(_ name: String, _ parameter: Parameter?, _ proposal: Proposal) {
        guard let parameter, let anchor = parameter["anchor"]?.text, let start = day(of: anchor) else {
            return
        }
        switch facts.stated(parameter) {
        case .length(let length, _):
            if length.unit == .hour, let moment = facts.moment(of: anchor) {
                let minutes = moment.minute + length.count * 60
                let day = moment.day.adding(Period(days: minutes / 1440))
                let clock = [minutes % 1440 / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
                let text = "\(day)T\(clock[0]):\(clock[1])\(moment.zone)"
                add(name, .moment(text), "\(length.count) elapsed hours, clause \(proposal.clause)")
            } else {
                let end = adding(length, to: start, protects: false)
                add(name, .day(end), sum(start, length, end, proposal))
            }
        case .unknown: add(name, .unknown, "a variable of clause \(proposal.clause) is not filled in")
        case .endless: add(name, .open, "clause \(proposal.clause) sets no last day")
        case .none:
            if let word = parameter["word"]?.text {
                add(name, .open, "\(word): clause \(proposal.clause) names no number")
            }
        }
    }

    private mutating func publicity() {
        for proposal in all(.noPublicity) {
            guard let until = proposal.params["until"]?.text else { continue }
            var days: [Day] = []
            let later = until.hasPrefix("later_of")
            for part in until.split(whereSeparator: { "(),".contains($0) }) {
                let words = part.split(separator: " ").map(String.init)
                guard let anchor = words.first, !anchor.hasSuffix("_of"),
                    let day = facts.days(of: anchor).last
                else { continue }
                if words.count == 4, let count = Int(words[2]),
                    let unit = Length.Unit(
                        rawValue: words[3].hasSuffix("s") ? String(words[3].dropLast()) : words[3])
                {
                    days.append(adding(Length(count, unit), to: day, protects: true))
                } else if words.count == 1 {
                    days.append(day)
                }
            }
            if let day = later ? days.max() : days.min() {
                add("publicity_allowed_from", .day(day), "\(until), clause \(proposal.clause)")
            }
        }
    }
}
