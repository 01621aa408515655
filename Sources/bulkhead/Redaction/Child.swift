import Glibc

/// A program run to its end, with an argument vector and never a shell.
struct Child {
    var status: Int32
    var output: [UInt8]

    /// Runs a program found on the PATH.
    ///
    /// - Parameters:
    ///   - arguments: The program and its arguments.
    ///   - input: Bytes for its standard input.
    ///   - captures: Whether its standard output is read; else it goes nowhere, so that a program that stays in the
    ///     background does not hold this one.
    /// - Returns: nil where the program could not be started.
    static func run(_ arguments: [String], input: [UInt8] = [], captures: Bool = true) -> Child? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var feed: [Int32] = [-1, -1]
        var drain: [Int32] = [-1, -1]
        guard pipe(&feed) == 0 else { return nil }
        guard pipe(&drain) == 0 else {
            close(feed[0])
            close(feed[1])
            return nil
        }
        for end in feed + drain { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        posix_spawn_file_actions_adddup2(&actions, feed[0], 0)
        if captures {
            posix_spawn_file_actions_adddup2(&actions, drain[1], 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let process = spawn(arguments, &actions, nil)
        close(feed[0])
        close(drain[1])
        defer { close(drain[0]) }
        guard let process else {
            close(feed[1])
            return nil
        }
        var written = 0
        signal(SIGPIPE, SIG_IGN)
        while written < input.count {
            let count = input[written...].withUnsafeBytes { Glibc.write(feed[1], $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { break }
            written += max(0, count)
        }
        close(feed[1])
        signal(SIGPIPE, SIG_DFL)
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while captures {
            let count = Glibc.read(drain[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            output.append(contentsOf: chunk[..<count])
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return Child(status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F), output: output)
    }

    /// Runs a program that shares this one's input and output until it ends.
    ///
    /// - Returns: its wait status; nil where it cannot be started.
    static func attend(_ arguments: [String], environment: [String]) -> Int32? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // What is piped in is for this program's dialogue.
        if isatty(0) == 0 { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for variable in variables { free(variable) } }
        // An interrupt is for the program that runs.
        signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, SIG_DFL) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        guard let process = spawn(arguments, &actions, &attributes, &variables) else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// Starts this program again in a session of its own, with nothing open, and does not wait.
    static func detach(_ arguments: [String]) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, a macro of glibc's that needs _GNU_SOURCE
        posix_spawnattr_setflags(&attributes, newSession)
        return spawn(["/proc/self/exe"] + arguments, &actions, &attributes) != nil
    }

    private static func spawn(
        _ arguments: [String], _ actions: inout posix_spawn_file_actions_t,
        _ attributes: UnsafePointer<posix_spawnattr_t>?,
        _ variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = nil
    ) -> pid_t? {
        guard let program = arguments.first else { return nil }
        var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        vector.append(nil)
        defer { for argument in vector { free(argument) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, program, &actions, attributes, vector, variables ?? environ) == 0 else {
            return nil
        }
        return process
    }
}
