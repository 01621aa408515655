import Terminal

/// Opens the interface, or the same as questions and lines where no screen can be drawn or none is wanted.
///
/// - Parameters:
///   - place: where the ledger lies.
///   - plain: whether lines are asked for.
///   - isDemo: whether the workspace is the made-up one.
func enter(_ place: Place, plain: Bool, isDemo: Bool = false) throws(Failure) -> Exit {
    guard !plain, Surroundings().isInteractive else {
        throw Failure(.refused, "The interface needs a terminal; 'bulkhead --help' lists the commands that do not.")
    }
    return try openInterface(place, isDemo: isDemo)
}
