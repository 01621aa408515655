import Canvas
import Documents
import Glibc

/// Writes bytes to standard output as they are: JSON, or text already made visible.
func print(bytes: [UInt8]) { write(bytes, to: 1) }

/// Writes what a writer holds to standard output.
func print(_ json: borrowing JSONWriter) { json.withBytes { write($0, to: 1) } }

/// Prints one line for a person on standard output; control characters in it are shown, not sent.
func say(_ line: String = "") { write(Array((visible(line) + "\n").utf8), to: 1) }

/// Prints lines for a person on standard output at one go, as ``say(_:)`` does.
func say(_ lines: [String]) {
    var text = ""
    for line in lines {
        text += visible(line)
        text += "\n"
    }
    write(Array(text.utf8), to: 1)
}

/// Prints one line for a person on standard error; control characters in it are shown, not sent.
///
/// While a screen is drawn, it is told to who draws it.
func complain(_ line: String) {
    if !Listener.shared.heard(line) { write(Array((visible(line) + "\n").utf8), to: 2) }
}

private func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
}

private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if count < 0 {
            if errno == EINTR { continue }
            // An export on a full disk must not pass for one; a complaint that nobody can read is dropped.
            guard descriptor == 1 else { return }
            complain("The output could not be written: \(problem(errno)).")
            leave(.damaged)
        }
        offset += count
    }
}

/// Says that something was done: a sentence for a person, or `{"done","id"}` for a script.
func confirm(_ sentence: String, _ id: String, at place: Place) {
    guard place.json else { return complain(sentence) }
    var json = JSONWriter()
    json.object { json in
        json.key("done")
        json.string(sentence)
        json.key("id")
        json.string(id)
    }
    json.newline()
    print(bytes: json.bytes)
}

/// Ends the process at once, once everything is printed.
///
/// What was only read is not torn down piece by piece: the system takes the memory back faster than this program could.
func leave(_ exit: Exit) -> Never { Glibc.exit(exit.rawValue) }

/// The width of the terminal on standard output; 80 where there is none.
func terminalColumns() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}
