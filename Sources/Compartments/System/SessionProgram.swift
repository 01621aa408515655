import CSpawn
import Glibc

/// The program that leads a session, and how it is handed a plan.
package enum SessionProgram {
    /// The descriptor on which it reads the plan.
    package static let planDescriptor: Int32 = 3

    /// Beside this program, else in `../libexec/bulkhead`.
    package static func path() throws(Refusal) -> String {
        let own = Path.linkDestination("/proc/self/exe") ?? ""
        let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? ""
        for path in [folder + "/bulkhead-session", folder + "/../libexec/bulkhead/bulkhead-session"]
        where access(path, X_OK) == 0 {
            return Path.resolved(path) ?? path
        }
        throw Refusal(.missing, "bulkhead-session is not beside bulkhead; install it again: make install")
    }

    /// Turns this process into the session's, so that its terminal, its exit code and its signals are the
    /// session's own.
    ///
    /// Returns only with what went wrong.
    package static func replaceProcess(with plan: Plan, program: String? = nil) -> Refusal {
        do throws(Refusal) {
            let path: String
            if let program { path = program } else { path = try self.path() }
            let descriptor = try memoryFile(plan)
            _ = withStrings(["bulkhead-session"]) { arguments in
                withStrings(ownEnvironment) { cspawn_replace(path, arguments, $0, descriptor) }
            }
            return Refusal(.missing, "cannot start \(path): \(Failure.text(errno))")
        } catch {
            return error
        }
    }

    /// Starts a session beside this process.
    ///
    /// - Parameters:
    ///   - detached: the session gets no terminal and outlives this process.
    ///   - output: where its messages go, in place of this process's standard descriptors.
    /// - Returns: its process id, and a descriptor that becomes readable when it ends.
    package static func start(
        _ plan: Plan, program: String? = nil, detached: Bool, output: Int32? = nil
    ) throws(Refusal) -> (pid: Int32, pidfd: Int32) {
        let path: String
        if let program { path = program } else { path = try self.path() }
        let descriptor = try memoryFile(plan)
        defer { close(descriptor) }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(null) }
        let sources = detached || output != nil ? [null, output ?? null, output ?? null] : [0, 1, 2]
        var pidfd: Int32 = -1
        let pid = spawn(
            path, ["bulkhead-session"], ownEnvironment,
            Array(zip(sources, [0, 1, 2])) + [(descriptor, planDescriptor)], detached: detached, pidfd: &pidfd
        )
        guard pid > 0 else {
            throw Refusal(.missing, "cannot start \(path): \(Failure.text(errno))")
        }
        return (pid, pidfd)
    }

    /// Starts a program with exactly these descriptors; -1 and errno where that fails.
    ///
    /// - Parameter kept: the program runs under a keeper, in a namespace of processes that ends with it.
    package static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String],
        _ descriptors: [(from: Int32, to: Int32)], terminal: Int32 = -1, detached: Bool = false,
        kept: Bool = false, pidfd: inout Int32
    ) -> Int32 {
        let from = descriptors.map(\.from)
        let to = descriptors.map(\.to)
        return withStrings(arguments) { argv in
            withStrings(environment) { envp in
                path.withCString { path in
                    from.withUnsafeBufferPointer { from in
                        to.withUnsafeBufferPointer { to in
                            var request = cspawn_request(
                                path: path, argv: argv, envp: envp, from: from.baseAddress,
                                to: to.baseAddress, count: Int32(to.count), terminal: terminal,
                                detached: detached ? 1 : 0)
                            return kept ? cspawn_keep(&request, &pidfd) : cspawn_start(&request, &pidfd)
                        }
                    }
                }
            }
        }
    }

    private static func memoryFile(_ plan: Plan) throws(Refusal) -> Int32 {
        let bytes = PlanText.bytes(of: plan)
        let descriptor = cspawn_memory_file(bytes, bytes.count)
        guard descriptor >= 0 else {
            throw Refusal(.missing, "the kernel gives no memory file: \(Failure.text(errno))")
        }
        return descriptor
    }

    /// The supervisor needs no more of the environment than this.
    private static var ownEnvironment: [String] {
        ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
    }
}

/// Runs `body` with a null-terminated array of C strings.
func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
}
