package import Permits

/// What somebody wants to start, before it is a plan.
package struct Undertaking: Sendable {
    package var client: Client
    package var engagement: Engagement?
    /// Absent where a command is no surface.
    package var verdict: Verdict?
    package var surface: Surface?
    package var route: Surface?
    /// The verdict as JSON, kept with the session.
    package var evidence: String?
    /// The head of the log that the verdict was reached at.
    package var basis: String?
    /// The civil date where the user is, whatever date the verdict is for.
    package var day: Day
    package var acknowledged: Duties = []
    package var folders: [Folder] = []
    /// The command; empty for the surface's own, or a shell.
    package var command: [String] = []
    /// Keys of this client, by the name of their variable.
    package var keys: [Variable] = []
    package var standIns: [Plan.StandIn] = []

    package init(client: Client, on day: Day) {
        self.client = client
        self.day = day
    }

    /// The worst finding, and where to read the rest.
    private func reason(of verdict: Verdict) -> String {
        let worst = verdict.findings.first.map { "\($0.summary) " } ?? ""
        return worst + "The whole reason, and what would change it: \(command(why: verdict.request))"
    }

    /// The command that explains a verdict.
    private func command(why request: Request) -> String {
        var words = ["bulkhead why \(request.surface)", "--for \(request.client)"]
        if let engagement { words[1] += "/\(engagement.id)" }
        if let route = request.route { words.append("--route \(route)") }
        if let account = request.account { words.append("--account \(account)") }
        func list(_ names: [String]) -> String { names.joined(separator: ",") }
        if request.data != engagement?.data, engagement?.data.members.isEmpty == false {
            words.append("--data \(list(request.data.members.map(\.rawValue)))")
        }
        if !request.done.members.isEmpty {
            words.append("--done \(list(request.done.members.map(\.rawValue)))")
        }
        if request.at != day { words.append("--at \(request.at)") }
        return words.joined(separator: " ")
    }

    /// What stands in the way of a start: a deny, an undetermined verdict, duties neither done nor acknowledged.
    package func checkVerdict() throws(Refusal) {
        guard let verdict else { return }
        switch verdict.outcome {
        case .deny:
            throw Refusal(.denied, "denied: \(reason(of: verdict))")
        case .undetermined:
            throw Refusal(
                .undetermined, "undetermined, and unknown is no permission: \(reason(of: verdict))")
        case .conditional, .permit: break
        }
        let open = verdict.duties.subtracting(acknowledged).subtracting(Precondition.metByTheWall)
        if !open.isEmpty {
            let met = verdict.duties.intersection(Precondition.metByTheWall).members.map {
                " (\($0.rawValue): the wall sees to it)"
            }
            throw Refusal(
                .openDuties,
                "open duties: \(open.members.map(\.rawValue).joined(separator: ", ")); do them and say --done, "
                    + "or acknowledge each with --ack\(met.joined())")
        }
    }

    /// The verdict's duties, one line each, and who sees to them.
    package var dutyLines: [String] {
        (verdict?.duties.members ?? []).map { duty in
            let state =
                acknowledged.contains(duty)
                ? "acknowledged"
                : Precondition.metByTheWall.contains(duty)
                    ? "the wall sees to it" : "open: do it and say --done, or --ack"
            return "duty       \(duty.rawValue): \(state)"
        }
    }
}
