import ArgumentParser

struct Completions: Work {
    static let configuration = CommandConfiguration(
        abstract: "Print completions for a shell.",
        discussion:
            "For bash: bulkhead completions bash > ~/.local/share/bash-completion/completions/bulkhead")

    @OptionGroup var options: PlaceOptions
    @Argument(help: "bash, zsh or fish.") var shell: String

    func work() throws -> Exit {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw Failure(.usage, "There are completions for bash, zsh and fish, not for \"\(shell)\".")
        }
        print(bytes: Array((Bulkhead.completionScript(for: shell) + "\n").utf8))
        return .done
    }
}
