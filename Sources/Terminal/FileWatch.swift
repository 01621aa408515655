private import Glibc

/// Notices that other processes change the files of a folder, without looking again and again (inotify).
///
/// SQLite's journal is made and removed beside the database at every commit, so a change of the folder or of
/// a file in it is a change of the ledger.
package struct FileWatch: ~Copyable {
    /// To be watched by ``Screen/events(watching:timeout:)``.
    package let descriptor: Int32

    /// - Parameter folder: an existing folder.
    /// - Returns: nothing where the folder cannot be watched.
    package init?(folder: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let changes = UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE)
        guard inotify_add_watch(descriptor, folder, changes) >= 0 else {
            Glibc.close(descriptor)
            return nil
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Takes what was noticed, so that the descriptor is quiet again.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    package func drain() -> Bool {
        var noticed = false
        var events = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &events, events.count) > 0 { noticed = true }
        return noticed
    }
}
