import Canvas
import Redaction

private let needsText: @Sendable (State) -> Availability = {
    $0.redaction.preview == nil ? .off("no text was taken yet") : .ready
}

private let needsSpan: @Sendable (State) -> Availability = { state in
    guard let span = state.chosenSpan else { return .off("nothing was found that could be masked") }
    return span.foreignTo == nil ? .ready : .off("a term of another client is never sent")
}

extension Action {
    static let redactions: [Action] = [
        Action(
            "redaction.open", [.character("x"), .function(4)], "redact",
            "make a text fit to be sent: mask what must not leave",
            in: [.home, .client, .matrix, .why, .launch], hint: true,
            when: { $0.redactionSubject == nil ? .off("no client is chosen") : .ready }
        ) { $0.openRedaction() },
        Action(
            "redaction.toggle", [.character(" "), .enter], "keep/replace",
            "replace the chosen span by its placeholder, or keep it as it is", in: [.redaction], hint: true,
            when: needsSpan
        ) { state in
            guard let span = state.chosenSpan else { return [] }
            state.redaction.preview?.decide(
                state.redaction.row, span.decision == .replace ? .keep : .replace)
            return []
        },
        Action(
            "redaction.copy", [.character("y")], "copy result",
            "copy the masked text; the clipboard is emptied later, the log keeps a receipt",
            in: [.redaction], hint: true,
            when: { state in state.redactionObstacle.map { .off($0) } ?? .ready }
        ) { state in
            guard let job = state.redaction.job, let preview = state.redaction.preview else { return [] }
            var placeholders = preview.map
            guard let redacted = preview.redacted(into: &placeholders) else { return [] }
            state.busy = "Copying"
            return [.copy(redacted, placeholders, job, surface: state.redaction.surface)]
        },
        Action(
            "redaction.alike", [.character("=")], "all alike",
            "decide every span with the same letters like the chosen one", in: [.redaction],
            when: needsSpan
        ) { state in
            guard let span = state.chosenSpan else { return [] }
            state.redaction.preview?.decideEverywhere(
                like: state.redaction.row, span.decision == .undecided ? .replace : span.decision)
            return []
        },
        Action(
            "redaction.everywhere", [.character("m")], "mask everywhere",
            "add the chosen words to the client's dictionary: masked here and from now on",
            in: [.redaction], hint: true,
            when: { state in
                guard let span = state.chosenSpan else { return .off("nothing is chosen") }
                return span.kind.isTerm && span.reason == "dictionary"
                    ? .off("the dictionary holds it already") : needsSpan(state)
            }
        ) { state in
            if let span = state.chosenSpan { state.askList(for: span.text) }
            return []
        },
        Action(
            "redaction.add", [.character("a")], "add word",
            "add a word of your own to the client's dictionary", in: [.redaction], hint: true,
            when: needsText
        ) { state in
            state.overlay = .prompt(
                Prompt(title: "Which word must not leave?", purpose: .term))
            return []
        },
        Action(
            "redaction.next", [.character("n"), .tab], "next undecided",
            "the next span that waits for a decision", in: [.redaction], hint: true, when: needsText
        ) { state in
            guard let items = state.redaction.preview?.items, !items.isEmpty else { return [] }
            let order = items.indices.map { (state.redaction.row + 1 + $0) % items.count }
            if let next = order.first(where: { items[$0].decision == .undecided }) {
                state.redaction.row = next
            } else {
                state.notice = Notice("Nothing is undecided.")
            }
            return []
        },
        Action(
            "redaction.take", [.character("p")], "take text",
            "take a text in from the clipboard or a file; a paste is taken at once", in: [.redaction],
            hint: true
        ) { state in
            state.overlay = .pick(
                Pick(
                    title: "Take the text from",
                    options: [
                        Field.Option("clipboard", "the clipboard"), Field.Option("file", "a file"),
                    ], purpose: .text(isAnswer: false)))
            return []
        },
        Action(
            "redaction.restore", [.character("b")], "names back",
            "put the real names back into an answer", in: [.redaction], hint: true
        ) { state in
            state.overlay = .pick(
                Pick(
                    title: "Put the names back into",
                    options: [
                        Field.Option("clipboard", "what is on the clipboard"),
                        Field.Option("paste", "what I paste next"), Field.Option("file", "a file"),
                    ], purpose: .text(isAnswer: true)))
            return []
        },
        Action(
            "redaction.forget", [.character("X")], "forget", "forget the text; what was copied stays copied",
            in: [.redaction], when: needsText
        ) { state in
            let (job, surface) = (state.redaction.job, state.redaction.surface)
            state.redaction = RedactionState()
            state.redaction.job = job
            state.redaction.surface = surface
            return []
        },
    ]
}
