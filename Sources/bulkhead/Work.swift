import ArgumentParser

/// A command that does its work at a place and says what to exit with.
protocol Work: ParsableCommand {
    var options: PlaceOptions { get }

    /// - Throws: ``Failure``, which says what to exit with.
    func work() throws -> Exit
}

/// What every command takes.
struct PlaceOptions: ParsableArguments {
    @Option(help: "The folder of the ledger; also BULKHEAD_HOME.") var home: String?
    @Option(help: "A catalog in place of the shipped one; also BULKHEAD_CATALOG.") var catalog: String?
    @Flag(help: "Print one JSON document and nothing else.") var json = false
    @Option(help: "The day to judge by, YYYY-MM-DD; today if absent.") var at: String?

    var place: Place { Place(namedHome: home, catalog: catalog, json: json, at: at) }

    /// Whether a word is one of these options that a value follows as a word of its own.
    static func takesValue(_ word: String) -> Bool { ["--home", "--catalog", "--at"].contains(word) }

    /// Whether a word is one of these options.
    static func isOne(_ word: String) -> Bool {
        let name = word.prefix { $0 != "=" }
        return name == "--json" || takesValue(String(name))
    }
}
