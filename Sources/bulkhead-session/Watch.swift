import CSpawn
import Compartments
import Glibc

/// Watches a wall until it is gone: opens its door, carries its terminal's bytes, passes signals on.
struct Watch {
    private let wall: Wall
    private let plan: Plan
    private let signals: Int32
    private let tally: Tally
    private var door: Door?
    private var status = StatusText()
    private var terminal: TerminalRelay?
    private var ending: Ending?
    private var stopped = false

    /// How far an end that was asked for has come, and when the next step is due.
    private struct Ending {
        enum Step { case asked, terminated, killed }

        var step: Step
        var due: Int64
    }

    init(wall: Wall, plan: Plan, signals: Int32, tally: Tally) {
        self.wall = wall
        self.plan = plan
        self.signals = signals
        self.tally = tally
        if wall.terminal >= 0 { terminal = TerminalRelay(inner: wall.terminal) }
    }

    private static let noteInterval: Int64 = 500

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Returns when every process of the sandbox is gone.
    ///
    /// - Parameter note: called from time to time with the hosts asked for.
    mutating func untilEnd(
        note: ([SessionRecord.Contact], [SessionRecord.Contact]) throws -> Void
    ) throws -> EndCause {
        var noteDue: Int64?
        loop: while true {
            var watched = [
                pollfd(fd: wall.pidfd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
                pollfd(fd: tally.event, events: noteDue == nil ? Int16(POLLIN) : 0, revents: 0),
                pollfd(fd: status.isOpen ? wall.status : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wall.answers, events: Int16(POLLIN), revents: 0),
            ]
            watched += terminal?.watched ?? []
            let due = [noteDue, ending?.due].compactMap { $0 }.min()
            let patience = due.map { Int32(clamping: max(0, $0 - Watch.now)) } ?? -1
            if poll(&watched, nfds_t(watched.count), patience) < 0, errno != EINTR { break loop }
            if watched[3].revents != 0 { try readStatus() }
            if watched[2].revents != 0 {
                cspawn_event_clear(tally.event)
                try checkSettings()
                noteDue = Watch.now + Watch.noteInterval
            }
            if let when = noteDue, when <= Watch.now {
                noteDue = nil
                let counts = tally.snapshot
                try note(counts.reached, counts.refused)
            }
            if watched[4].revents != 0 { discardAnswers() }
            terminal?.carry(Array(watched.dropFirst(5)))
            while true {
                let signal = cspawn_next_signal(signals)
                if signal == 0 { break }
                take(signal)
            }
            stepEnding()
            if watched[0].revents != 0 { break loop }
        }
        return try finish()
    }

    /// Opens the ways out once the session's network is there, then lets the command go.
    private mutating func readStatus() throws {
        let hadChild = status.child != nil
        status.read(from: wall.status)
        guard !hadChild, status.child != nil, plan.needsOpening, let first = wall.first else { return }
        let ports = (plan.hasDoor ? [Plan.doorPort] : []) + plan.loopback
        var listeners = [Int32](repeating: -1, count: ports.count)
        guard cspawn_listen_inside(first, ports, Int32(ports.count), &listeners) == 0 else {
            let problem = errno
            kill()
            throw Refusal(.missing, "the session's network cannot be entered: \(Failure.text(problem))")
        }
        let policy = EgressPolicy(hosts: plan.hosts, standIns: plan.standIns)
        let door = Door(policy: policy, tally: tally)
        self.door = door
        for (port, listener) in zip(ports, listeners) {
            if plan.hasDoor, port == Plan.doorPort {
                try door.open(listener)
            } else {
                try door.grant(port, listener)
            }
        }
        Bytes.write([0], to: wall.start)
    }

    /// Ends a Firefox that went to the door without the session's settings, which it reads before all else.
    private func checkSettings() throws(Refusal) {
        guard plan.program == .firefox, !Path.exists("\(plan.profile ?? "")/\(Plan.settingsMark)") else {
            return
        }
        kill()
        throw Refusal(
            .missing,
            "this Firefox does not follow the settings and policies of a session, so it is closed; install Chromium, "
                + "or another Firefox")
    }

    /// A browser's answers are not needed, but an unread pipe would block it.
    private func discardAnswers() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        _ = read(wall.answers, &buffer, buffer.count)
    }

    private mutating func take(_ signal: Int32) {
        switch signal {
        case SIGWINCH: if wall.terminal >= 0 { _ = cspawn_copy_size(0, wall.terminal) }
        case SIGINT where plan.program == .command: signalAll(SIGINT)
        case SIGTERM, SIGHUP, SIGINT:
            stopped = true
            if ending == nil { beginEnding() }
        default: break
        }
    }

    /// First a browser is asked to close, which keeps its latest cookies; a command is told to end.
    private mutating func beginEnding() {
        switch plan.program {
        case .chromium:
            Bytes.write(Array("{\"id\":1,\"method\":\"Browser.close\"}\u{0}".utf8), to: wall.orders)
            ending = Ending(step: .asked, due: Watch.now + 5000)
        case .firefox:
            let order = open("\(plan.profile ?? "")/\(Plan.endOrder)", O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            close(order)
            ending = Ending(step: .asked, due: Watch.now + 5000)
        case .command:
            signalAll(SIGTERM)
            ending = Ending(step: .terminated, due: Watch.now + 2000)
        }
    }

    private mutating func stepEnding() {
        guard let current = ending, current.due <= Watch.now else { return }
        switch current.step {
        case .asked:
            signalAll(SIGTERM)
            ending = Ending(step: .terminated, due: Watch.now + 2000)
        case .terminated:
            kill()
            ending = Ending(step: .killed, due: Watch.now + 1000)
        case .killed:
            kill()
            ending?.due = Watch.now + 1000
        }
    }

    private func kill() { _ = cspawn_pidfd_signal(wall.pidfd, SIGKILL) }

    /// Signals everything in the sandbox but its first process, which would ignore it.
    private func signalAll(_ signal: Int32) {
        guard let first = wall.first else { return kill() }
        for pid in Process.descendants(of: first) { Glibc.kill(pid, signal) }
    }

    private mutating func finish() throws(Refusal) -> EndCause {
        kill()
        var waited: Int32 = 0
        while waitpid(wall.pid, &waited, 0) < 0, errno == EINTR {}
        terminal?.drain()
        terminal = nil
        cspawn_cooked()
        status.read(from: wall.status)
        if stopped { return .stopped }
        if let code = status.exitCode {
            if code == 0 { try checkSettings() }
            return (129...192).contains(code) ? .killed(code - 128) : .exited(code)
        }
        // The keeper's own death, or that of bubblewrap, which it passes on.
        let signal = waited & 0x7F != 0 ? waited & 0x7F : ((waited >> 8) & 0xFF) - 128
        guard signal > 0 else {
            throw Refusal(
                .missing, "the wall cannot be built here; bubblewrap says why, bulkhead doctor what helps")
        }
        return .killed(signal)
    }
}
