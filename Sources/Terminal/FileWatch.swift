private import Glibc

/// Notices that other processes change the files of a folder, without looking again and again (inotify).
///
/// SQLite's journal is made and removed beside the database at every commit, so a change of the folder or of
/// a file in it is a change of the ledger.
package struct FileWatch: ~Copyable {
    /// How the names begin of the files that count.
    private let prefix: [UInt8]
    /// To be watched by ``Screen/events(watching:timeout:)``.
    package let descriptor: Int32

    /// - Parameters:
    ///   - folder: an existing folder.
    ///   - prefix: how the names begin of the files that count; locks beside them are opened all the time.
    /// - Returns: nothing where the folder cannot be watched.
    package init?(folder: String, prefix: String = "") {
        self.prefix = Array(prefix.utf8)
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        // Not IN_CLOSE_WRITE: SQLite opens a database for writing that is only read.
        let changes = UInt32(IN_MODIFY | IN_MOVED_TO | IN_DELETE)
        guard inotify_add_watch(descriptor, folder, changes) >= 0 else {
            Glibc.close(descriptor)
            return nil
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Takes what was noticed, so that the descriptor is quiet again.
    ///
    /// - Returns: whether anything of it counts.
    @discardableResult
    package func drain() -> Bool {
        var noticed = false
        var events = [UInt8](repeating: 0, count: 4096)
        while case let count = read(descriptor, &events, events.count), count > 0 {
            // A watch descriptor, a mask, a cookie and a length, 32 bits each, then the name (inotify(7)).
            var start = 0
            while start + 16 <= count {
                let mask = number(events, start + 4)
                let length = Int(number(events, start + 12))
                let name = events[min(start + 16, count)..<min(start + 16 + length, count)]
                if name.starts(with: prefix) || mask & UInt32(IN_Q_OVERFLOW) != 0 { noticed = true }
                start += 16 + length
            }
        }
        return noticed
    }

    private func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
    }
}
