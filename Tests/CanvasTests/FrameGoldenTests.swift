import Canvas
import FrameGolden
import Testing

@Suite("Drawn frames")
struct FrameGoldenTests {
    /// A dialog over a list, with everything that a pane can draw.
    private func dialog(_ glyphs: Glyphs) -> Frame {
        var frame = Frame(Size(columns: 48, rows: 12))
        frame.draw { pane in
            pane.fill(Rect(column: 0, row: 0, columns: 48, rows: 1), Style(.text, on: .bar))
            pane.write(" Bulkhead", column: 0, row: 0, Style(.title, on: .bar))
            pane.write("NOR", endingAt: 47, row: 0, .tag(0))
            pane.rule(row: 1, title: "Surfaces", glyphs: glyphs)
            for row in 2..<11 {
                pane.write("东海设计 surface", column: row % 2, row: row)
                pane.write("\(glyphs.deny) NO", column: 30, row: row, Style(.deny))
            }
            pane.paint(.selection, in: Rect(column: 0, row: 3, columns: 48, rows: 1))
            pane.rule(row: 11, glyphs: glyphs)
        }
        frame.draw(in: Rect(column: 3, row: 3, columns: 30, rows: 6)) { pane in
            pane.fill()
            let inside = pane.box(title: "Start a session", note: "6 of 48", focused: true, glyphs: glyphs)
            pane.draw(in: inside) { pane in
                pane.write(
                    "a line that is too long for the dialog\u{1B}[31m", column: 1, row: 0, columns: nil,
                    cut: glyphs.cut)
                pane.write("NO", column: 1, row: 2, Style(.text, on: .input))
                pane.placeCursor(column: 3, row: 2)
            }
        }
        return frame
    }

    @Test("a dialog over a list, in Unicode")
    func unicode() { assertFrame(dialog(.unicode), "dialog-48x12", styles: true) }

    @Test("a dialog over a list, in ASCII")
    func ascii() { assertFrame(dialog(.ascii), "dialog-48x12.ascii") }

    @Test("a difference is shown with its line, expected beside actual")
    func difference() {
        #expect(
            sideBySide("same\nold\n", "same\nnew\n") == """
                     expected             | actual
                   2 old                  | new

                """)
    }
}
