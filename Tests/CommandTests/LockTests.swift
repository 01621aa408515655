import Foundation
import Testing

/// The lock in front of the interface.
@Suite struct LockTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "acme", "--name", "Zebedee Works", "--tag", "ZEB"])
    }

    @Test("a passphrase is asked for before the lock is changed or taken away, and is in no file")
    func commands() throws {
        #expect(try program.run(["lock", "set"], input: "short\n").status == 2)
        #expect(try program.run(["lock", "status", "--json"]).json()["lock"] as? String == "none")
        #expect(try program.run(["lock", "set", "--minutes", "3"], input: "correct horse\n").status == 0)
        let status = try program.run(["lock", "status", "--json"]).json()
        #expect(status["lock"] as? String == "passphrase" && status["idle"] as? Int == 180)
        let stored = try Data(contentsOf: URL(fileURLWithPath: program.home + "/lock"))
        #expect(stored.range(of: Data("$argon2id$".utf8)) != nil)
        #expect(stored.range(of: Data("horse".utf8)) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: program.home + "/lock")[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        #expect(try program.run(["lock", "set"], input: "wrong horse\nanother one\n").status == 40)
        #expect(try program.run(["lock", "remove"], input: "wrong horse\n").status == 40)
        #expect(try program.run(["lock", "set"], input: "correct horse\nbattery staple\n").status == 0)
        #expect(try program.run(["lock", "remove"], input: "correct horse\n").status == 40)
        #expect(try program.run(["lock", "remove"], input: "battery staple\n").status == 0)
        #expect(try program.run(["lock", "status", "--json"]).json()["lock"] as? String == "none")
        let rows = try program.run(["log", "list", "--json"]).json()["log"] as? [[String: Any]]
        #expect(rows?.filter { $0["kind"] as? String == "lock" }.count == 3)
        // A lock that cannot be read keeps the interface shut.
        _ = try program.file("lock", "lock 1\n")
        let shut = try program.run(["--plain"])
        #expect(shut.status == 3 && !shut.output.contains("Zebedee"))
    }

    @Test("the interface of lines asks too, and shows nothing before the answer")
    func plain() throws {
        #expect(try program.run(["lock", "set"], input: "correct horse\n").status == 0)
        let refused = try program.run(["--plain"], input: "wrong horse\nquit\n")
        #expect(refused.status == 40)
        #expect(!(refused.output + refused.errors).contains("Zebedee"))
        let opened = try program.run(["--plain"], input: "correct horse\nquit\n")
        #expect(opened.status == 0 && opened.output.contains("Zebedee"))
    }

    @Test("the interface of lines asks again before it answers after the idle time, and at the word lock")
    func plainIdle() throws {
        #expect(try program.run(["lock", "set"], input: "correct horse\n").status == 0)
        func dialogue(_ script: String) throws -> (status: Int32, output: String) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "{ echo 'correct horse'; \(script); } | \"$0\" --plain", Program.path]
            process.environment = [
                "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "BULKHEAD_HOME": program.home,
                "HOME": program.home,
            ]
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            try process.run()
            let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return (process.terminationStatus, output)
        }
        let names = { (text: String) in text.components(separatedBy: "Zebedee Works").count - 1 }
        // The name stands in the list that opens, in the answer before the lock, and in the one behind it.
        let opened = try dialogue("printf 'filter Zeb\\nlock\\ncorrect horse\\nfilter Zeb\\nquit\\n'")
        #expect(opened.status == 0 && names(opened.output) == 4, "\(opened)")
        let shut = try dialogue("printf 'filter Zeb\\nlock\\nwrong horse\\nfilter Zeb\\nquit\\n'")
        #expect(shut.status == 40 && names(shut.output) == 2, "\(shut)")

        let lock = try String(contentsOfFile: program.home + "/lock", encoding: .utf8)
        _ = try program.file("lock", lock.replacingOccurrences(of: "idle 600", with: "idle 2"))
        let asked = try dialogue("sleep 4; printf 'filter Zeb\\ncorrect horse\\nquit\\n'")
        #expect(asked.status == 0 && names(asked.output) == 2, "\(asked)")
        let refused = try dialogue("sleep 4; printf 'filter Zeb\\nwrong horse\\nquit\\n'")
        #expect(refused.status == 40 && names(refused.output) == 1, "\(refused)")
    }

    @Test(
        "locked at the start and by a key, the screen holds no name, and the passphrase brings it back",
        .enabled(if: Pane.tmux != nil || Pane.isCI, "tmux is not installed"))
    func screen() throws {
        #expect(try program.run(["lock", "set"], input: "correct horse\n").status == 0)
        let pane = try Pane("--home \(program.home)", at: program)
        #expect(pane.shows("Locked"))
        #expect(!pane.history.contains("Zebedee") && !pane.history.contains("ZEB"))
        pane.enter("wrong horse")
        #expect(pane.shows("That does not open it."))
        #expect(!pane.history.contains("wrong") && !pane.history.contains("Zebedee"))
        pane.enter("correct horse")
        #expect(pane.shows("Zebedee Works"))
        #expect(!pane.title.contains("Zebedee") && !pane.title.contains("ZEB"))
        // The program's memory is closed to all but root.
        if geteuid() == 0 { #expect(try !pane.memoryHolds("correct horse") && pane.memoryHolds("Zebedee")) }
        pane.press("M-l")
        #expect(pane.shows("Locked"))
        #expect(!pane.history.contains("Zebedee") && !pane.history.contains("ZEB"))
        pane.enter("correct horse")
        #expect(pane.shows("Zebedee Works"))
        pane.press("q")
        #expect(pane.ending() == "0")
        #expect(pane.isRestored)
        // Nothing stays behind on the terminal.
        #expect(!pane.history.contains("Zebedee"))
    }

    @Test(
        "after the idle time it locks by itself, and a program that exits with 0 opens it",
        .enabled(if: Pane.tmux != nil || Pane.isCI, "tmux is not installed"))
    func idle() throws {
        let key = program.home + "/key"
        let set = ["lock", "set", "--command", "/usr/bin/test", "-e", key]
        #expect(try program.run(set).status == 40, "it would shut everyone out")
        #expect(try program.run(["lock", "status", "--json"]).json()["lock"] as? String == "none")
        _ = try program.file("key", "")
        #expect(try program.run(set).status == 0)
        try FileManager.default.removeItem(atPath: key)
        // Seconds in place of minutes, which no option allows: enough to see the screen, few enough to wait for.
        let lock = try String(contentsOfFile: program.home + "/lock", encoding: .utf8)
        _ = try program.file("lock", lock.replacingOccurrences(of: "idle 600", with: "idle 5"))
        let pane = try Pane("--home \(program.home)", at: program)
        #expect(pane.shows("Locked"))
        pane.press("Enter")
        #expect(pane.shows("The key did not open it."))
        _ = try program.file("key", "")
        pane.press("Enter")
        #expect(pane.shows("Zebedee Works"))
        try FileManager.default.removeItem(atPath: key)
        #expect(pane.shows("Locked"))
        #expect(!pane.history.contains("Zebedee"))
        pane.press("C-c")
        #expect(pane.ending() == "0")
        #expect(pane.isRestored)
    }
}

extension Pane {
    /// Types a text and presses enter.
    fileprivate func enter(_ text: String) {
        type(text)
        press("Enter")
    }

    /// Whether a text lies anywhere in the memory that the program can write to.
    fileprivate func memoryHolds(_ text: String) throws -> Bool {
        let pid = try String(contentsOfFile: folder + "/pid", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let memory = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(pid)/mem"))
        let maps = try String(contentsOfFile: "/proc/\(pid)/maps", encoding: .utf8)
        for line in maps.split(separator: "\n") where line.contains(" rw") {
            let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard ends.count == 2, ends[1] - ends[0] < 1 << 30 else { continue }
            try memory.seek(toOffset: ends[0])
            if try memory.read(upToCount: Int(ends[1] - ends[0]))?.range(of: Data(text.utf8)) != nil {
                return true
            }
        }
        return false
    }
}
