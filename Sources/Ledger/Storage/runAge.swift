import Glibc

/// Runs the program `age` with the terminal of this process, and waits for it.
///
/// - Throws: `LedgerError.failed` where it is missing or ends with anything but 0; what it says of the reason
///   goes to standard error.
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
    var child: pid_t = 0
    let code = posix_spawnp(&child, "age", nil, nil, vector, environment)
    guard code == 0 else {
        throw LedgerError.failed(
            detail: code == ENOENT ? "the program age is not installed" : String(cString: strerror(code)))
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
        guard errno == EINTR else { throw LedgerError.failed(detail: String(cString: strerror(errno))) }
    }
    guard status == 0 else { throw LedgerError.failed(detail: "age could not do it") }
}
