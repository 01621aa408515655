import Glibc

/// Runs the program `age`, which asks for a passphrase on the terminal by itself where it needs one.
///
/// - Throws: `LedgerError.failed` where it is missing or ends with anything but 0, with the first line that it said: it
///   may hold the name of a file, and so anything.
func runAge(_ arguments: [String]) throws {
    // A program in the working folder is never meant, whatever PATH says.
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin")
        .split(separator: ":").filter { $0.hasPrefix("/") }
    guard let program = folders.map({ $0 + "/age" }).first(where: { access($0, X_OK) == 0 }) else {
        throw LedgerError.failed(detail: "the program age is not installed")
    }
    var vector: [UnsafeMutablePointer<CChar>?] = (["age"] + arguments).map { strdup($0) }
    defer { for argument in vector { free(argument) } }
    vector.append(nil)
    // Only what age needs: where programs are, and the terminal it may ask on.
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=" + folders.joined(separator: ":"))]
    for name in ["HOME", "TERM"] {
        if let value = getenv(name) { environment.append(strdup("\(name)=" + String(cString: value))) }
    }
    defer { for variable in environment { free(variable) } }
    environment.append(nil)
    var pipe: [Int32] = [-1, -1]
    guard pipe2(&pipe, O_CLOEXEC) == 0 else { throw Home.error(errno) }
    defer { close(pipe[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 2)
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, nil, vector, environment)
    close(pipe[1])
    guard code == 0 else { throw LedgerError.failed(detail: String(cString: strerror(code))) }
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while true {
        let count = read(pipe[0], &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        if said.count < 4096 { said += buffer[..<count] }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
        guard errno == EINTR else { throw LedgerError.failed(detail: String(cString: strerror(errno))) }
    }
    guard status != 0 else { return }
    let line = String(decoding: said.prefix { $0 != 0x0A }, as: UTF8.self)
    throw LedgerError.failed(detail: line.isEmpty ? "age could not do it" : line)
}
