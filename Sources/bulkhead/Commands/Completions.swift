import ArgumentParser
import Documents

struct Completions: Work {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print completions for a shell.",
        discussion:
            "For bash: bulkhead completions bash > ~/.local/share/bash-completion/completions/bulkhead")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "bash, zsh or fish.") var shell: String

    func work() throws -> Exit {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw Failure(.usage, "There are completions for bash, zsh and fish, not for \"\(shell)\".")
        }
        let script = Bulkhead.completionScript(for: shell) + "\n"
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("shell")
                json.string(shell.rawValue)
                json.key("script")
                json.string(script)
            }
            json.newline()
            print(bytes: json.bytes)
        } else {
            print(bytes: Array(script.utf8))
        }
        return .done
    }
}
