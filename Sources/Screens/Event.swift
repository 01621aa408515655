package import Canvas
package import Permits

/// What the interface is told.
package enum Event: Equatable, Sendable {
    case input(Input)
    /// The civil day is another one now.
    case day(Day)
    /// Another process, or a saved change, altered the ledger.
    case ledgerChanged
    /// An effect was carried out.
    case answer(Answer)
    /// Something that a person should know and nothing waits for.
    case remark(String)
    /// An effect could not be carried out; the words say what, where and what to do.
    case failed(String)
}
