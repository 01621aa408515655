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

    /// The variable in which tools look for a vendor's key.
    package static func keyVariable(vendor: String) -> String? {
        switch vendor {
        case "anthropic": "ANTHROPIC_API_KEY"
        case "openai": "OPENAI_API_KEY"
        case "moonshot": "MOONSHOT_API_KEY"
        case "google": "GEMINI_API_KEY"
        case "mistral": "MISTRAL_API_KEY"
        case "groq": "GROQ_API_KEY"
        case "openrouter": "OPENROUTER_API_KEY"
        case "perplexity": "PERPLEXITY_API_KEY"
        case "deepseek": "DEEPSEEK_API_KEY"
        case "xai": "XAI_API_KEY"
        default: nil
        }
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
