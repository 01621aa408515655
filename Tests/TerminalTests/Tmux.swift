import Foundation

/// A tmux server of the test's own, with one pane in which nothing runs: the test opens the pane's terminal
/// itself.
final class Tmux {
    static let program: String? = ["/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private let program: String
    private let name = "bulkhead-test-\(UUID().uuidString)"
    /// The descriptor of the pane's terminal.
    private(set) var terminal: Int32 = -1

    init?(columns: Int, rows: Int) {
        guard let program = Self.program else { return nil }
        self.program = program
        call("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "exec sleep 600")
        let path = call("display-message", "-p", "#{pane_tty}").trimmingCharacters(in: .newlines)
        terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
    }

    deinit {
        close(terminal)
        call("kill-server")
    }

    /// Runs a tmux command and gives what it prints.
    @discardableResult
    func call(_ arguments: String...) -> String {
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

    /// What the pane shows, as ``Frame/text`` writes it.
    func shown() -> String {
        let lines = call("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        return lines.map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// What the pane shows once it shows what is expected, or after some seconds.
    func shown(expecting text: String) -> String {
        var seen = shown()
        for _ in 0..<40 where seen != text {
            usleep(50_000)
            seen = shown()
        }
        return seen
    }
}
