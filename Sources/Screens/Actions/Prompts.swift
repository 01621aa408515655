import Canvas

extension Action {
    static let prompts: [Action] = [
        Action(
            "prompt.accept", [.enter], "take it", "take what was typed", in: [.prompt], hint: true,
            when: { state in
                guard case .prompt(let prompt) = state.overlay else { return .off("nothing was asked") }
                // A day that was filled in can be taken out again.
                if case .fact = prompt.purpose { return .ready }
                return prompt.typed.isEmpty ? .off("nothing was typed") : .ready
            }
        ) { $0.acceptPrompt() },
        Action(
            "prompt.complete", [.tab], "complete", "complete the path", in: [.prompt], hint: true,
            when: { state in
                if case .prompt(let prompt) = state.overlay, prompt.isPath { return .ready }
                return .off("this is no path")
            }
        ) { state in
            guard case .prompt(let prompt) = state.overlay else { return [] }
            return [.completePath(prompt.typed.text)]
        },
    ]
}

extension State {
    /// Goes on with what was typed.
    mutating func acceptPrompt() -> [Effect] {
        guard case .prompt(let prompt) = overlay else { return [] }
        overlay = nil
        asked.path = prompt.isPath ? prompt : nil
        let text = prompt.typed.text
        switch prompt.purpose {
        case .term:
            askList(for: text)
            return []
        case .textFile(let isAnswer): return isAnswer ? takeAnswer(.file(text)) : takeText(.file(text))
        case .paper: return readPaper(.file(text))
        case .fact(let name): return setFact(name, text)
        }
    }
}
