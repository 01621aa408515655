import Glibc

/// Runs the program `age`, which asks for a passphrase on the terminal by itself where it needs one.
///
/// - Throws: `LedgerError.missing` where there is none, and `cipher` or `sealed` where it ends with anything but 0, with
///   the first line that it said: it may hold the name of a file, and so anything.
func runAge(_ arguments: [String]) throws {
    var vector: [UnsafeMutablePointer<CChar>?] = (["age"] + arguments).map { strdup($0) }
    defer { for argument in vector { free(argument) } }
    vector.append(nil)
    // Only what age needs: where programs are, and the terminal it may ask on.
    var environment: [UnsafeMutablePointer<CChar>?] = []
    for name in ["PATH", "HOME", "TERM"] {
        if let value = getenv(name) { environment.append(strdup("\(name)=" + String(cString: value))) }
    }
    defer { for variable in environment { free(variable) } }
    environment.append(nil)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Home.error(errno) }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var child: pid_t = 0
    let code = posix_spawnp(&child, "age", &actions, nil, vector, environment)
    close(ends[1])
    guard code == 0 else {
        if code == ENOENT { throw LedgerError.missing(program: "age") }
        throw LedgerError.failed(detail: String(cString: strerror(code)))
    }
    var said: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while true {
        let count = read(ends[0], &buffer, buffer.count)
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
    let reason = line.isEmpty ? "it gave no reason" : line
    // What cannot be opened is as good as damaged; what cannot be sealed was given the wrong key.
    throw arguments.first == "--encrypt" ? LedgerError.cipher(detail: reason) : .sealed(detail: reason)
}
