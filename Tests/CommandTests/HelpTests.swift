import Foundation
import Testing

/// The help of every command against the text kept beside this file.
///
/// `RECORD_HELP=1` writes the texts anew.
@Suite struct HelpTests {
    static let commands: [[String]] = {
        guard let program = try? Program(), let help = try? program.run(["--help"]).output else { return [] }
        let names = subcommands(help)
        return [[]]
            + names.flatMap { name -> [[String]] in
                let inner = (try? program.run([name, "--help"]).output).map(subcommands) ?? []
                return [[name]] + inner.map { [name, $0] }
            }
    }()

    /// The names below headings that speak of subcommands.
    private static func subcommands(_ help: String) -> [String] {
        var names: [String] = []
        var isListing = false
        for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.hasPrefix(" ") { isListing = line.hasSuffix("SUBCOMMANDS:") }
            guard isListing, line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See '") else {
                continue
            }
            if let name = line.split(separator: " ").first { names.append(String(name)) }
        }
        return names
    }

    @Test("there are commands to test")
    func someCommands() { #expect(HelpTests.commands.count > 30) }

    @Test("the help of a command reads as it was agreed", arguments: HelpTests.commands)
    func help(_ command: [String]) throws {
        let result = try Program().run(command + ["--help"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let name = (["bulkhead"] + command).joined(separator: "-")
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Help/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_HELP"] != nil {
            try Data(result.output.utf8).write(to: file)
        }
        let agreed = try String(contentsOf: file, encoding: .utf8)
        #expect(result.output == agreed)
    }
}
