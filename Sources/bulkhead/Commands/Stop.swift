import ArgumentParser
import Compartments

struct Stop: Work {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "End the open sessions, or one of them, and wait until they are gone.")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "The number of the session; all that are open if absent.") var id: Int64?

    func work() throws -> Exit {
        let desk = try SessionDesk(options.place)
        let open = try guarded { try desk.ledger.unfinished() }
        if let id, !open.contains(id) {
            _ = try desk.row(id)
            throw Failure(.refused, "Session \(id) has ended already.")
        }
        let chosen = id.map { [$0] } ?? open
        for session in chosen {
            guard try stopped(session, desk.locks) else {
                throw Failure(
                    .refused, "Session \(session) does not end; try again, or end its window by hand.")
            }
        }
        let still = try SessionDesk(options.place)
        for session in chosen {
            if options.json { continue }
            say("Session \(session): \(try still.row(session).cause ?? "ended")")
        }
        if options.json {
            print(bytes: Array("{\"stopped\":[\(chosen.map { String($0) }.joined(separator: ","))]}\n".utf8))
        } else if chosen.isEmpty {
            complain("No session is open.")
        }
        return .done
    }

    private func stopped(_ session: Int64, _ locks: String) throws(Failure) -> Bool {
        do {
            return try SessionLock.stop(session, in: locks)
        } catch {
            throw Failure(error)
        }
    }
}
