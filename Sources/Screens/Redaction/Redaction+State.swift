import Permits
import Redaction

extension State {
    /// The job whose material is to be redacted: of what the keys are on, or the current one.
    var redactionSubject: (job: Job, surface: String?)? {
        func named(_ request: Request) -> (job: Job, surface: String?) {
            (Job(client: request.client, engagement: request.engagement), request.surface)
        }
        if case .launch(let launch) = overlay { return named(launch.plan.verdict.request) }
        switch place {
        case .matrix, .why:
            if let request = subject { return named(request) }
        case .home:
            if let entry = chosenEntry {
                return (current?.client == entry.id ? current ?? entry.job : entry.job, nil)
            }
        case .client: if let job = clientJob { return (job, nil) }
        default: break
        }
        return current.map { ($0, nil) }
    }

    /// Opens the redaction of a job; the text of another job is forgotten.
    mutating func openRedaction() -> [Effect] {
        guard let (job, surface) = redactionSubject else { return [] }
        if redaction.job != job { redaction = RedactionState() }
        redaction.job = job
        redaction.surface = surface ?? redaction.surface
        return open(.redaction)
    }

    /// The chosen span.
    var chosenSpan: Preview.Item? { redaction.preview?.items[at: redaction.row] }

    /// Why the text cannot be copied yet; nothing where it can.
    var redactionObstacle: String? {
        guard let preview = redaction.preview else { return "no text was taken yet" }
        if let owner = preview.items.compactMap(\.foreignTo).first {
            return "a term of \(owner) stands in the text; take it out first"
        }
        let open = preview.undecided
        return open == 0 ? nil : "\(counted(open, "span")) \(open == 1 ? "is" : "are") undecided"
    }

    /// Takes a text in to be looked at.
    mutating func takeText(_ source: TextSource) -> [Effect] {
        guard let job = redaction.job else { return [] }
        busy = "Looking through the text"
        return [.redact(source, job)]
    }

    /// Puts the names back into an answer.
    mutating func takeAnswer(_ source: TextSource) -> [Effect] {
        redaction.takesAnswer = false
        guard let job = redaction.job else { return [] }
        busy = "Putting the names back"
        return [.restore(source, job)]
    }

    /// Shows a text that was looked through; what was decided of it before stays decided.
    mutating func show(_ preview: Preview, _ job: Job) {
        busy = nil
        guard job == redaction.job else { return }
        var preview = preview
        if let earlier = redaction.preview { preview.takeDecisions(of: earlier) }
        if redaction.preview?.text != preview.text { redaction.row = 0 }
        redaction.preview = preview
        redaction.row = redaction.row.within(preview.items.count)
    }

    /// Adds a term to the client's dictionary, so that it is masked here and from now on.
    mutating func learn(_ term: String, _ list: TermList) -> [Effect] {
        guard let job = redaction.job else { return [] }
        busy = "Adding \(term) to the dictionary"
        return [.learn(term, list, job)]
    }

    /// Asks in which list of the dictionary a term belongs.
    mutating func askList(for term: String) {
        overlay = .pick(
            Pick(
                title: "Mask \"\(term)\" everywhere, as a",
                options: TermList.allCases.map { Field.Option($0.rawValue, $0.title) },
                purpose: .term(term)))
    }
}
