import ArgumentParser

struct Init: Work {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a ledger, with the default house rules.",
        discussion: "Where a ledger is already, nothing changes.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        let place = options.place
        let home = try place.home
        guard let key = try Desk.create(place) else {
            confirm("There is a ledger already; nothing changed.", home, at: place)
            return .done
        }
        announce(key, home)
        if place.json { confirm("A new ledger was started.", home, at: place) }
        return .done
    }
}

/// Says that a ledger was made, and shows the first key of its log, which is kept nowhere.
func announce(_ firstKey: String, _ home: String) {
    complain("A new ledger lies in \(home).")
    complain("The first key of its log, shown this once: \(firstKey)")
    complain("Keep it away from this machine: with it, 'bulkhead log verify' finds a forged log.")
}
