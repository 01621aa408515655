import Canvas

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
