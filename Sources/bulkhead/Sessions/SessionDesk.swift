import Compartments
import Ledger
import Permits

/// The sessions of a place, after those that died unseen were closed.
struct SessionDesk {
    let ledger: Ledger
    let locks: String

    init(_ place: Place) throws(Failure) { try self.init(try Desk(place)) }

    init(_ desk: Desk) throws(Failure) {
        let place = desk.place
        ledger = desk.ledger
        locks = SessionLock.folder(
            namedHome: try place.namedAbsoluteHome, stateFolder: try place.absoluteHome)
        // What cannot be written can still be read; the end of a session could not be recorded in it.
        guard !ledger.isReadOnly else { return }
        do {
            let lock = try SessionLock(folder: locks)
            let ledger = ledger
            try lock.reconcile(try ledger.unfinished()) {
                try ledger.finish($0, at: SessionTime.now, cause: EndCause.lost.text)
            }
        } catch let refusal as Refusal {
            throw Failure(refusal)
        } catch {
            throw Failure(error)
        }
    }

    /// The sessions, newest first.
    func rows(limit: Int = 200) throws(Failure) -> [SessionRow] {
        try guarded { try ledger.sessions(limit: limit) }
    }

    func row(_ id: Int64) throws(Failure) -> SessionRow {
        guard let row = try rows(limit: Int(Int32.max)).first(where: { $0.id == id }) else {
            throw Failure(.notFound, "There is no session \(id): 'bulkhead sessions' shows those there are.")
        }
        return row
    }
}
