import Canvas
import Permits
package import Screens

/// What a screen shows, as lines that are read aloud or piped: one sentence a row, no boxes, numbers to choose by.
///
/// - Parameter state: what the interface knows.
/// - Returns: printable lines.
package func transcript(_ state: State) -> [String] {
    var lines: [String] = []
    if let notice = state.notice { lines.append((notice.isFault ? "Note: " : "") + notice.text) }
    lines += state.overlay.map { overlay($0, state) } ?? screen(state)
    return lines.map { visible(spoken($0)) }
}

/// What is said of the interface, one line of the dialogue after the other.
package struct Narration {
    private var said: [String] = []

    package init() {}

    /// What is said of a state: whoever listens has heard what stands before it already.
    ///
    /// Where only a notice is new it comes alone, and behind a long list that is as it was only what follows it.
    package mutating func lines(of state: State) -> [String] {
        let whole = transcript(state)
        let notice = state.notice == nil ? 0 : 1
        let rest = whole.dropFirst(notice)
        let known = zip(rest, said).prefix { $0 == $1 }.count
        let isAgain = rest.count == known && known == said.count
        defer { said = Array(rest) }
        if isAgain { return notice == 0 ? whole : Array(whole.prefix(notice)) }
        return Array(whole.prefix(notice) + rest.dropFirst(known >= 10 && known < rest.count ? known : 0))
    }
}

/// A line whose hints name what is said in place of the keys that the screens name.
private func spoken(_ line: String) -> String {
    for (key, words) in [
        ("z takes it back", "Say undo to take it back"), ("n adds one", "Say new to add one"),
        ("enter adds one", "Say new to add one"), ("enter records one", "Say read paper to record one"),
        ("o records it", "Say NDA terms to record it"), ("4 shows them", "Say Surfaces to see them"),
        ("r records what you read", "Say record re-read to record what you read"),
        ("v fills in its variables", "Say fill in to fill in its variables"),
        ("f records its clauses", "Say form's own to record its clauses"),
    ] {
        guard let found = line.firstRange(of: key) else { continue }
        let head = line[..<found.lowerBound]
        let words = head.hasSuffix(": ") ? "\(words.prefix(1).lowercased())\(words.dropFirst())" : words
        return head + words + line[found.upperBound...]
    }
    return line
}

private func screen(_ state: State) -> [String] {
    guard state.isLoaded else { return ["Reading the ledger."] }
    switch state.place {
    case .home: return home(state)
    case .client: return client(state)
    case .matrix: return matrix(state)
    case .why: return why(state)
    case .sessions: return sessions(state)
    case .catalog: return catalog(state)
    case .deadlines:
        guard state.deadlines.agenda != nil else { return ["Reading the dates."] }
        return heading("Dates", state.plainDue.count)
            + state.plainDue.prefix(200).enumerated().map { number, deadline in
                let who = deadline.client.map { state.roster[$0]?.name ?? $0 } ?? "everybody"
                return
                    "\(number + 1). \(deadline.date), \(distance(to: deadline.date, from: state.today)), for \(who): \(deadline.what)."
            }
    case .log:
        guard let page = state.log.page else { return ["Reading the log."] }
        return heading("Log, newest first", page.total)
            + page.lines.prefix(20).map { line in
                let who = line.client.map { ", for \(state.roster[$0]?.name ?? $0)" } ?? ""
                return "\(line.time.day) \(line.time.clock)\(who), \(line.event): \(line.detail)."
            }
            + (page.total > 20 ? ["And \(page.total - 20) more; say filter and a word."] : [])
            + (state.log.verified.map { ["Chain: \($0)."] } ?? [])
    case .themes:
        return heading("Themes", state.themes.rows.count)
            + state.themes.rows.enumerated().map { number, row in
                "\(number + 1). \(row.name)\(row.id == state.themes.kept ? ", in use" : "")\(row.fault.map { ": \($0)" } ?? "")."
            }
    case .help:
        return ["What can be said here, under \(state.help.about.title):"] + offers(state, everywhere: true)
            + [
                "filter and a word: only the rows that hold it; filter alone: all rows.",
                "quit: leave Bulkhead.",
                "In a list a number chooses a row; the name or tag of a client opens it.",
            ]
    case .form: return form(state)
    case .paper: return paper(state)
    case .redaction: return redaction(state)
    case .palette, .launch, .confirm, .pick, .prompt, .sheet: return []
    }
}

private func heading(_ words: String, _ count: Int) -> [String] { ["\(words): \(count)."] }

/// How far a day is away, in words.
private func distance(to day: Day, from today: Day) -> String {
    let days = day.days(since: today)
    let count = "\(abs(days)) \(abs(days) == 1 ? "day" : "days")"
    return days == 0 ? "today" : days < 0 ? "\(count) ago" : "in \(count)"
}

/// An answer as a sentence says it.
private func sentence(_ judged: Judged?) -> String {
    guard let judged else { return "not worked out yet" }
    switch judged.outcome {
    case .permit: return "allowed"
    case .conditional:
        return
            "allowed if \(judged.duties.count == 1 ? "1 condition is" : "\(judged.duties.count) conditions are") met"
    case .deny: return "not allowed"
    case .undetermined: return "no answer, so not allowed"
    }
}

private func home(_ state: State) -> [String] {
    guard !state.isFirstRun else {
        return [
            "Nothing here yet.",
            "Bulkhead answers one question: for this job, may this AI tool see this material?",
            "It needs a client and an engagement, what its agreement says, and the tools you use.",
            "Say new client to begin, or help for all that can be said. bulkhead demo --plain has made-up clients.",
        ]
    }
    var lines = heading("Clients", state.roster.total)
    let rows = state.home.matches ?? Array(state.roster.entries.indices)
    for (number, place) in rows.prefix(50).enumerated() {
        let entry = state.roster.entries[place]
        var words = "\(number + 1). \(entry.name), tag \(entry.tag)"
        if let job = entry.engagements.first { words += ", job \(job.title)" }
        if let tally = state.summaries[entry.id]?.tally {
            words +=
                ": \(tally.permit) tools allowed, \(tally.conditional) with conditions, \(tally.deny) not allowed, "
                + "\(tally.undetermined) without an answer"
        }
        lines.append(words + ".")
    }
    if rows.count > 50 { lines.append("And \(rows.count - 50) more; say filter and a word.") }
    for attention in state.attention {
        let who = attention.client.map { "\(state.tag(of: $0)): " } ?? ""
        lines.append("Needs you: \(who)\(attention.text)\(attention.text.hasSuffix(".") ? "" : ".")")
    }
    return lines + ["Say a number or a name to open a client, or help for all that can be said."]
}

private func client(_ state: State) -> [String] {
    guard let page = state.client.page else { return ["Reading the client."] }
    var lines = ["Client \(page.client.name), tag \(page.client.tag)."]
    lines += page.summary.lines.map { "\($0.label): \($0.value)." }
    lines += state.plainRows.enumerated().map { number, row in "\(number + 1). \(row)" }
    return lines
}

private func matrix(_ state: State) -> [String] {
    guard let job = state.matrix.columns[at: state.matrix.column] else { return ["No client yet."] }
    let name = state.roster[job.client]?.name ?? job.client
    let judged = state.answers[job]
    var lines = ["Tools for \(name)\(state.roster.title(of: job).map { ", \($0)" } ?? "")."]
    lines += state.plainTools.enumerated().map { number, place in
        "\(number + 1). \(state.tools[place].name): \(sentence(judged?[at: place]))."
    }
    return lines
}

private func why(_ state: State) -> [String] {
    if let problem = state.why.problem { return [problem] }
    guard let explanation = state.why.explanation else { return ["Being worked out."] }
    return state.plainAnswer(explanation).split(separator: "\n").map(String.init)
}

private func sessions(_ state: State) -> [String] {
    guard !state.sessions.isEmpty else { return ["No session yet."] }
    return heading("Sessions", state.plainSessions.count)
        + state.plainSessions.prefix(20).enumerated().map { number, row in
            let end =
                row.end.map { "ended \($0.day) \($0.clock)\(row.cause.map { ", \($0)" } ?? "")" } ?? "live"
            let refused = row.refused.map { "\($0.host) (\($0.count))" }.joined(separator: ", ")
            let reached = row.hosts.map { "\($0.host) (\($0.count))" }.joined(separator: ", ")
            let answer = row.outcome.map { " It was \($0.phrase); \(row.minutes) minutes." } ?? ""
            return
                "\(number + 1). \(state.roster[row.job.client]?.name ?? row.job.client), \(state.name(of: row.surface)), "
                + "started \(row.start.day) \(row.start.clock), \(end).\(answer) "
                + (reached.isEmpty ? "No host was reached. " : "Reached: \(reached). ")
                + (refused.isEmpty ? "Nothing was refused." : "Refused: \(refused).")
        }
}

private func catalog(_ state: State) -> [String] {
    guard state.catalog.page != nil else { return ["Reading the catalog."] }
    var lines = heading("Surfaces", state.plainCatalog.count)
    lines += state.plainCatalog.enumerated().map { number, row in
        let age = row.age.map { "read \($0) days ago" } ?? "nothing known"
        let conflicts = row.conflicts > 0 ? ", sources disagree on \(row.conflicts)" : ""
        return "\(number + 1). \(row.name) of \(row.vendor): \(age)\(conflicts)."
    }
    if let surface = state.catalog.surface {
        lines.append("What is known of \(surface.surface.name):")
        lines += surface.values.map { value in
            "\(value.key.label): \(value.value.label), says \(value.source), read \(value.retrieved.map(\.description) ?? "at no known day")"
                + (value.decides ? "." : "; a stricter or newer value decides.")
        }
    }
    return lines
}

private func form(_ state: State) -> [String] {
    guard let form = state.form, let field = form.fields[at: form.focus] else { return [] }
    var lines = [
        "\(form.title). Field \((form.shown.firstIndex(of: form.focus) ?? 0) + 1) of \(form.shown.count)."
    ]
    if let fault = form.fault(at: form.focus, today: state.today), form.showsFaults {
        lines.append("Wrong: \(fault)")
    }
    if !field.help.isEmpty { lines.append(field.help) }
    if let impact = form.impact {
        let changed = impact.filter(\.changes)
        lines.append(
            changed.isEmpty
                ? "If saved, no answer changes."
                : "If saved, \(changed.count) of \(impact.count) answers change:")
        lines += changed.map {
            "\(state.name(of: $0.surface)): from \(sentence($0.before)) to \(sentence($0.after))."
        }
    }
    if field.isText {
        lines.append(
            "\(field.label)\(field.isRequired ? " (needed)" : ""), now: \(field.isFilled ? field.text : "empty"). Write it, or an empty line to go on."
        )
    } else {
        lines.append("\(field.label)\(field.isRequired ? " (needed)" : ""):")
        // Of a long list the first are enough to hear, and what is chosen; a word finds the rest.
        let isLong = field.options.count > 30
        lines += field.options.enumerated().compactMap { number, option in
            let isChosen = field.chosen.contains(option.id)
            guard !isLong || number < 10 || isChosen else { return nil }
            return "\(number + 1). \(option.title)\(isChosen ? ", chosen" : "")"
        }
        if isLong { lines.append("There are \(field.options.count); a word of one finds it.") }
        lines.append("Write the numbers or the words, or an empty line to go on.")
    }
    lines.append("Say save, leave, previous, or go and the name of a field.")
    return lines
}

private func paper(_ state: State) -> [String] {
    guard let page = state.paper.page else { return ["No paper was read."] }
    var lines = ["\(page.title): \(page.proposals.count) clauses seem to matter.", page.recognized]
    lines += page.warnings.map { "Warning: \($0)." }
    let unread = state.plainUnread
    lines.append(
        unread.isEmpty
            ? "Every clause that was found is settled: say save."
            : "To be read: \(unread.joined(separator: ", ")).")
    if let kind = state.plainKind { lines.append(kind) }
    if let place = state.paper.chosen {
        let proposal = page.proposals[place]
        lines.append("Clause \(proposal.clause) says: \(proposal.quote)")
    } else {
        lines.append("No clause of this kind was found.")
    }
    lines += state.plainDates
    if let changed = state.paper.impact?.filter(\.changes) {
        lines.append("If saved, \(changed.count) answers change.")
    }
    return lines + [
        "Say it says so, absent, unknown, next, fill in, save, or leave; or the number of a kind. help tells the rest."
    ]
}

private func redaction(_ state: State) -> [String] {
    guard let preview = state.redaction.preview else {
        return ["Say take text, to take it from the clipboard or a file."]
    }
    var lines = ["They would see:"]
    lines += String(decoding: preview.result, as: UTF8.self).split(separator: "\n").map(String.init)
    lines += preview.items.enumerated().map { number, item in
        let now =
            item.foreignTo.map { "a term of \($0), which blocks" }
            ?? (item.decision == .replace
                ? "replaced by \(item.placeholder)" : item.decision == .keep ? "kept" : "undecided")
        return "\(number + 1). \(item.text), \(item.reason): \(now). Write \(number + 1) to change it."
    }
    return lines + ["Say copy result, add word, mask everywhere, take text, names back, or back."]
}

private func overlay(_ overlay: Overlay, _ state: State) -> [String] {
    switch overlay {
    case .palette: return offers(state, everywhere: true)
    case .confirm(let confirm):
        return [
            confirm.title, confirm.text,
            confirm.tag.map { "Write the tag \($0) to go on, or no." } ?? "Say yes or no.",
        ]
    case .pick(let pick):
        return ["\(pick.title):"] + pick.left.enumerated().map { "\($0 + 1). \($1.title)" } + [
            "Write the number or the words, or close."
        ]
    case .prompt(let prompt):
        return ["\(prompt.title)\(prompt.title.hasSuffix("?") ? "" : ":") Write it, or close."] + prompt.paths
    case .sheet(let sheet):
        return [sheet.title]
            + sheet.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            + ["Say write file to keep it, or close."]
    case .launch(let launch):
        let request = launch.plan.verdict.request
        var lines = [
            "Start a session for \(state.roster[request.client]?.name ?? request.client) with \(state.name(of: request.surface)): "
                + sentence(Judged(launch.plan.verdict.outcome, duties: launch.plan.verdict.duties)) + "."
        ]
        lines += launch.duties.enumerated().map { number, duty in
            "\(number + 1). \(duty.instruction): \(launch.acknowledged.contains(duty) ? "done" : "open"). Write \(number + 1) when it is done."
        }
        lines += launch.plan.checks.map { "\($0.label)\($0.label.hasSuffix(" of") ? "" : ":") \($0.value)." }
        return lines + [launch.obstacle(in: state) ?? "Say start.", "Say cancel to leave it."]
    }
}

/// The actions that can be done here, and those that cannot with the reason.
///
/// - Parameter everywhere: whether those that hold everywhere are named too.
package func offers(_ state: State, everywhere: Bool) -> [String] {
    var there = state
    there.overlay = nil
    if there.place == .help {
        let about = there.help.about
        there.place = about.isOverlay ? there.older.last ?? .home : about
    }
    let spoken = Action.all.filter(\.isSpoken)
    let here = spoken.filter { $0.places.contains(there.place) }
    return (here + (everywhere ? spoken.filter(\.places.isEmpty) : [])).map { action in
        switch action.availability(in: there) {
        case .ready: "\(action.title): \(action.description)."
        case .off(let reason): "\(action.title), off now: \(reason)."
        }
    }.map { visible($0) }
}
