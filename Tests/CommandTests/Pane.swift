import Foundation
import Testing

/// A tmux server of the test's own, whose first pane runs the program and notes how the terminal was before and after.
final class Pane {
    /// Whether a missing program is a fault of the machine that tests, and not a reason to skip.
    static let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

    static let tmux: String? = ["/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    let folder: String
    /// Keeps the folder for as long as the pane is there.
    private let place: Program
    private let program: String
    private let terminal: String
    private let name = "bulkhead-test-\(UUID().uuidString)"

    /// Opens a pane that runs the program.
    ///
    /// - Parameters:
    ///   - command: what follows the program's name.
    ///   - terminal: the terminal that the program believes in.
    ///   - place: where its folder is; a new one without it.
    init(
        _ command: String = "demo", terminal: String = "xterm-256color", at place: Program? = nil
    ) throws {
        self.terminal = terminal
        program = try #require(Pane.tmux)
        self.place = try place ?? Program()
        folder = self.place.home
        let script = """
            cd '\(folder)'
            stty -a > before
            \(surroundings) sh -c 'echo $$ > pid; exec "$0" \(command)' '\(Program.path)'
            echo $? > status
            stty -a > after
            mv status ended
            exec sleep 600
            """
        try Data(script.utf8).write(to: URL(fileURLWithPath: folder + "/script"))
        call("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", "exec sh \(folder)/script")
    }

    deinit { call("kill-server") }

    /// What the program is started with, and nothing else of the test's own environment.
    private var surroundings: String {
        "env -i PATH=\"$PATH\" HOME='\(folder)' BULKHEAD_HOME='\(folder)/home' TMPDIR='\(folder)' TERM=\(terminal) LANG=C.UTF-8 SHELL=/bin/sh"
    }

    /// Presses keys by tmux's names for them, one after the other.
    func press(_ keys: String...) { for key in keys { call("send-keys", key) } }

    /// Types a text as it stands.
    func type(_ text: String) { call("send-keys", "-l", text) }

    /// Runs the program beside the pane, on the same ledger.
    func run(_ arguments: [String]) throws {
        try place.run(arguments, environment: ["BULKHEAD_HOME": folder + "/home"])
    }

    /// Opens a second window in which the program runs too; keys go there from now on.
    func openAnother(_ command: String = "") {
        call("new-window", "\(surroundings) '\(Program.path)' \(command)")
    }

    /// Goes back to the first window.
    func goBack() { call("select-window", "-t", ":0") }

    /// What the window shows now.
    var text: String { call("capture-pane", "-p") }

    /// What the window shows now, and every line that it scrolled away.
    var history: String { call("capture-pane", "-p", "-S", "-") }

    /// What a terminal would show as the titles of pane and window.
    var title: String { call("display-message", "-p", "#{pane_title} #{window_name}") }

    /// Whether the pane shows a text now or within some seconds.
    func shows(_ text: String) -> Bool { waits { self.text.contains(text) } }

    /// Goes on once the pane shows one of some texts.
    ///
    /// - Throws: what it shows instead, after some seconds.
    func await(_ texts: String...) throws {
        guard !waits({ texts.contains(where: self.text.contains) }) else { return }
        throw Missing(
            description:
                "\"\(texts.joined(separator: "\" or \""))\" never came; the screen was:\n\(self.text)")
    }

    struct Missing: Error, CustomStringConvertible { var description: String }

    /// The exit code of the program, as the shell gives it; nil where it does not end.
    func ending() -> String? {
        guard waits({ FileManager.default.fileExists(atPath: self.folder + "/ended") }) else { return nil }
        return try? String(contentsOfFile: folder + "/ended", encoding: .utf8)
            .trimmingCharacters(in: .newlines)
    }

    /// Whether the terminal's modes are those from before, the first screen is back, the cursor shows and the mouse
    /// is the terminal's own.
    var isRestored: Bool {
        let before = try? String(contentsOfFile: folder + "/before", encoding: .utf8)
        let after = try? String(contentsOfFile: folder + "/after", encoding: .utf8)
        let flags = call("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
        return before != nil && before == after && flags == "0 1 0\n"
    }

    private func waits(_ condition: () -> Bool) -> Bool {
        for _ in 0..<200 {
            if condition() { return true }
            usleep(50_000)
        }
        return false
    }

    @discardableResult
    private func call(_ arguments: String...) -> String {
        // Not Foundation's Process: it waits for a descriptor that the server keeps.
        let words = [program, "-L", name] + arguments
        let quoted = words.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
        let command = "LC_ALL=C.UTF-8 TERM=xterm-256color " + quoted.joined(separator: " ") + " 2>&1"
        guard let output = popen(command, "r") else { return "" }
        defer { pclose(output) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, output), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
