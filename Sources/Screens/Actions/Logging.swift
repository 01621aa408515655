import Canvas

extension Action {
    static let logging: [Action] = [
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
