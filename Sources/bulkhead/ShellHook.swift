/// A function for a shell's start file that puts the tag into `BULKHEAD_TAG` before each prompt, reading one small
/// file and starting no process.
struct ShellHook {
    let script: String

    /// - Parameters:
    ///   - shell: bash or zsh.
    ///   - tagFile: Where `use` writes the tag.
    /// - Throws: ``Failure`` for another shell.
    init(shell: String, tagFile: String) throws(Failure) {
        let body = """
            _bulkhead_tag() {
              local last=$?
              BULKHEAD_TAG=
              [ -r \(shellWord(tagFile)) ] && IFS= read -r BULKHEAD_TAG < \(shellWord(tagFile))
              return $last
            }

            """
        switch shell {
        case "bash":
            script =
                body + """
                    case ";${PROMPT_COMMAND-};" in
                      *";_bulkhead_tag;"*) ;;
                      *) PROMPT_COMMAND="_bulkhead_tag${PROMPT_COMMAND:+;$PROMPT_COMMAND}" ;;
                    esac

                    """
        case "zsh":
            script = body + "autoload -Uz add-zsh-hook && add-zsh-hook precmd _bulkhead_tag\n"
        default:
            throw Failure(.usage, "There is a hook for bash and zsh, not for \"\(shell)\".")
        }
    }
}

/// A text as one word of a shell, in quotes where it needs them.
func shellWord(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
            || "-_./,:@+".utf8.contains(byte)
    }
    if isBare, !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
