import Foundation
import Testing

/// Every command, and what `undo` makes of it.
@Suite struct UndoWalkTests {
    /// What a command does to the records.
    enum Effect {
        /// Nothing: the records and the step that `undo` would take stay as they are.
        case reads
        /// A change that goes back and comes again; run in this order, each with the arguments behind its name.
        case undoable([[String]])
        /// What `undo` does not reach, and by which word its help says so.
        case final(String)
    }

    static let effects: [(name: String, effect: Effect)] = [
        ("client add", .undoable([["second", "--name", "Second", "--tag", "SEC"]])),
        ("client edit", .undoable([["second", "--name", "Other", "--alias", "Twice"]])),
        ("engagement add", .undoable([["second/job", "--title", "Job", "--data", "source-code"]])),
        ("engagement edit", .undoable([["second/job", "--title", "Task"]])),
        (
            "agreement add",
            .undoable([
                [
                    "paper", "--client", "second", "--kind", "nda", "--expires", "2026-01-01", "--survival",
                    "P3Y",
                ]
            ])
        ),
        ("agreement edit", .undoable([["paper", "--title", "The paper"]])),
        (
            "obligation add",
            .undoable(
                ["term", "other"].map {
                    [$0, "--agreement", "paper", "--kind", "local-only", "--clause", "7"]
                })
        ),
        ("obligation edit", .undoable([["term", "--clause", "8"]])),
        ("obligation unknown", .undoable([["term"]])), ("obligation confirm", .undoable([["term"]])),
        ("obligation absent", .undoable([["other"]])),
        (
            "consent add",
            .undoable([
                [
                    "yes", "--client", "second", "--surfaces", "moonshot", "--lifts", "term", "--granted",
                    "2026-01-01",
                ]
            ])
        ),
        ("consent edit", .undoable([["yes", "--evidence", "mail"]])),
        (
            "account add",
            .undoable([
                [
                    "login", "--client", "second", "--surface", "moonshot.kimi-chat", "--identity",
                    "a@b.example",
                ]
            ])
        ),
        ("account edit", .undoable([["login", "--identity", "c@d.example"]])),
        ("surface review", .undoable([["moonshot.kimi-chat", "retention_days", "30", "--source", "mail"]])),
        (
            "agreement new",
            .undoable([["--form", "common-paper-mutual-nda", "--client", "second", "--id", "form"]])
        ),
        (
            "agreement import",
            .undoable([["FILE/letter.txt", "--client", "second", "--id", "read", "--accept-all"]])
        ),
        ("agreement event", .undoable([["paper", "received", "2026-01-05"]])),
        ("agreement return", .undoable([["paper", "--done"]])),
        ("account remove", .undoable([["login"]])),
        ("consent remove", .undoable([["yes"]])),
        ("obligation remove", .undoable([["term"]])),
        ("agreement remove", .undoable([["paper"]])),
        ("engagement remove", .undoable([["second/job"]])),
        ("client remove", .undoable([["second"]])),
        ("import", .undoable([["FILE/change.yaml"], ["FILE/change.yaml", "--replace"]])),
        ("use", .final("job in use")), ("launch", .final("Sessions")), ("run", .final("Sessions")),
        ("stop", .final("Sessions")), ("redact", .final("redaction")), ("restore", .final("redaction")),
        ("client offboard", .final("offboarding")), ("surface add", .final("surfaces of your own")),
        ("surface edit", .final("surfaces of your own")), ("surface remove", .final("surfaces of your own")),
        ("lock set", .final("lock")), ("lock remove", .final("lock")), ("backup", .final("backups")),
        ("restore-backup", .final("restore-backup")), ("init", .final("init")), ("undo", .final("redo")),
        ("redo", .final("next undo")), ("demo", .reads),
        ("check", .reads), ("why", .reads), ("matrix", .reads), ("due", .reads), ("report", .reads),
        ("current", .reads), ("prompt", .reads), ("sessions list", .reads), ("sessions show", .reads),
        ("sessions export", .reads), ("doctor", .reads), ("client list", .reads), ("client show", .reads),
        ("engagement list", .reads), ("engagement show", .reads), ("agreement list", .reads),
        ("agreement show", .reads), ("obligation list", .reads), ("obligation show", .reads),
        ("consent list", .reads), ("consent show", .reads), ("account list", .reads),
        ("account show", .reads),
        ("surface list", .reads), ("surface show", .reads), ("catalog validate", .reads),
        ("catalog diff", .reads),
        ("export", .reads), ("log list", .reads), ("log verify", .reads), ("log export", .reads),
        ("lock status", .reads), ("keys", .reads), ("completions", .reads),
    ]

    let program: Program

    init() throws {
        program = try Program()
        try program.run(["init"])
        try program.run(["client", "add", "first", "--name", "First", "--tag", "FIR"])
        _ = try program.file(
            "letter.txt", "1. Recipient shall not disclose Confidential Information to any third party.\n")
        _ = try program.file("change.yaml", "bulkhead: 1\nclients: [{ id: third, name: Third, tag: THI }]\n")
    }

    private func records() throws -> String { try program.run(["export"]).output }

    /// The row that `undo` would take back.
    private func step() throws -> Int? {
        try program.run(["undo", "--dry-run", "--json"]).json()["seq"] as? Int
    }

    @Test(
        "every command that there is has its place among those that undo takes back, does not reach, or need not"
    )
    func complete() throws {
        let leaves = HelpTests.commands.filter { command in
            !command.isEmpty
                && !HelpTests.commands.contains { $0.count > command.count && $0[0] == command[0] }
        }.map { $0.joined(separator: " ") }
        #expect(Set(leaves) == Set(Self.effects.map(\.name)))
        let help = try program.run(["undo", "--help"]).output
            .split { $0.isWhitespace }.joined(separator: " ")
        for (name, effect) in Self.effects {
            if case .final(let word) = effect { #expect(help.contains(word), "undo says nothing of \(name)") }
        }
    }

    @Test("each command that changes the records is taken back to the very bytes, and brought back to them")
    func walk() throws {
        for (name, effect) in Self.effects {
            guard case .undoable(let runs) = effect else { continue }
            for run in runs {
                let arguments =
                    name.split(separator: " ").map(String.init)
                    + run.map { $0.replacingOccurrences(of: "FILE", with: program.home) }
                let before = try records()
                let done = try program.run(arguments)
                #expect(done.status == 0, "\(name): \(done.errors)")
                let after = try records()
                #expect(after != before, "\(name) changed nothing")
                #expect(try program.run(["undo", "--yes"]).status == 0, "\(name)")
                #expect(try records() == before, "\(name) is not taken back")
                #expect(try program.run(["redo", "--yes"]).status == 0, "\(name)")
                #expect(try records() == after, "\(name) does not come again")
            }
        }
        #expect(try program.run(["log", "verify"]).status == 0)
    }

    @Test("a command that only reads changes no record, and nothing of what undo would take back")
    func readers() throws {
        try program.run(["use", "first"])
        let arguments: [String: [String]] = [
            "check": ["moonshot.kimi-chat"], "why": ["moonshot.kimi-chat"], "report": ["first"],
            "client show": ["first"], "agreement show": ["house"], "surface show": ["moonshot.kimi-chat"],
            "catalog validate": ["\(program.home)/change.yaml"], "completions": ["bash"],
        ]
        let (before, last) = (try records(), try step())
        #expect(last != nil)
        for (name, effect) in Self.effects {
            guard case .reads = effect, name != "demo" else { continue }
            try program.run(name.split(separator: " ").map(String.init) + (arguments[name] ?? []))
            #expect(try records() == before, "\(name)")
            #expect(try step() == last, "\(name)")
        }
    }

    @Test("what a surface of one's own was before its last change lies beside it")
    func ownSurface() throws {
        let file = program.home + "/config/catalog/own.json"
        #expect(try program.run(["surface", "add", "own.one", "--name", "One"]).status == 0)
        let first = try String(contentsOfFile: file, encoding: .utf8)
        #expect(try program.run(["surface", "remove", "own.one"]).status == 0)
        #expect(try program.run(["surface", "show", "own.one"]).status == 4)
        #expect(try String(contentsOfFile: file + ".before", encoding: .utf8) == first)
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.moveItem(atPath: file + ".before", toPath: file)
        #expect(try program.run(["surface", "show", "own.one"]).status == 0)
    }
}
