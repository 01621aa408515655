import ArgumentParser

struct Prompt: Work {
    static let configuration = CommandConfiguration(
        abstract: "The current client's tag, for a shell prompt.",
        discussion: """
            Prints nothing where no client is current, or no ledger is there.
            --hook bash|zsh prints a function that reads the tag without starting a process; \
            put eval "$(bulkhead prompt --hook bash)" into your shell's start file and $BULKHEAD_TAG into its prompt.
            """)

    @OptionGroup var options: PlaceOptions
    @Option(help: "Print the hook of a shell: bash or zsh.") var hook: String?

    func work() throws -> Exit {
        guard let hook else { return try printPrompt(at: options.place) }
        print(bytes: Array(try ShellHook(shell: hook, tagFile: options.place.tagFile).script.utf8))
        return .done
    }
}

/// Prints the tag alone.
///
/// A prompt never fails: without a ledger or a context it prints nothing.
func printPrompt(at place: Place) throws(Failure) -> Exit {
    if let context = try? Desk(place).context() { say(context.tag) }
    return .done
}
