import Foundation
import Testing

/// The real demo on a real terminal, by keys.
@Suite("The demo, in tmux", .serialized, .enabled(if: Pane.tmux != nil || Pane.isCI, "tmux is not installed"))
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

    @Test("every screen comes to rest: nothing wakes the program while nobody touches it")
    func rest() throws {
        let pane = try Pane()
        try pane.await("Nordlys Grid")
        let text = try String(contentsOfFile: pane.folder + "/pid", encoding: .utf8)
        let process = try #require(pid_t(text.trimmingCharacters(in: .newlines)))
        for screen in 1...6 {
            pane.press("\(screen)")
            var isQuiet = false
            for _ in 0..<20 where !isQuiet {
                let before = try wakeups(of: process)
                sleep(1)
                isQuiet = try wakeups(of: process) == before
            }
            #expect(isQuiet, "screen \(screen)")
        }
    }

    /// How often the threads of a process went to sleep or were made to.
    private func wakeups(of process: pid_t) throws -> Int {
        let tasks = "/proc/\(process)/task"
        return try FileManager.default.contentsOfDirectory(atPath: tasks).reduce(0) { sum, task in
            let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
            return status.split(separator: "\n").filter { $0.contains("ctxt_switches") }
                .compactMap { Int($0.drop { !$0.isNumber }) }.reduce(sum, +)
        }
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

    @Test(
        "it works and gives back every terminal it may meet",
        arguments: ["xterm-256color", "xterm-direct", "tmux-256color", "linux", "vt100", "screen"])
    func terminals(_ name: String) throws {
        let pane = try Pane(terminal: name)
        try pane.await("Nordlys Grid")
        pane.press("2")
        try pane.await("Claude API")
        pane.press("Enter")
        try pane.await("How the answer was reached")
        pane.press("C-c")
        #expect(pane.ending() == "0")
        #expect(pane.isRestored)
    }

    @Test("what a killed demo left is removed by the next; a living one and what only has the name stay")
    func abandoned() throws {
        let program = try Program()
        let folders = { try FileManager.default.contentsOfDirectory(atPath: program.home).sorted() }
        let demo = Process()
        demo.executableURL = URL(fileURLWithPath: Program.path)
        demo.arguments = ["demo", "--plain"]
        demo.environment = ["TMPDIR": program.home, "HOME": program.home, "LANG": "C.UTF-8"]
        let (input, output) = (Pipe(), Pipe())
        (demo.standardInput, demo.standardOutput) = (input, output)
        try demo.run()
        _ = output.fileHandleForReading.availableData
        let name = program.home + "/bulkhead-demo-notes1"
        try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        _ = try program.file("bulkhead-demo-notes1/notes.txt", "kept")
        let before = try folders()
        #expect(before.count == 2)
        try program.run(["demo", "--plain"], environment: ["TMPDIR": program.home])
        #expect(try folders() == before)
        kill(demo.processIdentifier, SIGKILL)
        demo.waitUntilExit()
        #expect(try folders() == before)
        try program.run(["demo", "--plain"], environment: ["TMPDIR": program.home])
        #expect(try folders() == ["bulkhead-demo-notes1"])
    }

    @Test("a change by another process shows by itself")
    func noticed() throws {
        let pane = try Pane("")
        try pane.await("new client")
        try pane.run(["client", "add", "acme", "--name", "Acme Works", "--tag", "ACM"])
        try pane.await("Acme Works")
    }

    @Test("an idle interface writes nothing, wakes for nothing and takes no processor time")
    func idle() throws { #expect(try soak("--idle", "2") == 0) }

    @Test(
        "random keys, pastes, resizes and clicks find no crash and no dead end, and leave the terminal as it was"
    )
    func random() throws { #expect(try soak("--seeds", "2", "--inputs", "150") == 0) }

    /// Runs the long test of the interface with other numbers.
    ///
    /// - Returns: its exit code.
    private func soak(_ options: String...) throws -> Int32 {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Soak/interface/soak").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, "--program", Program.path] + options
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
