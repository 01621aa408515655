import CSpawn
import Compartments
import Glibc

/// Carries bytes between the user's terminal and the one made for the session.
struct TerminalRelay {
    private let inner: Int32
    private var waiting: [UInt8] = []
    private var inputOpen = true

    init(inner: Int32) {
        self.inner = inner
        _ = cspawn_raw(0)
        _ = fcntl(inner, F_SETFL, fcntl(inner, F_GETFL) | O_NONBLOCK)
    }

    /// What to poll: the session's terminal, then the user's.
    var watched: [pollfd] {
        [
            pollfd(
                fd: inner, events: Int16(POLLIN) | (waiting.isEmpty ? 0 : Int16(POLLOUT)), revents: 0),
            pollfd(fd: inputOpen && waiting.isEmpty ? 0 : -1, events: Int16(POLLIN), revents: 0),
        ]
    }

    mutating func carry(_ polled: [pollfd]) {
        guard polled.count == 2 else { return }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        if polled[0].revents & Int16(POLLIN) != 0 {
            let count = read(inner, &buffer, buffer.count)
            if count > 0 { Bytes.write(buffer[..<count], to: 1) }
        }
        if polled[1].revents != 0 {
            let count = read(0, &buffer, buffer.count)
            if count > 0 { waiting += buffer[..<count] } else { inputOpen = false }
        }
        if !waiting.isEmpty {
            let count = waiting.withUnsafeBytes { Glibc.write(inner, $0.baseAddress, $0.count) }
            if count > 0 { waiting.removeFirst(count) }
        }
    }

    /// Writes what the session's programs left behind.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(inner, &buffer, buffer.count)
            guard count > 0 else { return }
            Bytes.write(buffer[..<count], to: 1)
        }
    }
}
