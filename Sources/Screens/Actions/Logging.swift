import Canvas

extension Action {
    static let logging: [Action] = [
        Action(
            "log.open", [.enter], "entry", "the chosen entry in full", in: [.log], hint: true,
            when: {
                $0.log.page?.lines[at: $0.log.row] == nil ? .off("nothing was logged yet") : .ready
            }
        ) { state in
            guard let line = state.log.page?.lines[at: state.log.row] else { return [] }
            let client = line.client.map { "Client: \(state.roster[$0]?.name ?? $0)\n" } ?? ""
            state.overlay = .sheet(
                Sheet(
                    title: "log-\(line.number)",
                    text:
                        "\(line.time.day) \(line.time.clock)\nEvent: \(line.event)\n\(client)\n\(line.detail)\n\n"
                        + "SHA-256 of the chain up to here: \(line.hash)"))
            return []
        },
        Action(
            "log.client", [.character("c")], "this client",
            "only lines of the chosen line's client, or all again", in: [.log], hint: true
        ) {
            state in
            state.log.client =
                state.log.client == nil ? state.log.page?.lines[at: state.log.row]?.client : nil
            state.log.row = 0
            return state.load(.log)
        },
        Action(
            "log.verify", [.character("v")], "verify chain", "check every hash from the first line on",
            in: [.log], hint: true
        ) { state in
            state.log.verified = "checking every hash"
            return [.verifyLog]
        },
        Action(
            "log.export", [.character("x")], "export", "write the log beside the ledger", in: [.log],
            hint: true
        ) { _ in
            [.exportLog]
        },
    ]
}
