import ArgumentParser

struct Init: Work {
    static let configuration = CommandConfiguration(
        abstract: "Start a ledger, with the default house rules.",
        discussion: "Where a ledger is already, nothing changes.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        if let key = try Desk.create(options.place) {
            announce(key, try options.place.home)
        } else {
            complain("There is a ledger already; nothing changed.")
        }
        return .done
    }
}

/// Says that a ledger was made, and shows the first key of its log, which is kept nowhere.
func announce(_ firstKey: String, _ home: String) {
    complain("A new ledger lies in \(home).")
    complain("The first key of its log, shown this once: \(firstKey)")
    complain("Keep it away from this machine: with it, 'bulkhead log verify' finds a forged log.")
}
