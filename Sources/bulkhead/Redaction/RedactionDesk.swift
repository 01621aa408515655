import Glibc
import Ledger
import Permits
import Redaction

/// What redaction and restoring need of the ledger: one engagement's words and its placeholders.
///
/// Other programs that redact for the same home wait while this one is open.
final class RedactionDesk {
    let desk: Desk
    let client: String
    let engagement: String?
    private let home: String
    private let lock: Int32
    private var created: Int64?

    /// Whether no placeholders are kept for this job yet.
    var isNew: Bool { created == nil }

    /// Opens the words and placeholders of a job.
    ///
    /// - Parameters:
    ///   - desk: The opened ledger.
    ///   - job: `CLIENT` or `CLIENT/ENGAGEMENT`; nil for the current one.
    ///   - changes: Whether placeholders are given out; who only reads them waits for nobody.
    ///   - patience: Seconds to wait for another program that redacts; without end where absent.
    /// - Throws: ``Failure`` where there is no such job.
    init(_ desk: Desk, job: String?, changes: Bool = true, patience: Int? = nil) throws(Failure) {
        self.desk = desk
        (client, engagement) = try desk.wholeJob(job)
        home = try desk.place.home
        lock = try changes ? Self.lock(home, patience: patience) : -1
    }

    deinit { if lock >= 0 { close(lock) } }

    /// Waits until no other program gives out placeholders in this home, and keeps others waiting till it is
    /// closed.
    ///
    /// - Parameter patience: Seconds to wait; nil for as long as it takes.
    static func lock(_ home: String, patience: Int? = nil) throws(Failure) -> Int32 {
        let lock = Glibc.open(home + "/redaction.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { return lock }
        guard let patience else {
            flock(lock, LOCK_EX)
            return lock
        }
        for _ in 0...(patience * 20) {
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
            usleep(50_000)
        }
        close(lock)
        throw Failure(.refused, "Another program redacts just now; try again when it is done.")
    }

    /// `CLIENT` or `CLIENT/ENGAGEMENT`.
    var job: String { engagement.map { "\(client)/\($0)" } ?? client }

    /// The words of this client, and every other client's as a tripwire.
    func dictionary(adding extra: [Term] = [], allowed: [String] = []) throws(Failure) -> TermDictionary {
        let world = try desk.workspace()
        var own: [Term] = extra
        var foreign: [Term] = []
        var allowed = allowed
        for other in world.clients {
            if other.id == client {
                own += Self.terms(of: other, foreignTo: nil)
                allowed += other.redact.allowed
            } else {
                // By its tag: what is said of a hit may be pasted where the name must not be.
                foreign += Self.terms(of: other, foreignTo: other.tag)
            }
        }
        // A word that two clients share is this client's here.
        let shared = Set(own.map { $0.text.lowercased() })
        return TermDictionary(
            own + foreign.filter { !shared.contains($0.text.lowercased()) }, allowed: allowed)
    }

    /// The words that name a client.
    static func terms(of client: Client, foreignTo owner: String?) -> [Term] {
        let sensitive = Set(client.redact.caseSensitive)
        func term(_ text: String, _ kind: EntityKind, _ entity: String? = nil) -> Term {
            Term(
                text, kind: kind, entity: entity, caseSensitive: sensitive.contains(text), foreignTo: owner)
        }
        let names = ([client.name] + client.aliases).map { term($0, .client, "client " + client.id) }
        let codenames = client.redact.codenames + client.engagements.compactMap(\.codename)
        return names + client.redact.names.map { term($0, .person) } + codenames.map { term($0, .codename) }
            + client.redact.domains.map { term($0, .domain) } + client.redact.custom.map { term($0, .custom) }
    }

    /// The placeholders given out so far; a new, empty map where there are none.
    ///
    /// - Parameter create: Whether placeholders are to be given out; without, the empty map has a number of no job.
    func map(create: Bool) throws(Failure) -> TokenMap {
        let stored = try guarded { try desk.ledger.redactionMap(job) }
        guard let stored else { return Self.emptyMap(namespace: create ? try freeNamespace() : 0) }
        created = stored.created
        return try Self.open(stored, home: home)
    }

    /// Opens a sealed map with its key.
    static func open(_ stored: Ledger.RedactionMap, home: String) throws(Failure) -> TokenMap {
        let job = stored.id
        guard let number = Self.number(of: stored),
            let key = try RedactionKey(home: home, number: number).load(create: false)
        else {
            throw Failure(
                .damaged,
                "The key of the placeholders of \(job) is gone: it was in the keyring or in \(home).")
        }
        guard let opened = SealedBox.open(Array(stored.sealed[2...]), key: key, label: label(job)) else {
            throw Failure(.damaged, "The placeholders of \(job) can't be opened with this key.")
        }
        do {
            return try TokenMap(serialized: opened)
        } catch {
            throw Failure(.damaged, "The placeholders of \(job) are damaged: bring them back from a backup.")
        }
    }

    /// The number of a map, which lies before what is sealed.
    static func number(of stored: Ledger.RedactionMap) -> UInt16? {
        stored.sealed.count > 2 ? UInt16(stored.sealed[0]) << 8 | UInt16(stored.sealed[1]) : nil
    }

    private static func label(_ job: String) -> String { "redaction map " + job }

    /// A map without placeholders, under a key of its own.
    static func emptyMap(namespace: UInt16) -> TokenMap {
        let bytes = SealedBox.random(16)
        func number(_ from: Int) -> UInt64 { bytes[from..<(from + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
        return TokenMap(namespace: namespace, key: (number(0), number(8)))
    }

    /// Keeps the placeholders, sealed.
    func keep(_ map: TokenMap) throws(Failure) {
        guard let key = try RedactionKey(home: home, number: map.namespace).load(create: true),
            let sealed = SealedBox.seal(map.serialized(), key: key, label: Self.label(job))
        else { throw Failure(.damaged, "The placeholders of \(job) can't be sealed.") }
        let number = [UInt8(map.namespace >> 8), UInt8(map.namespace & 0xFF)]
        let kept = Ledger.RedactionMap(
            id: job, client: client, engagement: engagement, created: created ?? Int64(time(nil)),
            sealed: number + sealed)
        try guarded { try desk.ledger.put(kept) }
    }

    /// A number for the placeholders of this job that no other job of the ledger has.
    private func freeNamespace() throws(Failure) -> UInt16 {
        let used = Set(try guarded { try desk.ledger.redactionMaps() }.compactMap(Self.number))
        guard used.count < 0x8000 else {
            throw Failure(.refused, "There are no numbers left for placeholders of new jobs in this ledger.")
        }
        while true {
            let bytes = SealedBox.random(2)
            let number = (UInt16(bytes[0]) << 8 | UInt16(bytes[1])) & 0x7FFF
            if !used.contains(number) { return number }
        }
    }
}
