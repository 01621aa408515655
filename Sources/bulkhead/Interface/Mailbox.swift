import Glibc
import Redaction
import Screens
import Terminal

/// What lies between the thread that draws and the one that works: effects one way, replies the other.
final class Mailbox: @unchecked Sendable {
    /// What the working thread sends back.
    enum Reply: Sendable {
        case event(Event)
        /// Run this program with the terminal to itself; only the thread that draws can.
        case run([String])
        /// What came of reading the paper with this number.
        case paper(Int, Event)
        /// Put this text on the clipboard, and say these words once it is there.
        case copy(Redacted, String)
    }

    // Everything below is touched with the lock held alone.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let more: UnsafeMutablePointer<pthread_cond_t>
    private var effects: [Effect] = []
    private var replies: [Reply] = []
    private var isClosed = false

    init() {
        lock = .allocate(capacity: 1)
        more = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(more, nil)
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    // MARK: The thread that draws

    /// Adds an effect; of those that a later one makes idle, the earlier is dropped.
    func post(_ effect: Effect) {
        locked {
            effects.removeAll { $0.isReplaced(by: effect) }
            effects.append(effect)
            pthread_cond_signal(more)
        }
    }

    /// Drops what has not been begun.
    func clear() { locked { effects = [] } }

    func close() {
        locked {
            isClosed = true
            effects = []
            pthread_cond_signal(more)
        }
    }

    func takeReplies() -> [Reply] {
        locked {
            defer { replies = [] }
            return replies
        }
    }

    // MARK: The thread that works

    /// Waits for the next effect; nil once the interface is left.
    func next() -> Effect? {
        locked {
            while effects.isEmpty, !isClosed { pthread_cond_wait(more, lock) }
            return isClosed ? nil : effects.removeFirst()
        }
    }

    func reply(_ reply: Reply) {
        locked { replies.append(reply) }
        Screen.wake()
    }
}

extension Effect {
    /// Whether only the later of the two has to be carried out.
    fileprivate func isReplaced(by later: Effect) -> Bool {
        switch (self, later) {
        case (.explain, .explain), (.weigh, .weigh), (.loadSurface, .loadSurface), (.loadLog, .loadLog),
            (.look, .look), (.loadHome, .loadHome), (.loadTools, .loadTools),
            (.loadRoster, .loadRoster), (.loadCatalog, .loadCatalog),
            (.loadSessions, .loadSessions), (.loadDeadlines, .loadDeadlines), (.loadThemes, .loadThemes):
            true
        default: false
        }
    }
}
