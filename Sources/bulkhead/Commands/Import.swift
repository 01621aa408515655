import ArgumentParser
import Documents

struct Import: Work {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring a workspace file into the ledger, all of it or nothing.",
        discussion:
            "An item whose id is known replaces it, the rest stays. Every problem is reported with its line.")

    @OptionGroup var options: PlaceOptions
    @Flag(help: "Empty the ledger first.") var replace = false
    @Argument(help: "YAML or JSON; - for standard input.") var file: String

    func work() throws -> Exit {
        let bytes = try read(file)
        try Desk.checkBeforeStart(options.place, bytes, file: file, replace: replace)
        if let key = try Desk.create(options.place) { announce(key, try options.place.home) }
        let desk = try Desk(options.place)
        let count = try desk.take(bytes, file: file, replace: replace)
        confirm("Imported \(count).", file, at: options.place)
        return .done
    }
}
