import CSpawn
import Compartments
import Glibc
import Ledger

exit(lead())

/// Reads the plan, leads the session, and returns what the shell is told.
func lead() -> Int32 {
    let signals = cspawn_signals()
    guard signals >= 0, cspawn_guard_memory() == 0 else {
        return report(Refusal(.missing, "the kernel refuses what a supervisor needs: \(Failure.text(errno))"))
    }
    guard let bytes = Bytes.all(from: SessionProgram.planDescriptor),
        let plan = try? PlanText.plan(from: bytes)
    else {
        return report(Refusal(.usage, "bulkhead-session is started by bulkhead, with a plan"))
    }
    close(SessionProgram.planDescriptor)
    do {
        let book = SessionBook(home: plan.place.ledger)
        return try Supervisor(plan: plan, book: book, signals: signals).run().exitCode
    } catch let refusal as Refusal {
        return report(refusal, asJSON: plan.reportsInJSON)
    } catch let problem as LedgerError {
        return report(Refusal(.ledger, problem.message), asJSON: plan.reportsInJSON)
    } catch {
        return report(Refusal(.missing, "\(error)"), asJSON: plan.reportsInJSON)
    }
}

func report(_ refusal: Refusal, asJSON: Bool = false) -> Int32 {
    cspawn_cooked()
    if asJSON {
        Bytes.write(Array((refusal.json + "\n").utf8), to: 1)
    } else {
        Bytes.write(Array((refusal.sentence + "\n").utf8), to: 2)
    }
    return refusal.exitCode
}
