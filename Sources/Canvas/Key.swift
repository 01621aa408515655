/// A key, as the screens know it, whatever bytes a terminal sends for it.
package enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Ctrl or Alt with an arrow.
    case wordLeft, wordRight
    /// F1 to F24.
    case function(Int)
    /// Ctrl with a lower-case letter or one of `@ [ \ ] ^ _`; never those that are keys of their own (i, m,
    /// h, [).
    case control(Character)
    case alt(Character)
}
