import Foundation
import Testing

/// Whether a missing program is a fault of the machine that tests, and not a reason to skip.
private let isCI = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

/// The real demo on a real terminal, by keys.
@Suite("The demo, in tmux", .serialized, .enabled(if: Pane.tmux != nil || isCI, "tmux is not installed"))
struct DemoTests {
    @Test("keys lead from the clients to the matrix, to the reasons, back and out")
    func keys() throws {
        let pane = try Pane()
        #expect(pane.shows("Nordlys Grid"))
        pane.press("2")
        #expect(pane.shows("┌─ Why · "))
        pane.press("Enter")
        #expect(pane.shows("› Why"))
        pane.press("q")
        #expect(pane.shows("┌─ Why · "))
        pane.press("1")
        #expect(pane.shows("Next dates"))
        pane.press("q")
        #expect(pane.ending() == "0")
        #expect(pane.isRestored)
    }

    @Test("however it ends, the terminal is given back", arguments: [SIGTERM, SIGHUP, SIGSEGV])
    func signals(_ signal: Int32) throws {
        let pane = try Pane()
        #expect(pane.shows("Nordlys Grid"))
        #expect(!pane.isRestored, "the interface is on the screen")
        let text = try String(contentsOfFile: pane.folder + "/pid", encoding: .utf8)
        kill(try #require(pid_t(text.trimmingCharacters(in: .newlines))), signal)
        #expect(pane.ending() == "\(128 + signal)")
        #expect(pane.isRestored)
    }
}

/// A tmux server of the test's own, whose one pane runs the demo and notes how the terminal was before and after.
private final class Pane {
    static let tmux: String? = ["/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    let folder: String
    /// Keeps the folder for as long as the pane is there.
    private let place: Program
    private let program: String
    private let name = "bulkhead-test-\(UUID().uuidString)"

    init() throws {
        program = try #require(Pane.tmux)
        place = try Program()
        folder = place.home
        let script = """
            cd '\(folder)'
            stty -a > before
            env -i PATH="$PATH" HOME='\(folder)' TMPDIR='\(folder)' TERM=xterm-256color LANG=C.UTF-8 \
            sh -c 'echo $$ > pid; exec "$0" demo' '\(Program.path)'
            echo $? > status
            stty -a > after
            mv status ended
            exec sleep 600
            """
        try Data(script.utf8).write(to: URL(fileURLWithPath: folder + "/script"))
        call("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", "exec sh \(folder)/script")
    }

    deinit { call("kill-server") }

    func press(_ key: String) { call("send-keys", key) }

    /// Whether the pane shows a text now or within some seconds.
    func shows(_ text: String) -> Bool { waits { self.call("capture-pane", "-p").contains(text) } }

    /// The exit code of the demo, as the shell gives it; nil where it does not end.
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
