package import Canvas

/// What stands on the screen while the interface is locked; it knows nothing of the ledger.
package struct LockPage: Equatable, Sendable {
    /// Whether a passphrase is asked for, and not a program.
    package var asksPassphrase: Bool
    /// Characters typed so far, shown as marks.
    package var typed = 0
    /// What the last try came to.
    package var words = ""

    package init(asksPassphrase: Bool) { self.asksPassphrase = asksPassphrase }

    /// Draws the page: everything else of the screen is blank.
    package func frame(size: Size, look: Look) -> Frame {
        var frame = Frame(size)
        frame.draw { pane in
            let rows = ["Locked", "", question, ""]
            let top = max(0, (pane.rows - rows.count - 2) / 2)
            let width = min(40, max(1, pane.columns))
            let left = max(0, (pane.columns - width) / 2)
            for (row, line) in rows.enumerated() {
                pane.write(
                    line, column: left, row: top + row, row == 0 ? Style(.text, on: .page, .bold) : Style())
            }
            if asksPassphrase {
                let field = Rect(column: left, row: top + rows.count - 1, columns: width, rows: 1)
                pane.draw(in: field) { pane in
                    pane.fill(nil, Style(.text, on: .input))
                    let marks = min(typed, width - 1)
                    pane.write(
                        String(repeating: "*", count: max(0, marks)), column: 0, row: 0,
                        Style(.text, on: .input))
                    pane.placeCursor(column: max(0, marks), row: 0)
                }
            }
            pane.write(words, column: left, row: top + rows.count + 1, Style(.fault))
        }
        return frame
    }

    private var question: String {
        asksPassphrase
            ? "Passphrase, then enter; ctrl-c leaves" : "Enter asks the security key; ctrl-c leaves"
    }
}
