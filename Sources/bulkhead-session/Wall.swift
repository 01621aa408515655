import CSpawn
import Compartments
import Glibc

/// A running sandbox: bubblewrap, the first process inside, and the descriptors that tell of them.
struct Wall {
    /// The keeper of bubblewrap: the sandbox dies with it, and it with this thread.
    let pid: Int32
    /// Becomes readable when every process of the sandbox has ended.
    let pidfd: Int32
    /// Tells when the first process is there, then the exit code.
    let status: Int32
    /// The command starts when something is written here; -1 where it waits for nothing.
    let start: Int32
    /// Our end of the terminal that the session was given, or -1.
    let terminal: Int32
    /// Where a browser takes orders and answers them, or -1.
    let orders: Int32
    let answers: Int32

    private enum Number {
        static let orders: Int32 = 3
        static let answers: Int32 = 4
        static let arguments: Int32 = 5
        static let lock: Int32 = 6
        static let status: Int32 = 7
        static let start: Int32 = 8
        static let filter: Int32 = 9
        static let firstText: Int32 = 10
    }

    /// Builds the wall from this thread; the sandbox dies with it.
    ///
    /// A command that gets a door or a port waits for `start`.
    init(_ plan: Plan, lock: Int32) throws(Refusal) {
        guard let program = Path.program("bwrap", in: "/usr/bin:/usr/local/bin:/bin") else {
            throw Refusal(.missing, "bubblewrap is not installed; run: apt install bubblewrap")
        }
        let ownsTerminal = plan.program == .command && isatty(0) == 1 && isatty(1) == 1
        let numbers = Bubblewrap.Descriptors(
            lock: Number.lock, status: Number.status, start: plan.needsOpening ? Number.start : nil,
            filter: Number.filter, firstText: Number.firstText)
        let arguments = Bubblewrap.arguments(for: plan, descriptors: numbers, ownsTerminal: ownsTerminal)
        var texts: [Int32] = []
        for case .text(let text) in plan.mounts.map(\.content) {
            texts.append(try Wall.file(Array(text.utf8)))
        }
        let argumentFile = try Wall.file(arguments.flatMap { Array($0.utf8) + [0] })
        let filter = cspawn_filter()
        let (statusRead, statusWrite) = try Wall.pipe()
        let (startRead, startWrite) = plan.needsOpening ? try Wall.messages() : (-1, -1)
        var passed: [(from: Int32, to: Int32)] = [
            (argumentFile, Number.arguments), (lock, Number.lock), (statusWrite, Number.status),
            (filter, Number.filter),
        ]
        if startRead >= 0 { passed.append((startRead, Number.start)) }
        for (index, text) in texts.enumerated() { passed.append((text, Number.firstText + Int32(index))) }

        var terminal: Int32 = -1
        var follower: Int32 = -1
        if ownsTerminal {
            guard cspawn_pty(24, 80, &terminal, &follower) == 0 else {
                throw Refusal(.missing, "no terminal is left for the session: \(Failure.text(errno))")
            }
            _ = cspawn_copy_size(0, terminal)
            passed += [(follower, 0), (follower, 1), (follower, 2)]
        } else {
            passed += [(0, 0), (1, 1), (2, 2)]
        }
        self.terminal = terminal

        var inside: [Int32] = []
        if plan.program == .chromium {
            let (ordersRead, ordersWrite) = try Wall.pipe()
            let (answersRead, answersWrite) = try Wall.pipe()
            passed += [(ordersRead, Number.orders), (answersWrite, Number.answers)]
            inside = [ordersRead, answersWrite]
            (orders, answers) = (ordersWrite, answersRead)
        } else {
            (orders, answers) = (-1, -1)
        }

        var pidfd: Int32 = -1
        pid = SessionProgram.spawn(
            program, ["bwrap", "--args", String(Number.arguments), "--"] + plan.command, [], passed,
            terminal: follower, kept: true, pidfd: &pidfd)
        self.pidfd = pidfd
        status = statusRead
        start = startWrite
        for descriptor in texts + inside + [argumentFile, filter, statusWrite, startRead, follower]
        where descriptor >= 0 {
            close(descriptor)
        }
        guard pid > 0, pidfd >= 0 else {
            throw Refusal(
                .missing,
                "no wall can be built here: \(Failure.text(errno)); bulkhead doctor says what helps")
        }
    }

    /// The first process inside; nil until it is there.
    var first: Int32? { Process.first(keptBy: pid) }

    private static func file(_ bytes: [UInt8]) throws(Refusal) -> Int32 {
        let descriptor = cspawn_memory_file(bytes, bytes.count)
        guard descriptor >= 0 else {
            throw Refusal(.missing, "the kernel gives no memory file: \(Failure.text(errno))")
        }
        return descriptor
    }

    private static func pipe() throws(Refusal) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else {
            throw Refusal(.missing, "no descriptors are left: \(Failure.text(errno))")
        }
        return (ends[0], ends[1])
    }

    /// Two ends of which the reading one never sees an end: who waits there waits on when this process dies.
    private static func messages() throws(Refusal) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0, &ends) == 0 else {
            throw Refusal(.missing, "no descriptors are left: \(Failure.text(errno))")
        }
        return (ends[0], ends[1])
    }
}
