import CSpawn
import Glibc

/// The lock that lets one client in at a time.
///
/// `active.lock` is held in two ways through one open file, which the sandbox inherits: a shared `flock` says
/// that somebody's session lives, a lock on one byte for each session says which. Both go when the last process
/// that has the file is gone, so neither can go stale. A second byte is locked by the session's supervisor
/// alone, through an open file that it shares with nobody: a session that lives but is not led has lost it.
/// That open file has a shared `flock` too, lest a program inside, which can reach what the sandbox inherits,
/// unlock the other while the session lives.
///
/// Whoever changes the state holds `guard.lock` meanwhile; it is never inherited, and so it is the one that says
/// whose session lives: by the client's opaque compartment.
package struct SessionLock: ~Copyable {
    /// A live session as the lock's file tells it.
    package struct Holder: Hashable, Sendable {
        package var session: Int64
        /// Its supervisor; the number is another's where nobody leads the session any more.
        package var pid: Int32
    }

    package let folder: String
    private let guardDescriptor: Int32
    /// The open file that the sandbox inherits.
    package let descriptor: Int32
    /// The open file of the supervisor alone.
    private var leadDescriptor: Int32 = -1

    /// Waits for the guard and holds it until `release`, or until the value goes.
    package init(folder: String) throws(Refusal) {
        let (guardDescriptor, descriptor) = try SessionLock.openFiles(in: folder)
        self.folder = folder
        self.guardDescriptor = guardDescriptor
        self.descriptor = descriptor
    }

    private static func openFiles(in folder: String) throws(Refusal) -> (Int32, Int32) {
        try Path.makePrivateFolder(folder)
        let guardDescriptor = try openFile(folder + "/guard.lock")
        guard cspawn_lock_exclusive(guardDescriptor, 1) == 1 else {
            throw Refusal(.folder, "cannot lock \(folder)/guard.lock: \(Failure.text(errno))")
        }
        return (guardDescriptor, try openFile(folder + "/active.lock"))
    }

    deinit {
        close(guardDescriptor)
        close(descriptor)
        if leadDescriptor >= 0 { close(leadDescriptor) }
    }

    /// Lets others change the state; what was taken stays taken.
    package func release() { _ = cspawn_unlock(guardDescriptor) }

    /// The folder of the lock: the home where one was named, else the user's runtime folder, else one of the
    /// user's own.
    package static func folder(namedHome: String?, stateFolder: String) -> String {
        if let namedHome { return namedHome }
        // The login's folder counts even where the variable is not set, lest two shells use two locks.
        let usual = "/run/user/\(geteuid())"
        for folder in [Environment.value("XDG_RUNTIME_DIR"), usual] {
            var status = stat()
            if let folder, folder.hasPrefix("/"), stat(folder, &status) == 0,
                status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid()
            {
                return folder + "/bulkhead"
            }
        }
        return stateFolder
    }

    private static func openFile(_ path: String) throws(Refusal) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(.folder, "cannot open \(path): \(Failure.text(errno))")
        }
        return descriptor
    }

    /// Takes the lock for a client; other sessions of the same client may have it too.
    package func take(compartment: String, tag: String) throws(Refusal) {
        switch cspawn_lock_exclusive(descriptor, 0) {
        case 1:
            write("\(compartment)\t\(tag)\n")
            // Turning an exclusive lock into a shared one is not atomic, but only a stranger can come between.
            guard cspawn_lock_shared(descriptor) == 1 else {
                throw Refusal(.otherClient, "something else holds \(folder)/active.lock; try again")
            }
        case 0:
            let (owner, tag) = owner
            guard owner == compartment, cspawn_lock_shared(descriptor) == 1 else {
                throw Refusal(
                    .otherClient,
                    "a session for \(tag.isEmpty ? "another client" : tag) is open; end it first: bulkhead stop"
                )
            }
        default:
            throw Refusal(.folder, "cannot lock \(folder)/active.lock: \(Failure.text(errno))")
        }
    }

    /// Gives back what `take` took; as long as the guard is held, nobody else takes it.
    package func giveBack() { _ = cspawn_unlock(descriptor) }

    /// Marks a session as living for as long as the open file, and as led for as long as this process lives.
    package mutating func claim(_ session: Int64) throws(Refusal) {
        leadDescriptor = try SessionLock.openFile(folder + "/active.lock")
        guard cspawn_lock_byte(descriptor, SessionLock.lifeByte(session)) == 1,
            cspawn_lock_byte(leadDescriptor, SessionLock.leadByte(session)) == 1,
            cspawn_lock_shared(leadDescriptor) == 1
        else {
            throw Refusal(.otherClient, "session \(session) is held by another process; try again")
        }
        let living = holders.filter { isHeld($0.session) && $0.session != session }
        let (compartment, tag) = owner
        var text = "\(compartment)\t\(tag)\n"
        for holder in living { text += "\(holder.session)\t\(holder.pid)\n" }
        text += "\(session)\t\(getpid())\n"
        write(text)
    }

    private static func lifeByte(_ session: Int64) -> Int64 { session &* 2 }

    private static func leadByte(_ session: Int64) -> Int64 { session &* 2 &+ 1 }

    /// Whether any process still has the session; one's own claim does not count.
    package func isHeld(_ session: Int64) -> Bool {
        cspawn_byte_is_held(descriptor, SessionLock.lifeByte(session)) != 0
    }

    /// Whether the session's supervisor lives.
    package func isLed(_ session: Int64) -> Bool {
        cspawn_byte_is_held(descriptor, SessionLock.leadByte(session)) != 0
    }

    /// The living sessions that the file names.
    package var holders: [Holder] {
        lines.dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 2, let session = Int64(fields[0]), let pid = pid_t(fields[1]), pid > 1,
                (0...Int64.max / 4).contains(session)
            else { return nil }
            return Holder(session: session, pid: pid)
        }
    }

    /// Closes every row whose session lives no more.
    ///
    /// A sandbox that outlived its supervisor is killed first.
    ///
    /// - Parameters:
    ///   - unfinished: the rows without an end.
    ///   - finish: ends a row, with the cause `lost` and the time of this look.
    package func reconcile(_ unfinished: [Int64], finish: (Int64) throws -> Void) throws {
        for session in unfinished {
            if isLed(session) { continue }
            if isHeld(session) {
                killStragglers(of: session)
                if isHeld(session) { continue }
            }
            try finish(session)
        }
    }

    /// Asks a session's supervisor to end it, and waits until the session is gone.
    ///
    /// - Returns: false where it still lives after the time that an orderly end may take.
    package static func stop(_ session: Int64, in folder: String) throws(Refusal) -> Bool {
        if let holder = try SessionLock(folder: folder).holders.first(where: { $0.session == session }) {
            let pidfd = cspawn_pidfd(holder.pid)
            defer { if pidfd >= 0 { close(pidfd) } }
            // Led after the number was resolved: the number was the supervisor's, and the descriptor is.
            if pidfd >= 0, try SessionLock(folder: folder).isLed(session) {
                _ = cspawn_pidfd_signal(pidfd, SIGTERM)
                var gone = pollfd(fd: pidfd, events: Int16(POLLIN), revents: 0)
                _ = poll(&gone, 1, 12_000)
            }
        }
        let lock = try SessionLock(folder: folder)
        if lock.isHeld(session), !lock.isLed(session) { lock.killStragglers(of: session) }
        return !lock.isHeld(session)
    }

    /// Kills every process that has the session's byte, and waits a moment for it to be free.
    package func killStragglers(of session: Int64) {
        guard let file = Path.resolved(folder + "/active.lock") else { return }
        for _ in 0..<50 {
            for name in Path.names(in: "/proc") ?? [] {
                guard let pid = pid_t(name), pid != getpid(), holds(session, in: file, pid) else { continue }
                kill(pid, SIGKILL)
            }
            if !isHeld(session) { return }
            usleep(10_000)
        }
    }

    private func holds(_ session: Int64, in file: String, _ pid: pid_t) -> Bool {
        for name in Path.names(in: "/proc/\(pid)/fd") ?? [] {
            guard Path.linkDestination("/proc/\(pid)/fd/\(name)") == file,
                let text = Bytes.ofFile("/proc/\(pid)/fdinfo/\(name)")
            else { continue }
            for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
                let fields = line.split { $0 == " " || $0 == "\t" }
                let byte = String(SessionLock.lifeByte(session))
                if fields.contains("OFDLCK"), fields.suffix(2).allSatisfy({ $0 == byte }) {
                    return true
                }
            }
        }
        return false
    }

    private var owner: (compartment: String, tag: String) {
        let fields = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false)
        return (String(fields.first ?? ""), fields.count > 1 ? String(fields[1]) : "")
    }

    private var lines: [Substring] {
        lseek(guardDescriptor, 0, SEEK_SET)
        let text = Bytes.all(from: guardDescriptor, limit: 1 << 20) ?? []
        return String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }.map { $0 }
    }

    /// Replaces the content; a kill in the middle leaves the old lines or the new ones, and an empty line ends
    /// them.
    private func write(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        pwrite(guardDescriptor, bytes, bytes.count, 0)
        ftruncate(guardDescriptor, off_t(bytes.count))
    }
}
