import Glibc

/// A program of the system that turns a file into text: bounded in time, memory and output, without a shell.
struct ReaderProgram {
    let name: String
    /// The Debian package that has it.
    let package: String

    static let pdftotext = ReaderProgram(name: "pdftotext", package: "poppler-utils")
    static let pdftoppm = ReaderProgram(name: "pdftoppm", package: "poppler-utils")
    static let unzip = ReaderProgram(name: "unzip", package: "unzip")
    static let tesseract = ReaderProgram(name: "tesseract", package: "tesseract-ocr")

    /// What one run gave.
    struct Output {
        var bytes: [UInt8]
        var status: Int32
        /// Whether it was stopped because it wrote too much or took too long.
        var wasStopped: Bool
    }

    private static let memory = 1 << 30

    /// Where the program lies; nil where it is not installed.
    var path: String? {
        for folder in ["/usr/bin", "/usr/local/bin", "/bin"] {
            let path = folder + "/" + name
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    /// Runs the program with `file` open as descriptor 3, so that `/proc/self/fd/3` names it.
    ///
    /// - Parameters:
    ///   - arguments: what follows the program's name.
    ///   - file: the descriptor it reads.
    ///   - input: the descriptor of its standard input; nothing where absent.
    ///   - limit: the most bytes of output taken.
    ///   - seconds: how long it may run.
    /// - Throws: ``Failure`` where it is not installed or cannot be started.
    func run(
        _ arguments: [String], on file: Int32, input: Int32? = nil, limit: Int = 32 << 20, seconds: Int = 20
    ) throws(Failure) -> Output {
        guard !RunningReader.shared.wasStopped else { throw Failure(.refused, "Reading was stopped.") }
        guard let path else {
            throw Failure(.refused, "\(name) is not installed: install the package \(package).")
        }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(.refused, "\(name) cannot be started.") }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, file, 3)
        var child: pid_t = 0
        var vector: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
        vector.append(nil)
        let variables = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
        var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
        surroundings.append(nil)
        let failed = bounded(seconds) { posix_spawn(&child, path, &actions, nil, vector, surroundings) }
        vector.forEach { free($0) }
        surroundings.forEach { free($0) }
        close(ends[1])
        guard failed == 0 else {
            throw Failure(.refused, "\(name) cannot be started: \(String(cString: strerror(failed))).")
        }
        RunningReader.shared.note(child)
        let output = collect(child, ends[0], limit, seconds)
        guard !RunningReader.shared.wasStopped else { throw Failure(.refused, "Reading was stopped.") }
        return output
    }

    /// Starts a child under limits of memory and processor time, on top of the clock: it inherits them, and
    /// this process takes its own back at once.
    private func bounded(_ seconds: Int, _ start: () -> Int32) -> Int32 {
        func exchange(_ resource: __rlimit_resource_t, _ value: rlim_t) -> rlimit {
            var former = rlimit()
            getrlimit(resource, &former)
            var limit = rlimit(rlim_cur: min(value, former.rlim_max), rlim_max: former.rlim_max)
            setrlimit(resource, &limit)
            return former
        }
        var memory = exchange(__rlimit_resource_t(RLIMIT_AS.rawValue), rlim_t(Self.memory))
        var time = exchange(
            __rlimit_resource_t(RLIMIT_CPU.rawValue), rlim_t(seconds + Int(clock()) / 1_000_000))
        defer {
            setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
            setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time)
        }
        return start()
    }

    private func collect(_ child: pid_t, _ end: Int32, _ limit: Int, _ seconds: Int) -> Output {
        var output = Output(bytes: [], status: 0, wasStopped: false)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let deadline = now() + seconds * 1000
        while true {
            let left = deadline - now()
            var waiting = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
            let ready = left > 0 ? poll(&waiting, 1, Int32(left)) : 0
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                output.wasStopped = true
                break
            }
            let count = read(end, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            output.bytes.append(contentsOf: chunk[..<count])
            guard output.bytes.count <= limit else {
                output.wasStopped = true
                break
            }
        }
        if output.wasStopped { kill(child, SIGKILL) }
        defer { RunningReader.shared.note(nil) }
        while waitpid(child, &output.status, 0) < 0, errno == EINTR {}
        return output
    }

    private func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
