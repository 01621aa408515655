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
}
