import Canvas
import Papers

private let needsPaper: @Sendable (State) -> Availability = {
    $0.paper.page == nil ? .off("no paper was read") : .ready
}

extension Action {
    static let papers: [Action] = [
        Action(
            "paper.read", [.character("i")], "read paper",
            "record an agreement from a signed paper or a standard form", in: [.home, .client], hint: true,
            when: { $0.subjectClient == nil ? .off("no client is chosen") : .ready }
        ) { state in
            guard let entry = state.subjectClient else { return [] }
            return state.askForPaper(entry.id)
        },
        Action(
            "paper.confirm", [.enter, .character("c")], "it says so",
            "the clause says what was found: record it", in: [.paper], hint: true,
            when: { state in
                if state.paper.page == nil { return .off("no paper was read") }
                return state.paper.chosen == nil
                    ? .off("no clause was found; a says absent, u unknown") : .ready
            }
        ) { state in
            state.mark(.recorded)
            return []
        },
        Action(
            "paper.absent", [.character("a")], "absent", "you read it, and there is no such term",
            in: [.paper], hint: true, when: needsPaper
        ) { state in
            state.mark(.absent)
            return []
        },
        Action(
            "paper.unknown", [.character("u")], "unknown",
            "you read it, and what it means stays open; it goes on counting", in: [.paper], hint: true,
            when: needsPaper
        ) { state in
            state.mark(.unknown)
            return []
        },
        Action(
            "paper.next", [.character("n"), .tab], "next", "the next clause that was found", in: [.paper],
            when: needsPaper
        ) { state in
            state.stepSuggestion(by: 1)
            return []
        },
        Action(
            "paper.previous", [.character("p"), .backTab], "previous", "the clause found before this one",
            in: [.paper], when: needsPaper
        ) { state in
            state.stepSuggestion(by: -1)
            return []
        },
        Action(
            "paper.unchanged", [.character("f")], "form's own",
            "record every clause that the recognized form states word for word", in: [.paper], hint: true,
            when: { state in
                guard let page = state.paper.page else { return .off("no paper was read") }
                return page.recognition == nil ? .off("it is none of the standard forms") : .ready
            }
        ) { state in
            state.markUnchanged()
            return []
        },
        Action(
            "paper.facts", [.character("v")], "fill in", "fill in variables and days; the sums follow",
            in: [.paper], hint: true, when: needsPaper
        ) { state in
            state.askForFact()
            return []
        },
        Action(
            "paper.kind", [.character("t")], "kind", "what it is recorded as: nda, msa or sow", in: [.paper],
            when: needsPaper
        ) { state in
            var pick = Pick(title: "Record it as", options: PaperState.kinds, purpose: .paperKind)
            pick.row = PaperState.kinds.firstIndex { $0.id == state.paper.recordedAs.rawValue } ?? 0
            state.overlay = .pick(pick)
            return []
        },
        Action(
            "paper.lower", [.character("d")], "dates/answers",
            "the dates that follow, or the answers that change", in: [.paper], when: needsPaper
        ) { state in
            state.paper.showsDates.toggle()
            return []
        },
        Action(
            "paper.save", [.control("s")], "save", "record the terms; what was not read stays marked so",
            in: [.paper], hint: true, when: needsPaper
        ) { $0.savePaper() },
        Action(
            "paper.leave", [.escape, .character("q")], "leave",
            "leave without recording; asks where something was settled", in: [.paper]
        ) { state in
            guard state.paper.isChanged else {
                state.paper = PaperState()
                state.back()
                return state.load(state.place)
            }
            state.overlay = .confirm(
                Confirm(
                    title: "Leave without recording?", text: "What was settled here is lost.",
                    consequence: .leavePaper))
            return []
        },
    ]
}
