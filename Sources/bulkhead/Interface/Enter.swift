import Terminal

/// Opens the interface, or the same as questions and lines where no screen can be drawn or none is wanted.
///
/// - Parameters:
///   - place: where the ledger lies.
///   - plain: whether lines are asked for.
///   - isDemo: whether the workspace is the made-up one.
///   - leaving: done before a signal ends this process.
func enter(
    _ place: Place, plain: Bool, isDemo: Bool = false, leaving: () -> Void = {}
) throws(Failure) -> Exit {
    guard !plain, Surroundings().isInteractive else { return try openPlainInterface(place, isDemo: isDemo) }
    return try openInterface(place, isDemo: isDemo, leaving: leaving)
}

/// An invocation without a command, which opens the interface.
struct Opening {
    let place: Place
    let plain: Bool

    /// - Returns: nil where the arguments name a command, or something that the argument parser should word.
    init?(_ arguments: [String]) {
        var place = Place()
        var plain = false
        var rest = arguments[...]
        while let first = rest.popFirst() {
            switch first {
            case "--plain": plain = true
            case "--home", "--catalog", "--at":
                guard let value = rest.popFirst() else { return nil }
                if first == "--home" { place.namedHome = value }
                if first == "--catalog" { place.catalog = value }
                if first == "--at" { place.at = value }
            default: return nil
            }
        }
        self.place = place
        self.plain = plain
    }
}
