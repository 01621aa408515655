import Canvas

/// A stretch of text in one style.
struct Run: Equatable {
    var text: String
    var style: Style
}

/// Breaks styled text into lines that fit a number of columns: at newlines, at spaces, and inside a word only where
/// it is longer than a line.
func lines(of runs: [Run], columns: Int) -> [[Run]] {
    struct Letter {
        var text: Character
        var width: Int
        var style: Style
    }
    let room = max(1, columns)
    var lines: [[Run]] = []
    var line: [Letter] = []
    var width = 0
    func close(_ letters: some Sequence<Letter>) {
        var merged: [Run] = []
        for letter in letters {
            if merged.last?.style == letter.style {
                merged[merged.count - 1].text.append(letter.text)
            } else {
                merged.append(Run(text: String(letter.text), style: letter.style))
            }
        }
        lines.append(merged)
    }
    for run in runs {
        for character in run.text {
            if character == "\n" || character == "\r\n" {
                close(line)
                (line, width) = ([], 0)
                continue
            }
            let tame: Character = character == "\t" ? " " : character
            let letter = Letter(text: tame, width: displayWidth(String(tame)), style: run.style)
            if width + letter.width > room, !line.isEmpty {
                let space = line.lastIndex { $0.text == " " }
                let cut = tame == " " ? line.count : space.map { $0 + 1 } ?? line.count
                close(line[..<cut])
                line = Array(line[cut...])
                width = line.reduce(0) { $0 + $1.width }
                if tame == " " { continue }
            }
            line.append(letter)
            width += letter.width
        }
    }
    close(line)
    return lines
}
