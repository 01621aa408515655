import Glibc
import Ledger

/// The clipboard of the desktop, by the programs that can reach it; where there is none, the terminal's own.
enum Clipboard {
    private static var isWayland: Bool { environment("WAYLAND_DISPLAY") != nil }

    /// What is on the clipboard.
    ///
    /// - Throws: ``Failure`` where no program can read it.
    static func read() throws(Failure) -> [UInt8] {
        let tools =
            isWayland ? [["wl-paste", "--no-newline"]] : [["xclip", "-selection", "clipboard", "-o"]]
        for tool in tools {
            if let child = Child.run(tool), child.status == 0 { return child.output }
        }
        throw Failure(
            .refused,
            "The clipboard can't be read: wl-clipboard (Wayland) or xclip (X11) is missing or has no display. "
                + "Pipe the text in instead.")
    }

    /// Puts text on the clipboard.
    ///
    /// - Returns: Whether it can be read back later, and so be wiped.
    /// - Throws: ``Failure`` where neither a program nor a terminal takes it.
    static func write(_ text: Copy) throws(Failure) -> Bool {
        if writeByProgram(text) { return true }
        try writeByTerminal(text)
        return false
    }

    /// Gives text to the program that holds the desktop's clipboard.
    ///
    /// - Returns: Whether there is one and it took the text.
    static func writeByProgram(_ text: Copy) -> Bool {
        let tool = isWayland ? ["wl-copy"] : ["xclip", "-selection", "clipboard", "-i"]
        return Child.run(tool, input: text.bytes, captures: false)?.status == 0
    }

    /// Gives text to the terminal for its clipboard, which nobody can read back.
    static func writeByTerminal(_ text: Copy) throws(Failure) {
        let terminal = open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else {
            throw Failure(
                .refused,
                "The clipboard can't be written: wl-clipboard (Wayland) or xclip (X11) is missing or has no display, "
                    + "and there is no terminal.")
        }
        defer { close(terminal) }
        let sequence = Array("\u{1B}]52;c;".utf8) + base64(text.bytes) + [0x07]
        guard Glibc.write(terminal, sequence, sequence.count) == sequence.count else {
            throw Failure(
                .refused, "The terminal did not take the text for its clipboard: \(problem(errno)).")
        }
    }

    /// Empties the clipboard after some seconds, unless it then holds something else.
    static func wipe(_ text: Copy, after seconds: Int) {
        if startWipe(text, after: seconds) {
            complain("The clipboard will be emptied in \(seconds) seconds.")
        } else {
            complain("The clipboard can't be emptied later; copy something else when you are done.")
        }
    }

    /// Starts what empties the clipboard after some seconds.
    static func startWipe(_ text: Copy, after seconds: Int) -> Bool {
        Child.detach(["redact", "--wipe", String(seconds), "--wipe-hash", hash(text.bytes)])
    }

    /// Waits, then empties the clipboard if it still holds the text with this hash.
    static func waitAndWipe(_ expected: String, after seconds: Int) throws(Failure) {
        sleep(UInt32(clamping: seconds))
        if hash(try read()) == expected { _ = try write(.nothing) }
    }

    private static func hash(_ text: [UInt8]) -> String {
        var digest = SealedBox.Digest()
        digest.add(text)
        return digest.finish()
    }

    /// RFC 4648, for the terminal's control sequence (OSC 52).
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? letters[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return text
    }
}
