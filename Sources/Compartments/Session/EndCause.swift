/// How a session came to its end.
package enum EndCause: Hashable, Sendable {
    /// The command ended by itself.
    case exited(Int32)
    /// The command, or the wall around it, was killed.
    case killed(Int32)
    /// `bulkhead stop`, or the terminal was closed.
    case stopped
    /// The supervisor was gone when somebody looked; the end is the time of that look.
    case lost

    /// The form that the ledger keeps: `exit 0`, `signal 9`, `stopped`, `lost`.
    package var text: String {
        switch self {
        case .exited(let code): "exit \(code)"
        case .killed(let signal): "signal \(signal)"
        case .stopped: "stopped"
        case .lost: "lost"
        }
    }

    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        switch (parts.first, parts.dropFirst().first.flatMap { Int32($0) }, parts.count) {
        case ("exit", let code?, 2): self = .exited(code)
        case ("signal", let signal?, 2): self = .killed(signal)
        case ("stopped", nil, 1): self = .stopped
        case ("lost", nil, 1): self = .lost
        default: return nil
        }
    }

    /// What the shell is told: the command's own code, 128 and the number for a signal, 143 for a stop.
    package var exitCode: Int32 {
        switch self {
        case .exited(let code): code
        case .killed(let signal): 128 &+ signal
        case .stopped: 143
        case .lost: 137
        }
    }
}
