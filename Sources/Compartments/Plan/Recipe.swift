package import Permits

/// What a known tool needs in a session beside its command.
package struct Recipe: Hashable, Sendable {
    /// Variables that keep the tool quiet and where it belongs.
    package var variables: [Variable] = []
    /// Arguments put behind the program's name.
    package var arguments: [String] = []

    /// The recipe of a program by its file name; nil for one that is not known.
    package init?(program: String) {
        switch program {
        case "claude":
            variables = [
                Variable("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
                Variable("DISABLE_AUTOUPDATER", "1"),
                Variable("DISABLE_TELEMETRY", "1"), Variable("DISABLE_ERROR_REPORTING", "1"),
            ]
        case "codex": variables = [Variable("CODEX_HOME", Planner.home + "/.codex")]
        case "aider": arguments = ["--analytics-disable", "--no-check-update"]
        case "llm": variables = [Variable("LLM_USER_PATH", Planner.home + "/.llm")]
        case "ollama": variables = [Variable("OLLAMA_HOST", "127.0.0.1:11434")]
        default: return nil
        }
    }

    /// The variables in which tools look for a vendor's key.
    private static let keyVariables = [
        "anthropic": "ANTHROPIC_API_KEY", "openai": "OPENAI_API_KEY", "moonshot": "MOONSHOT_API_KEY",
        "google": "GEMINI_API_KEY", "mistral": "MISTRAL_API_KEY", "groq": "GROQ_API_KEY",
        "openrouter": "OPENROUTER_API_KEY", "perplexity": "PERPLEXITY_API_KEY",
        "deepseek": "DEEPSEEK_API_KEY", "xai": "XAI_API_KEY",
    ]

    /// Whether a session with a vendor is given the key in a variable: the vendor's own, or, where that has no usual
    /// name, one that is not known as another vendor's.
    package static func gives(_ variable: String, to vendor: String) -> Bool {
        if let own = keyVariables[vendor] { return variable == own }
        return !keyVariables.values.contains(variable)
    }

    /// The one surface of a catalog that a program starts; nil where none or more than one does.
    package static func surface(of program: String, in catalog: Catalog) -> Surface? {
        let found = catalog.surfaces.filter {
            if case .command(let command) = $0.launch {
                return command.split(separator: " ").first.map(String.init) == program
            }
            return false
        }
        return found.count == 1 ? found.first : nil
    }
}
