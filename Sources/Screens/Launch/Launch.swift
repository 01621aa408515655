package import Permits

/// The last look before a session starts.
package struct Launch: Equatable, Sendable {
    package var plan: LaunchPlan
    /// The duties that the freelancer says are done, or the wall sees to.
    package var acknowledged: Duties
    /// The chosen duty, or one past them for the tag.
    package var row = 0
    package var typed = TextField()

    package init(plan: LaunchPlan) {
        self.plan = plan
        acknowledged = plan.metByTheWall
    }

    /// The duties that the freelancer is asked for.
    package var duties: [Duty] { plan.verdict.duties.subtracting(plan.metByTheWall).members }

    /// Why the tag has to be typed; nothing where the enter key is enough.
    package func friction(in state: State) -> String? {
        var reasons: [String] = []
        if !duties.isEmpty { reasons.append("a duty is open") }
        let last = state.sessions.max { $0.start < $1.start }?.job.client
        if let last, last != plan.verdict.request.client {
            reasons.append("the last client was \(state.tag(of: last))")
        }
        return reasons.isEmpty ? nil : reasons.joined(separator: ", and ")
    }

    /// Whether letters go into the field of the tag.
    package func isOnTag(in state: State) -> Bool { friction(in: state) != nil && row >= duties.count }

    /// What keeps the session from starting.
    package func obstacle(in state: State) -> String? {
        if let obstacle = plan.obstacle { return obstacle }
        guard plan.verdict.outcome == .permit || plan.verdict.outcome == .conditional else {
            return "The answer is \(plan.verdict.outcome.word()): \(plan.verdict.outcome.phrase)."
        }
        if let live = state.live {
            return "A session for \(state.tag(of: live.job.client)) is open. End it first."
        }
        if permitted == nil {
            return "\(counted(plan.verdict.duties.subtracting(acknowledged).count, "condition")) still open."
        }
        if friction(in: state) != nil, !sameTag(state.tag(of: plan.verdict.request.client), typed.text) {
            return "Type the tag \(state.tag(of: plan.verdict.request.client)) to start."
        }
        return nil
    }

    package var permitted: Permitted? { Permitted(plan.verdict, acknowledging: acknowledged) }
}
