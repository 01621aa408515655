/// The borders and marks that the screens draw with, in Unicode or in ASCII.
package struct Glyphs: Hashable, Sendable {
    // Borders.
    package let horizontal, vertical: String
    package let topLeft, topRight, bottomLeft, bottomRight: String
    package let teeLeft, teeRight: String
    // Verdicts.
    package let permit, condition, deny, unknown: String
    // Marks.
    /// The row or pane that has the focus.
    package let focus: String
    /// A text that was cut.
    package let cut: String
    /// What follows from what.
    package let arrow: String
    /// Between the parts of a path.
    package let separator: String
    /// Between parts of a sentence.
    package let dot: String
    /// The chosen one of several.
    package let bullet: String
    /// A live session.
    package let live: String
    /// Where the next letter goes.
    package let caret: String
    // Keys, as hints name them.
    package let enter, up, down, left, right: String
    // Bars of the timeline.
    package let past, coming, end, now: String

    package static let unicode = Glyphs(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        teeLeft: "├", teeRight: "┤", permit: "✓", condition: "!", deny: "✗", unknown: "?", focus: "▸",
        cut: "…",
        arrow: "→", separator: "›", dot: "·", bullet: "•", live: "●", caret: "▏", enter: "↵", up: "↑",
        down: "↓",
        left: "←", right: "→", past: "█", coming: "▒", end: "▏", now: "▲")

    package static let ascii = Glyphs(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeLeft: "+", teeRight: "+", permit: "+", condition: "!", deny: "x", unknown: "?", focus: ">",
        cut: "~",
        arrow: ">", separator: ">", dot: "-", bullet: "*", live: "*", caret: "_", enter: "enter", up: "up",
        down: "down", left: "left", right: "right", past: "#", coming: ":", end: "|", now: "^")
}
