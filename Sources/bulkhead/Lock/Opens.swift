import Glibc
import Ledger

/// Asks a lock on the terminal, outside of the interface.
///
/// - Returns: whether it opened.
func opens(_ lock: InterfaceLock) throws(Failure) -> Bool {
    switch lock.kind {
    case .passphrase: return lock.opens(with: try readSecret("Passphrase in force: "))
    case .command(let words):
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        guard posix_spawnp(&child, words[0], nil, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return false } }
        return status == 0
    }
}

/// Reads one line that is not shown, from the terminal or from standard input.
///
/// - Throws: ``Failure`` where nothing comes.
func readSecret(_ question: String) throws(Failure) -> Secret {
    guard let secret = Secret() else { throw Failure(.refused, "There is no memory that can be locked.") }
    let isTerminal = isatty(0) == 1
    var before = termios()
    if isTerminal {
        tcgetattr(0, &before)
        var hidden = before
        hidden.c_lflag &= ~UInt32(ECHO)
        tcsetattr(0, TCSAFLUSH, &hidden)
        complain(question)
    }
    defer {
        if isTerminal {
            tcsetattr(0, TCSANOW, &before)
            complain("")
        }
    }
    var byte: UInt8 = 0
    while true {
        let count = read(0, &byte, 1)
        if count < 0, errno == EINTR { continue }
        guard count == 1 else {
            guard count == 0, !secret.isEmpty else { throw Failure(.refused, "No passphrase was given.") }
            return secret
        }
        if byte == 0x0A {
            byte = 0
            return secret
        }
        secret.append(byte)
    }
}
