import CSpawn
import Compartments
import Glibc

/// Carries bytes between the user's terminal and the one made for the session.
///
/// Neither side is waited for: a terminal that is stopped, or that nobody reads, must not keep the session from its end.
struct TerminalRelay {
    private let inner: Int32
    /// What was typed and the session has not taken yet.
    private var typed: [UInt8] = []
    /// What the session printed and the user's terminal has not taken yet.
    private var printed: ArraySlice<UInt8> = []
    private var inputOpen = true

    /// So many bytes at once fit where a terminal says that it takes some.
    private static let piece = 1024
    private static let mostRead = 1 << 16

    init(inner: Int32) {
        self.inner = inner
        _ = cspawn_raw(0)
        _ = fcntl(inner, F_SETFL, fcntl(inner, F_GETFL) | O_NONBLOCK)
    }

    /// What to poll: the session's terminal, then the user's, to read and to write.
    var watched: [pollfd] {
        let wanted = (printed.isEmpty ? POLLIN : 0) | (typed.isEmpty ? 0 : POLLOUT)
        return [
            pollfd(fd: wanted == 0 ? -1 : inner, events: Int16(wanted), revents: 0),
            pollfd(fd: inputOpen && typed.isEmpty ? 0 : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: printed.isEmpty ? -1 : 1, events: Int16(POLLOUT), revents: 0),
        ]
    }

    mutating func carry(_ polled: [pollfd]) {
        guard polled.count == 3 else { return }
        if polled[0].revents & Int16(POLLIN) != 0 { printed = read(from: inner) ?? [] }
        if polled[1].revents != 0 {
            if let bytes = read(from: 0) { typed += bytes } else { inputOpen = false }
        }
        if !typed.isEmpty {
            let count = typed.withUnsafeBytes { Glibc.write(inner, $0.baseAddress, $0.count) }
            if count > 0 { typed.removeFirst(count) }
        }
        if polled[2].revents != 0 { show() }
    }

    /// Writes what the session's programs left behind, as far as the terminal takes it.
    mutating func drain() {
        repeat {
            while !printed.isEmpty {
                var shown = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
                guard poll(&shown, 1, 1000) > 0 else { return }
                show()
            }
            printed = read(from: inner) ?? []
        } while !printed.isEmpty
    }

    private mutating func show() {
        let count = printed.prefix(TerminalRelay.piece).withUnsafeBytes {
            Glibc.write(1, $0.baseAddress, $0.count)
        }
        if count > 0 {
            printed = printed.dropFirst(count)
        } else if errno != EINTR, errno != EAGAIN {
            printed = []
        }
    }

    /// What is there; nil at the end.
    private func read(from descriptor: Int32) -> ArraySlice<UInt8>? {
        var buffer = [UInt8](repeating: 0, count: TerminalRelay.mostRead)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count > 0 ? buffer[..<count] : nil
    }
}
