import Canvas
import Permits

private let needsQuestion: @Sendable (State) -> Availability = {
    $0.subject == nil ? .off("no surface and client are chosen") : .ready
}

extension Action {
    static let permits: [Action] = [
        Action(
            "permit.why", [.enter, .character("w")], "why", "why this answer, clause by clause",
            in: [.matrix], hint: true, when: needsQuestion
        ) {
            state in
            guard let request = state.subject else { return [] }
            return state.explain(request)
        },
        Action(
            "session.start", [.character("s")], "start", "open the surface behind its wall",
            in: [.matrix, .why, .client], hint: true,
            when: { state in
                guard state.subject != nil else { return .off("no surface and client are chosen") }
                if let live = state.live {
                    return .off(
                        "a session for \(state.tag(of: live.job.client)) is open; one client at a time")
                }
                switch state.subjectAnswer?.outcome {
                case .deny: return .off("the answer is NO")
                case .undetermined: return .off("there is no answer, and unknown is no permission")
                default: return .ready
                }
            }
        ) { state in
            guard let request = state.subject else { return [] }
            state.busy = "Preparing the session"
            return [.prepare(request)]
        },
        Action(
            "matrix.next", [.tab], "next open", "the next cell with ?? or an open condition", in: [.matrix],
            hint: true
        ) {
            state in
            state.nextOpen()
            return []
        },
        Action(
            "matrix.only", [.character("f")], "show one answer",
            "only rows with ok, if, NO or ?? in this column", in: [.matrix], hint: true
        ) {
            state in
            let order: [Outcome?] = [nil, .permit, .conditional, .deny, .undetermined]
            let place = order.firstIndex(of: state.matrix.only) ?? 0
            state.matrix.only = order[(place + 1) % order.count]
            state.matrix.row = 0
            return []
        },
        Action(
            "matrix.route", [.character("r")], "route", "choose what lies behind a wrapper",
            in: [.matrix, .why],
            when: { state in
                guard let request = state.subject,
                    let tool = state.tools.first(where: { $0.id == request.surface })
                else {
                    return .off("no surface is chosen")
                }
                return tool.needsRoute ? .ready : .off("\(tool.name) answers for itself")
            }
        ) { state in
            guard let request = state.subject else { return [] }
            state.overlay = .pick(
                Pick(
                    title: "What lies behind \(state.name(of: request.surface))?",
                    options: state.tools.filter { !$0.needsRoute }.map { Field.Option($0.id, $0.name) },
                    purpose: .route(surface: request.surface)))
            return []
        },
        Action(
            "permit.mail", [.character("m")], "draft request",
            "draft the mail that asks the client; nothing is sent", in: [.matrix, .why], hint: true,
            when: { state in
                guard let explanation = state.shownExplanation else {
                    return .off("the answer is still being worked out")
                }
                return explanation.verdict.outcome == .permit
                    ? .off("nothing has to be asked: it is allowed") : .ready
            }
        ) { state in
            guard let explanation = state.shownExplanation else { return [] }
            state.overlay = .sheet(
                Sheet(
                    title: "request-\(state.tag(of: explanation.verdict.request.client))",
                    text: state.mail(explanation)))
            return []
        },
        Action(
            "permit.text", [.character("y")], "as text", "the whole answer as text, to keep or to send",
            in: [.matrix, .why],
            when: {
                $0.shownExplanation == nil ? .off("the answer is still being worked out") : .ready
            }
        ) { state in
            guard let explanation = state.shownExplanation else { return [] }
            state.overlay = .sheet(
                Sheet(
                    title: "answer-\(state.tag(of: explanation.verdict.request.client))",
                    text: state.plainText(explanation)))
            return []
        },
        Action(
            "why.source", [.enter], "open",
            "what the chosen line rests on, word for word; or a way to another answer",
            in: [.why],
            hint: true,
            when: {
                ($0.why.explanation?.rowCount ?? 0) > 0
                    ? .ready : .off("the answer rests on nothing that was recorded")
            }
        ) { state in
            guard let explanation = state.why.explanation else { return [] }
            if let remedy = state.chosenWay { return state.go(remedy.action, explanation.verdict.request) }
            guard let finding = explanation.verdict.findings[at: state.why.row] else { return [] }
            state.overlay = .sheet(
                Sheet(title: "source-\(finding.id)", text: state.sourceText(explanation, state.why.row)))
            return []
        },
        Action(
            "fact.edit", [.character("f")], "edit fact", "record what you read yourself about the fact",
            in: [.why],
            when: {
                $0.citedFact == nil ? .off("the chosen line rests on no fact") : .ready
            }
        ) { state in
            guard let fact = state.citedFact else { return [] }
            let surface = state.why.request.map { $0.route ?? $0.surface } ?? fact.surface
            return state.openForm(.review(surface: surface, before: nil), key: fact.key)
        },
    ]
}

extension State {
    /// The explanation that is on the screen.
    var shownExplanation: Explanation? {
        guard place == .matrix || place == .client else { return why.explanation }
        guard let explanation = matrix.explanation, let request = subject,
            explanation.verdict.request.surface == request.surface,
            explanation.verdict.request.client == request.client,
            explanation.verdict.request.engagement == request.engagement
        else { return nil }
        return explanation
    }

    /// The fact that the chosen finding rests on.
    var citedFact: CitedFact? { why.explanation?.verdict.findings[at: why.row]?.facts.first }

    /// The chosen way to another answer.
    var chosenWay: Remedy? {
        why.explanation.flatMap { $0.ways[at: why.row - $0.verdict.findings.count] }
    }

    /// Goes where something can be done about an answer.
    mutating func go(_ action: Remedy.Action, _ request: Request) -> [Effect] {
        switch action {
        case .alternative(let surface):
            return explain(question(Job(client: request.client, engagement: request.engagement), surface))
        case .consent(let obligation, let target, let kind, _):
            return whenKnown(
                request.client, .consent,
                consent: .init(surface: target, lifts: [obligation, kind.rawValue]))
        case .duty:
            notice = Notice("s asks for it when the session starts.")
            return []
        case .research(let surface, let key, _):
            return openForm(.review(surface: surface, before: nil), key: key)
        }
    }
}

extension Remedy.Action {
    /// What choosing it does.
    var deed: String {
        switch self {
        case .alternative: "shows why that is so"
        case .consent: "records such a consent; the form is filled in"
        case .duty: "says when it is asked for"
        case .research: "records what you read about it"
        }
    }
}
