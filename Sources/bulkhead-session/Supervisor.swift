import CSpawn
import Compartments
import Glibc

/// Leads one session from its lock to its end, on the thread that the sandbox lives and dies with.
struct Supervisor {
    let plan: Plan
    let store: any SessionStore
    /// Delivers the signals sent to this process.
    let signals: Int32

    /// Runs the session and says how it ended. A refusal means that nothing was started.
    func run() throws -> EndCause {
        var lock = Optional.some(try SessionLock(folder: plan.place.locks))
        let tally = Tally()
        let session = try begin(&lock)
        do {
            let wall = try Wall(plan, lock: lock?.descriptor ?? -1)
            lock?.release()
            var watch = Watch(wall: wall, plan: plan, signals: signals, tally: tally)
            let cause = try watch.untilEnd { reached, refused in
                try store.note(session, reached: reached, refused: refused)
            }
            // The proof of the end: with our own hold gone, nobody has the session's byte.
            lock = nil
            try finish(session, cause, tally)
            return cause
        } catch {
            lock = nil
            try finish(session, .exited((error as? Refusal)?.exitCode ?? 40), tally)
            throw error
        }
    }

    private func begin(_ lock: inout SessionLock?) throws -> Int64 {
        let now = Int64(time(nil))
        try lock?.reconcile(store, now: now)
        try lock?.take(compartment: plan.place.compartment, tag: plan.tag)
        var record = plan.record
        record.start = now
        let session = try store.begin(record)
        try lock?.claim(session)
        return session
    }

    private func finish(_ session: Int64, _ cause: EndCause, _ tally: Tally) throws {
        let counts = tally.snapshot
        let lock = try SessionLock(folder: plan.place.locks)
        if lock.isHeld(session) { lock.killStragglers(of: session) }
        if !counts.reached.isEmpty || !counts.refused.isEmpty {
            try store.note(session, reached: counts.reached, refused: counts.refused)
        }
        try store.finish(session, at: Int64(time(nil)), cause: cause)
    }
}
