import ArgumentParser
import Ledger

struct Undo: Stepping {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take the last change of the records back.",
        discussion: """
            The lines of the workspace that would change are shown first. Taking back is a change of its own, with a row \
            in the log; the next undo goes one change further back, and redo brings it back. The last hundred changes can be \
            taken back. Sessions, redaction, backups and the log are evidence, and never touched. The job in use, the lock \
            and surfaces of your own have commands that change them again; of the latter own.json.before keeps the last \
            state. What init, offboarding or 'redact --shred' did is for good, and restore-backup keeps the ledger that it \
            replaces.
            """)
    static let direction = Ledger.Direction.undo
    static let words = (
        question: "Take this change back?",
        done: "The change was taken back; 'bulkhead redo' brings it back.",
        none: "There is no change that could be taken back."
    )

    @OptionGroup var options: PlaceOptions
    @Flag(help: "Only show what would change.") var dryRun = false
    @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false
}
