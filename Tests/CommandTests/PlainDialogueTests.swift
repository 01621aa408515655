import Foundation
import Testing

/// The interface as questions and lines.
@Suite("Questions and lines")
struct PlainDialogueTests {
    let program: Program

    init() throws { program = try Program() }

    /// What is said once each of some lines was written.
    private func say(_ lines: String...) throws -> [String] {
        let result = try program.run(["--plain"], input: lines.joined(separator: "\n") + "\n")
        #expect(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test(
        "help names what can be said on the screen that it was asked for from, and is no place to be stuck in"
    )
    func help() throws {
        let said = try say("help", "new client", "Acme")
        #expect(said.contains { $0.hasPrefix("new client: add a client") })
        #expect(!said.contains { $0.hasPrefix("suspend:") || $0.hasPrefix("do it:") })
        #expect(said.contains("New client. Field 1 of 12."))
        #expect(said.contains("New client. Field 2 of 12."))
    }

    @Test("what nothing is called is told alone, without the whole screen again")
    func notice() throws {
        let said = try say("permits", "xyzzy", "xyzzy")
        #expect(said.filter { $0.contains("Nothing is called \"xyzzy\"") }.count == 2)
        #expect(said.filter { $0 == "No client yet." }.count == 1)
    }

    @Test(
        "a paper is recorded from a file: a wrong path is asked for again, and each clause is settled by words"
    )
    func paper() throws {
        let path = try program.file(
            "nda.txt",
            """
            NON-DISCLOSURE AGREEMENT between Brightwater Ltd and Jo Freelance.
            1. The Contractor shall not disclose Confidential Information to any third party without prior written consent.
            2. On termination the Contractor shall return or destroy all Confidential Information within 30 days.
            """)
        let said = try say(
            "new client", "Brightwater", "BRI", "save", "read paper", "1", "/nowhere.txt", path, "it says so",
            "bogus",
            "it says so", "it says so", "it says so", "save", "quit")
        #expect(said.contains { $0.contains("/nowhere.txt") && $0.contains("No such file") })
        #expect(said.contains { $0.hasPrefix("To be read: ") && $0.contains("no third party disclosure") })
        #expect(said.contains("Every clause that was found is settled: say save."))
        let listed = try program.run(["agreement", "list", "--json"]).output
        #expect(listed.contains("third-party-disclosure") && listed.contains("return-or-destroy"))
    }

    @Test(
        "a theme that does not exist is named by doctor, and where the interface opens in colours of its own")
    func theme() throws {
        try FileManager.default.createDirectory(
            atPath: program.home + "/config", withIntermediateDirectories: true)
        _ = try program.file("config/config.toml", "theme = \"no-such-theme\"\n")
        let doctor = try program.run(["doctor"]).output
        #expect(doctor.contains("no theme is called \"no-such-theme\"; the terminal's own colours are used."))
        _ = try program.file("config/config.toml", "theme = \"dracula\"\n")
        #expect(!(try program.run(["doctor"]).output.contains("theme")))
        _ = try program.file("config/config.toml", "theme = \"mine\"\n")
        try FileManager.default.createDirectory(
            atPath: program.home + "/config/themes", withIntermediateDirectories: true)
        _ = try program.file("config/themes/mine.yaml", "this: [is no theme\n")
        #expect(try program.run(["doctor"]).output.contains("mine.yaml is no theme"))
    }
}
