import Canvas

extension Action {
    static let sessions: [Action] = [
        Action(
            "launch.start", [.enter], "start", "open it now", in: [.launch], hint: true,
            when: { state in
                guard case .launch(let launch) = state.overlay else {
                    return .off("nothing is to be started")
                }
                return launch.obstacle(in: state).map {
                    .off(String($0.reversed().drop { $0 == "." }.reversed()))
                } ?? .ready
            }
        ) { state in
            guard case .launch(let launch) = state.overlay, let permitted = launch.permitted else {
                return []
            }
            state.overlay = nil
            state.busy = "Starting the session"
            let request = permitted.verdict.request
            return state.use(Job(client: request.client, engagement: request.engagement)) + [
                .launch(permitted)
            ]
        },
        Action(
            "launch.done", [.character(" ")], "done", "say that the chosen condition is met", in: [.launch],
            hint: true,
            when: { state in
                guard case .launch(let launch) = state.overlay, launch.row < launch.duties.count else {
                    return .off("no condition is chosen")
                }
                return .ready
            }
        ) { state in
            guard case .launch(var launch) = state.overlay, let duty = launch.duties[at: launch.row] else {
                return []
            }
            launch.acknowledged.formSymmetricDifference([.init(duty)])
            if launch.acknowledged.contains(duty) { launch.row += 1 }
            state.overlay = .launch(launch)
            return []
        },
        Action(
            "launch.next", [.tab], "next line", "the next condition, then the tag", in: [.launch], hint: true
        ) { state in
            guard case .launch(var launch) = state.overlay else { return [] }
            let count = launch.duties.count + (launch.friction(in: state) == nil ? 0 : 1)
            launch.row = count == 0 ? 0 : (launch.row + 1) % count
            state.overlay = .launch(launch)
            return []
        },
        Action(
            "launch.command", [.function(3)], "exact command", "the command line that does the same",
            in: [.launch], hint: true
        ) {
            state in
            guard case .launch(let launch) = state.overlay else { return [] }
            state.overlay = .sheet(Sheet(title: "command", text: launch.plan.command))
            return []
        },
        Action(
            "session.end", [.character("e")], "end session", "end the live session and clear what it leaves",
            in: [.sessions], hint: true,
            when: {
                $0.live == nil ? .off("no session is open") : .ready
            }
        ) { state in
            guard let live = state.live else { return [] }
            state.overlay = .confirm(
                Confirm(
                    title: "End the session for \(state.tag(of: live.job.client))?",
                    text: "What runs inside is stopped. Its files stay where they are.",
                    consequence: .endSession(live.id)))
            return []
        },
        Action(
            "session.why", [.character("w"), .enter], "why", "why the session was allowed", in: [.sessions],
            hint: true,
            when: { state in
                guard let row = state.chosenSession else { return .off("no session is chosen") }
                return state.tools.contains { $0.id == row.surface } ? .ready : .off("it used no surface")
            }
        ) { state in
            guard let row = state.chosenSession else { return [] }
            return state.explain(state.question(row.job, row.surface))
        },
        Action(
            "session.log", [.character("c")], "its log", "the log of the session's client", in: [.sessions],
            hint: true,
            when: {
                $0.chosenSession == nil ? .off("no session is chosen") : .ready
            }
        ) { state in
            state.log.client = state.chosenSession?.job.client
            return state.open(.log)
        },
    ]
}
