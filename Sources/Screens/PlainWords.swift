import Canvas
import Permits

/// What the lines of the plain interface need beside the state itself.
extension State {
    /// The rows of the client screen in words, without headings, in the order in which they are chosen.
    package var plainRows: [String] {
        let painter = Painter(state: self, look: Look(glyphs: .ascii, depth: .none))
        return clientRows.compactMap { row in
            switch row {
            case .heading: nil
            case .empty(let words, _): words
            case .item(let item): "\(item.noun): \(truncated(painter.name(item), to: 100, mark: "..."))."
            }
        }
    }

    /// Places in the tools of the rows of the matrix.
    package var plainTools: [Int] { matrixRows }

    /// An answer as text that a person can send on.
    package func plainAnswer(_ explanation: Explanation) -> String { plainText(explanation) }
}

extension Action {
    /// Whether it only moves the choice.
    package var isMove: Bool { id.hasPrefix("move.") }
}
