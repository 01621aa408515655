import ArgumentParser
import Ledger

struct Redo: Stepping {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Bring back the change that was taken back last.",
        discussion: "Any other change of the records makes what was taken back final.")
    static let direction = Ledger.Direction.redo
    static let words = (
        question: "Bring this change back?", done: "The change is there again.",
        none: "There is no change that was taken back."
    )

    @OptionGroup var options: PlaceOptions
    @Flag(help: "Only show what would change.") var dryRun = false
    @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false
}
