import CSpawn
import Compartments
import Glibc
import Ledger

/// Leads one session from its lock to its end, on the thread that the sandbox lives and dies with.
struct Supervisor {
    let plan: Plan
    let book: SessionBook
    /// Delivers the signals sent to this process.
    let signals: Int32

    /// Runs the session and says how it ended.
    ///
    /// A refusal means that nothing was started.
    func run() throws -> EndCause {
        var lock = Optional.some(try SessionLock(folder: plan.place.locks))
        let tally = Tally()
        let profile = try holdProfile()
        defer { if profile >= 0 { close(profile) } }
        let session = try begin(&lock)
        do {
            let wall = try Wall(plan, lock: lock?.descriptor ?? -1)
            lock?.release()
            var watch = Watch(wall: wall, plan: plan, signals: signals, tally: tally)
            let cause = try watch.untilEnd { reached, refused in
                try book.note(session, reached: reached, refused: refused)
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

    /// Makes sure that no other session has the browser's profile, and clears the marks of one that crashed.
    private func holdProfile() throws(Refusal) -> Int32 {
        guard let folder = plan.profile else { return -1 }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, cspawn_lock_exclusive(descriptor, 0) == 1 else {
            throw Refusal(.profile, "this surface's browser is open already for \(plan.tag)")
        }
        // What an earlier session has laid here leads nowhere else: a link in a folder's place is refused.
        try Path.makePrivateFolder(folder + "/profile")
        if plan.program == .firefox { try Path.makePrivateFolder(folder + "/profile/chrome") }
        for name in ["SingletonLock", "SingletonSocket", "SingletonCookie", "lock", ".parentlock"] {
            unlink(folder + "/profile/" + name)
        }
        unlink(folder + "/profile/chrome/userChrome.css")
        for name in [Plan.endOrder, Plan.settingsMark] { unlink(folder + "/" + name) }
        return descriptor
    }

    private func begin(_ lock: inout SessionLock?) throws -> Int64 {
        let now = Int64(time(nil))
        var record = plan.record
        record.start = now
        let ledger = try book.open()
        try lock?.reconcile(try ledger.unfinished()) {
            try ledger.finish($0, at: now, cause: EndCause.lost.text)
        }
        try lock?.take(compartment: plan.place.compartment, tag: plan.tag)
        // A process that is killed while it waits for the disk dies when the disk is done, and its locks with it.
        lock?.giveBack()
        let session = try ledger.begin(SessionBook.row(record), on: record.day)
        do {
            try lock?.take(compartment: plan.place.compartment, tag: plan.tag)
            try lock?.claim(session)
        } catch {
            try ledger.finish(session, at: now, cause: EndCause.exited(40).text)
            throw error
        }
        return session
    }

    private func finish(_ session: Int64, _ cause: EndCause, _ tally: Tally) throws {
        let counts = tally.snapshot
        let lock = try SessionLock(folder: plan.place.locks)
        if lock.isHeld(session) { lock.killStragglers(of: session) }
        if !counts.reached.isEmpty || !counts.refused.isEmpty {
            try book.note(session, reached: counts.reached, refused: counts.refused)
        }
        try book.finish(session, at: Int64(time(nil)), cause: cause)
    }
}
