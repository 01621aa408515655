internal import CTerminal
internal import Canvas

/// Makes keys and pastes of what ncurses reads.
struct KeyReader {
    /// The most scalars of one paste that are kept.
    static let longestPaste = 4 << 20

    /// The scalars of a paste that has not ended.
    private var paste: String.UnicodeScalarView?
    private var pasted = 0
    /// An escape that may be the Alt of the character after it.
    private var escaped = false

    /// Whether a paste has begun and not ended.
    var isPasting: Bool { paste != nil }

    /// Takes one event of ncurses.
    ///
    /// - Parameter event: what was read, ``TERMINAL_NOTHING`` when nothing more is there for now.
    /// - Returns: what it completes: none, one, or two inputs.
    mutating func take(_ event: terminal_event) -> [Input] {
        if paste != nil { return takePasted(event) }
        var inputs: [Input] = []
        if escaped {
            escaped = false
            if Int(event.kind) == TERMINAL_CHARACTER, let letter = Self.printable(event.code) {
                return [.key(.alt(letter))]
            }
            inputs.append(.key(.escape))
        }
        switch Int(event.kind) {
        case TERMINAL_CHARACTER where event.code == 27:
            escaped = true
        case TERMINAL_CHARACTER:
            if let key = Self.key(code: event.code) { inputs.append(.key(key)) }
        case TERMINAL_KEY:
            if let key = Self.named(event.code) { inputs.append(.key(key)) }
        case TERMINAL_FUNCTION:
            inputs.append(.key(.function(Int(event.code))))
        case TERMINAL_MOUSE:
            if let action = Self.action(event.code) {
                let position = Position(column: Int(event.column), row: Int(event.row))
                inputs.append(.mouse(Mouse(action, at: position)))
            }
        case TERMINAL_PASTE_BEGINS:
            paste = "".unicodeScalars
            pasted = 0
        default:
            break
        }
        return inputs
    }

    /// Gives what there is of a paste whose end does not come.
    mutating func endPaste() -> [Input] {
        guard let text = paste else { return [] }
        paste = nil
        return [.paste(String(text))]
    }

    private mutating func takePasted(_ event: terminal_event) -> [Input] {
        switch Int(event.kind) {
        case TERMINAL_PASTE_ENDS:
            return endPaste()
        case TERMINAL_CHARACTER where pasted < Self.longestPaste:
            pasted += 1
            if let scalar = Unicode.Scalar(event.code) { paste?.append(scalar == "\r" ? "\n" : scalar) }
        default:
            break
        }
        return []
    }

    private static func key(code: UInt32) -> Key? {
        switch code {
        case 8, 127: .backspace
        case 9: .tab
        case 10, 13: .enter
        case 0...31: Unicode.Scalar(code + 64).map { .control(Character(String($0).lowercased())) }
        default: printable(code).map(Key.character)
        }
    }

    /// The character of a scalar that shows something, and is not a control.
    private static func printable(_ code: UInt32) -> Character? {
        guard let scalar = Unicode.Scalar(code), code >= 32, !(127..<160).contains(code) else { return nil }
        return Character(scalar)
    }

    private static func named(_ code: UInt32) -> Key? {
        switch Int(code) {
        case TERMINAL_UP: .up
        case TERMINAL_DOWN: .down
        case TERMINAL_LEFT: .left
        case TERMINAL_RIGHT: .right
        case TERMINAL_HOME: .home
        case TERMINAL_END: .end
        case TERMINAL_PAGE_UP: .pageUp
        case TERMINAL_PAGE_DOWN: .pageDown
        case TERMINAL_BACKSPACE: .backspace
        case TERMINAL_DELETE: .delete
        case TERMINAL_INSERT: .insert
        case TERMINAL_BACK_TAB: .backTab
        case TERMINAL_ENTER: .enter
        case TERMINAL_WORD_LEFT: .wordLeft
        case TERMINAL_WORD_RIGHT: .wordRight
        default: nil
        }
    }

    private static func action(_ button: UInt32) -> Mouse.Action? {
        switch button {
        case 1: .left
        case 2: .middle
        case 3: .right
        case 4: .wheelUp
        case 5: .wheelDown
        default: nil
        }
    }
}
