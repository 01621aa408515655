package import Canvas

/// What a ``Screen`` was waiting for.
package enum ScreenEvent: Hashable, Sendable {
    /// A person did something.
    case input(Input)
    /// A watched descriptor can be read.
    case ready(Int32)
    /// ``Screen/wake()`` was called, perhaps more than once.
    case woken
    /// The program has to end: the signal that says so, `SIGHUP` also where the terminal is gone.
    case end(signal: Int32)
}
