/// The user's own file `sessions`, in the folder of configuration: where keys come from, and what tells that
/// a precondition holds.
///
/// One entry a line, words apart by spaces; `#` begins a comment.
///
///     key nordwind ANTHROPIC_API_KEY secret-tool service anthropic owner nor
///     key nordwind OPENAI_API_KEY pass work/nor/openai
///     key halden ANTHROPIC_API_KEY command /usr/local/bin/fetch-key halden
///     connect-vpn nordvpn-is-up
///     present-key ykman list
package struct SessionSettings: Sendable {
    package struct Key: Hashable, Sendable {
        package var client: String
        package var variable: String
        /// The program that prints the key, with its arguments.
        package var program: [String]
    }

    package var keys: [Key] = []
    /// Programs whose exit code 0 says that a duty is met, by the duty's name.
    package var checks: [String: [String]] = [:]

    package init() {}

    /// - Throws: `Refusal` with the line that cannot be read.
    package init(_ text: String, file: String) throws(Refusal) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
            guard let first = words.first else { continue }
            switch first {
            case "key":
                guard words.count >= 5, let program = SessionSettings.program(Array(words[3...])),
                    SessionSettings.isVariable(words[2])
                else {
                    throw Refusal(
                        .usage,
                        "\(file):\(index + 1): write: key CLIENT VARIABLE secret-tool|pass|command ARGUMENTS")
                }
                keys.append(Key(client: words[1], variable: words[2], program: program))
            case "connect-vpn", "present-key":
                guard words.count > 1 else {
                    throw Refusal(.usage, "\(file):\(index + 1): \(first) needs a program to run")
                }
                checks[first] = Array(words[1...])
            default:
                throw Refusal(
                    .usage, "\(file):\(index + 1): \(first) is none of key, connect-vpn, present-key")
            }
        }
    }

    /// Reads the file where there is one.
    package static func read(_ file: String) throws(Refusal) -> SessionSettings {
        guard Path.exists(file) else { return SessionSettings() }
        guard let bytes = Bytes.ofFile(file) else {
            throw Refusal(.usage, "\(file) cannot be read")
        }
        return try SessionSettings(String(decoding: bytes, as: UTF8.self), file: file)
    }

    private static func program(_ words: [String]) -> [String]? {
        switch words[0] {
        case "secret-tool": ["secret-tool", "lookup"] + words[1...]
        case "pass": ["pass", "show"] + words[1...]
        case "command": Array(words[1...])
        default: nil
        }
    }

    private static func isVariable(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "_")
            }
    }

    /// The keys of a client, fetched now from where they are kept.
    ///
    /// - Parameter vendor: whom the session is with.
    package func keys(of client: String, for vendor: String) throws(Refusal) -> [Variable] {
        var variables: [Variable] = []
        for key in keys where key.client == client && Recipe.gives(key.variable, to: vendor) {
            guard let result = Program.run(key.program), result.exitCode == 0 else {
                throw Refusal(
                    .precondition,
                    "\(key.variable) cannot be had: \(key.program[0]) failed; unlock it and try again")
            }
            let line = result.output.prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
            guard !line.isEmpty else {
                throw Refusal(
                    .precondition, "\(key.variable) cannot be had: \(key.program[0]) printed nothing")
            }
            variables.append(Variable(key.variable, String(decoding: line, as: UTF8.self), isSecret: true))
        }
        return variables
    }
}
