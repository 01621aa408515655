import Glibc

/// The program that reads a file now, so that a person who does not want to wait can end it.
final class RunningReader: @unchecked Sendable {
    static let shared = RunningReader()

    // Everything below is touched with the lock held alone.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var child: pid_t?
    private var isStopped = false

    private init() {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    /// A new file is about to be read.
    func begin() { locked { isStopped = false } }

    /// Ends the program that runs and lets no further one start.
    func stop() {
        locked {
            isStopped = true
            if let child { kill(child, SIGKILL) }
        }
    }

    /// Whether a person wants no more.
    var wasStopped: Bool { locked { isStopped } }

    /// Notes the child that runs, or that none does any more; a stopped one is ended at once.
    func note(_ child: pid_t?) {
        locked {
            self.child = child
            if isStopped, let child { kill(child, SIGKILL) }
        }
    }
}
