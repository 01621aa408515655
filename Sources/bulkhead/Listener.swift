import Glibc

/// Who hears what would be printed on standard error, while a screen is drawn there.
final class Listener: @unchecked Sendable {
    static let shared = Listener()

    // Everything below is touched with the lock held alone.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var hear: (@Sendable (String) -> Void)?

    private init() {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    /// Lets lines go to a function from now on; to standard error again without one.
    func listen(_ hear: (@Sendable (String) -> Void)?) {
        pthread_mutex_lock(lock)
        self.hear = hear
        pthread_mutex_unlock(lock)
    }

    /// Tells a line to who listens.
    ///
    /// - Returns: whether somebody does.
    func heard(_ line: String) -> Bool {
        pthread_mutex_lock(lock)
        let hear = hear
        pthread_mutex_unlock(lock)
        hear?(line)
        return hear != nil
    }
}
