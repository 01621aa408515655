/// What a person does at a terminal.
package enum Input: Hashable, Sendable {
    case key(Key)
    /// A text that came as one paste; untrusted, newlines and all.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has a new size.
    case resize(Size)
    /// The program was stopped and goes on; time has passed and the screen is drawn anew.
    case resumed
}
