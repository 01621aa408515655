import CSpawn
import Compartments
import Glibc
import Synchronization

/// Counts the hosts a session asked for; filled by the door's thread, read by the supervisor's.
final class Tally: Sendable {
    private struct Counts {
        var reached: [String: SessionRecord.Contact] = [:]
        var refused: [String: SessionRecord.Contact] = [:]
    }

    /// No more names than this are kept apart; the rest is counted together.
    private static let mostNames = 1000

    private let counts = Mutex(Counts())
    /// Readable when something was counted.
    let event: Int32

    init() { event = cspawn_event() }

    func reached(_ host: String) { count(host, in: \.reached) }

    func refused(_ host: String) { count(host, in: \.refused) }

    var snapshot: (reached: [SessionRecord.Contact], refused: [SessionRecord.Contact]) {
        counts.withLock { counts in
            (
                counts.reached.values.sorted { $0.host < $1.host },
                counts.refused.values.sorted { $0.host < $1.host }
            )
        }
    }

    private func count(_ host: String, in table: WritableKeyPath<Counts, [String: SessionRecord.Contact]>) {
        let now = Int64(time(nil))
        counts.withLock { counts in
            let full = counts[keyPath: table].count >= Tally.mostNames
            let name = full && counts[keyPath: table][host] == nil ? "(others)" : host
            var contact =
                counts[keyPath: table][name] ?? SessionRecord.Contact(host: name, count: 0, time: now)
            contact.count += 1
            contact.time = now
            counts[keyPath: table][name] = contact
        }
        cspawn_event_raise(event)
    }
}
