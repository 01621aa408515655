import Canvas
import Testing

@Suite("Laws of frames and panes")
struct FrameLaws {
    /// Draws at random through a pane, and through panes in it.
    private func scribble(_ pane: inout Pane, _ dice: inout Dice, depth: Int = 0) {
        for _ in 0..<dice.roll(1...6) {
            switch dice.roll(0...9) {
            case 0: pane.fill(dice.rect(around: pane.size), dice.style())
            case 1: pane.paint(.selection, in: dice.rect(around: pane.size))
            case 2:
                pane.box(
                    dice.rect(around: pane.size), title: dice.text(), note: dice.text(), glyphs: .unicode)
            case 3: pane.rule(row: dice.roll(-1...10), title: dice.text(), glyphs: .ascii)
            case 4:
                pane.write(dice.text(), endingAt: dice.roll(-3...40), row: dice.roll(-1...10), dice.style())
            case 5:
                pane.write(
                    dice.text(), column: dice.roll(-5...20), row: dice.roll(-1...10),
                    columns: dice.roll(-2...30),
                    dice.style(), cut: "…")
            case 6: pane.placeCursor(column: dice.roll(-2...40), row: dice.roll(-2...12))
            case 7 where depth < 3:
                let inner = dice.rect(around: pane.size)
                pane.draw(in: inner) { scribble(&$0, &dice, depth: depth + 1) }
            case 8:
                pane.recolor(.muted)
                pane.add(.dim, in: dice.rect(around: pane.size))
            default:
                pane.write(dice.text(), column: dice.roll(-8...30), row: dice.roll(-2...11), dice.style())
            }
        }
    }

    private func scribbled(_ dice: inout Dice) -> Frame {
        var frame = Frame(Size(columns: dice.roll(0...40), rows: dice.roll(0...12)))
        frame.draw { scribble(&$0, &dice) }
        return frame
    }

    /// What makes a frame well formed: printable cells, and every wide glyph with both its halves.
    private func faults(of frame: Frame) -> [String] {
        var faults: [String] = []
        if frame.cells.count != frame.size.columns * frame.size.rows { faults.append("cell count") }
        for (index, cell) in frame.cells.enumerated() {
            let column = index % max(1, frame.size.columns)
            if displayWidth(cell.text) != Int(cell.width) { faults.append("width of \(cell) at \(index)") }
            if visible(cell.text) != cell.text { faults.append("unprintable \(cell) at \(index)") }
            for scalar in cell.text.unicodeScalars {
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .privateUse:
                    faults.append("control \(scalar.value) at \(index)")
                default: break
                }
            }
            switch cell.width {
            case 0: if column == 0 || frame.cells[index - 1].width != 2 { faults.append("half at \(index)") }
            case 1: break
            case 2:
                if column + 1 == frame.size.columns || frame.cells[index + 1].width != 0 {
                    faults.append("half at \(index)")
                }
            default: faults.append("width \(cell.width)")
            }
        }
        if let cursor = frame.cursor, !frame.bounds.contains(cursor) { faults.append("cursor outside") }
        return faults
    }

    @Test(
        "whatever is drawn, every cell is printable and every wide glyph is whole",
        arguments: 0..<400 as Range<UInt64>)
    func wellFormed(seed: UInt64) {
        var dice = Dice(seed: seed)
        #expect(faults(of: scribbled(&dice)).isEmpty)
    }

    @Test(
        "a pane changes no cell outside its rectangle, but for a half-covered wide glyph",
        arguments: 0..<400 as Range<UInt64>)
    func inside(seed: UInt64) {
        var dice = Dice(seed: seed &+ 10_000)
        let before = scribbled(&dice)
        let rect = dice.rect(around: before.size)
        var after = before
        after.draw(in: rect) { scribble(&$0, &dice) }
        #expect(faults(of: after).isEmpty)
        for row in 0..<before.size.rows {
            for column in 0..<before.size.columns where !rect.contains(Position(column: column, row: row)) {
                guard let old = before[column, row], let new = after[column, row], old != new else {
                    continue
                }
                let other = old.width == 2 ? column + 1 : column - 1
                #expect(
                    old.width != 1 && new == .blank(old.style)
                        && rect.contains(Position(column: other, row: row)),
                    "\(column),\(row) in \(rect) was \(old), is \(new)")
            }
        }
    }

    @Test("an overlay over half a wide glyph blanks its other half")
    func halves() {
        var frame = Frame(Size(columns: 8, rows: 1))
        frame.draw { $0.write("客户客户", column: 0, row: 0) }
        frame.draw(in: Rect(column: 3, row: 0, columns: 2, rows: 1)) { $0.write("ab", column: 0, row: 0) }
        #expect(frame.text == "客 ab 户\n")
    }

    @Test("a wide glyph across a pane's edge is a space on the inside")
    func edge() {
        var frame = Frame(Size(columns: 6, rows: 1))
        frame.draw { $0.write("xxxxxx", column: 0, row: 0) }
        frame.draw(in: Rect(column: 1, row: 0, columns: 3, rows: 1)) { pane in
            #expect(pane.write("客户", column: 0, row: 0) == 3)
        }
        #expect(frame.text == "x客 xx\n")
        frame.draw(in: Rect(column: 1, row: 0, columns: 3, rows: 1)) { $0.write("客户", column: -1, row: 0) }
        #expect(frame.text == "x 户xx\n")
    }

    @Test("a selection keeps the foregrounds under it")
    func selection() {
        var frame = Frame(Size(columns: 12, rows: 1))
        frame.draw { pane in
            let next = pane.write("Kimi ", column: 0, row: 0)
            pane.write("✗ NO", column: next, row: 0, Style(.deny, .bold))
            pane.paint(.selection)
        }
        #expect(
            frame.styles == """
                0:0-4 text/selection |Kimi |
                0:5-8 deny/selection bold |✗ NO|
                0:9-11 text/selection |   |

                """)
    }

    @Test("a terminal of any claimed size gives a frame that fits in memory")
    func huge() {
        let size = Size(columns: .max, rows: .max)
        #expect(size == Size.largest)
        #expect(Size(columns: -3, rows: .min) == Size(columns: 0, rows: 0))
    }
}
