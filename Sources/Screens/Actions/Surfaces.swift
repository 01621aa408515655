import Canvas

/// Off where the chosen surface is none of the freelancer's own.
private let needsOwn: @Sendable (State) -> Availability = { state in
    guard let id = state.chosenSurface, state.catalog.surface?.surface.id == id else {
        return .off("no surface is chosen")
    }
    return state.catalog.page?.own.contains(id) == true
        ? .ready : .off("it is a shipped surface; r corrects a fact of it")
}

extension Action {
    static let surfaces: [Action] = [
        Action(
            "surface.facts", [.enter, .tab], "facts", "go through the facts, or back to the list",
            in: [.catalog], hint: true,
            when: {
                $0.catalog.surface == nil ? .off("no surface is chosen") : .ready
            }
        ) { state in
            state.catalog.isOnFacts.toggle()
            return []
        },
        Action(
            "surface.review", [.character("r")], "record re-read", "record what the source says today",
            in: [.catalog], hint: true,
            when: {
                $0.catalog.surface == nil ? .off("no surface is chosen") : .ready
            }
        ) { state in
            guard let page = state.catalog.surface else { return [] }
            let value = state.catalog.isOnFacts ? page.values[at: state.catalog.fact] : page.values.first
            return state.openForm(.review(surface: page.surface.id, before: nil), key: value?.key)
        },
        Action(
            "surface.new", [.character("n")], "new surface", "add a surface of your own", in: [.catalog],
            hint: true
        ) { $0.openForm(.surface(nil)) },
        Action(
            "surface.edit", [.character("e")], "edit",
            "correct a reading of yours, or change a surface of your own", in: [.catalog],
            hint: true, when: { $0.chosenReview == nil ? needsOwn($0) : .ready }
        ) { state in
            if let review = state.chosenReview { return state.openForm(editing: .review(review)) }
            guard let surface = state.catalog.surface?.surface else { return [] }
            return state.openForm(.surface(surface))
        },
        Action(
            "surface.archive", [.character("D")], "take out",
            "withdraw your reading, or take your own surface out of the catalog; asks first",
            in: [.catalog], when: { $0.chosenReview == nil ? needsOwn($0) : .ready }
        ) { state in
            if let review = state.chosenReview {
                state.overlay = .confirm(
                    Confirm(
                        title: "Withdraw your reading of \(review.key.label)?",
                        text:
                            "What the catalog says of it counts again in every answer. The log keeps the reading, and z "
                            + "takes it back.",
                        consequence: .archive(.review(review))))
                return []
            }
            guard let surface = state.catalog.surface?.surface else { return [] }
            state.overlay = .confirm(
                Confirm(
                    title: "Take \(surface.name) out?",
                    text: "Its reviews and accounts are kept, and z takes it back.",
                    consequence: .archive(.surface(SurfaceDraft(surface)))))
            return []
        },
        Action(
            "surface.why", [.character("w")], "why", "the answer for the current client", in: [.catalog],
            hint: true,
            when: {
                $0.chosenSurface == nil || $0.current == nil
                    ? .off("no surface and client are chosen") : .ready
            }
        ) { state in
            guard let surface = state.chosenSurface, let job = state.current else { return [] }
            return state.explain(state.question(job, surface))
        },
    ]
}
