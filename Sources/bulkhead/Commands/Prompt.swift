import ArgumentParser
import Documents

struct Prompt: Work {
    static let configuration = CommandConfiguration(
        commandName: "prompt",
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
        let script = try ShellHook(shell: hook, tagFile: options.place.tagFile).script
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("hook")
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

/// How long a prompt waits for another program that writes, in milliseconds.
private let promptPatience: Int32 = 100

/// Prints the tag alone, or `{"tag"}` for scripts.
///
/// A prompt never fails: without a ledger or a context it prints nothing.
func printPrompt(at place: Place) throws(Failure) -> Exit {
    let tag = try? Desk(place, patience: promptPatience).context()?.tag
    if place.json {
        var json = JSONWriter()
        json.object { json in
            json.key("tag")
            json.string(tag)
        }
        json.newline()
        print(bytes: json.bytes)
    } else if let tag {
        say(tag)
    }
    return .done
}
