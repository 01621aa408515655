/// Parameters that tell what a clause says of tools.
extension Parameters {
    /// Whether a ban says that nothing lifts it.
    var isAbsolute: Bool {
        near(["no", "any"], ["circumstances", "circumstance", "event", "case", "reason"], 1) || has("never")
    }

    func granularity() -> String {
        if hasBeginning("assignment") || (has("each") && hasBeginning("tool")) { return "tool+assignment" }
        if near(["order"], ["form"], 0) || near(["statement"], ["work"], 2) || has("sow", "order") {
            return "order_form"
        }
        if hasBeginning("project") { return "project" }
        return "agreement"
    }

    /// Whether tools on our own machine are let off: the clause speaks of third parties', public or online
    /// tools alone, or exempts local ones outright.
    func exemptsLocal() -> Bool {
        let isRefused = near(["may", "is", "are"], ["not"], 0)
        let local =
            !isRefused
            && near(
                ["local", "locally", "offline", "onpremises"],
                ["except", "permitted", "allowed", "exempt", "may"], 12)
            || near(["except", "other", "unless"], ["local", "locally", "offline", "onpremises"], 12)
        return local || toolScope() == "any_public_or_third_party"
    }

    /// What kind of tool a ban speaks of.
    ///
    /// Tools of others alone are meant only where each of them is called so:
    /// "public AI tools", "a chatbot hosted by a third party".
    func toolScope() -> String {
        let own: Set<String> = [
            "private", "privately", "local", "locally", "internal", "internally", "offline", "self", "any",
            "all",
        ]
        let scopes: Set<String> = [
            "public", "publicly", "external", "online", "cloud", "hosted", "web", "internet", "commercial",
            "consumer", "outside", "cloudbased",
        ]
        let places = texts.indices.filter { Self.tools.contains(texts[$0]) }
        func isOfOthers(_ place: Int) -> Bool {
            // What a defined term covers is said where it is defined, not by its name: "External AI" may be all of it.
            if let term = definedTool(endingAt: place, scopes) {
                return term.contains(where: scopes.subtracting(["public", "publicly", "external"]).contains)
                    && !term.contains(where: own.contains) && !term.contains("every")
            }
            // What anyone may download runs on a machine of our own, too.
            let isFree = near(
                ["publicly", "generally", "commercially"], ["available", "accessible", "released"], 0,
                in: Array(texts[max(0, place - 6)...place]))
            if isFree,
                !texts[place...].prefix(4).contains(where: ["service", "services", "platform"].contains)
            {
                return false
            }
            let before = texts[max(0, place - 6)..<place]
            let after = texts[(place + 1)...].prefix(8)
            if before.suffix(3).contains(where: own.contains)
                && !before.suffix(3).contains(where: scopes.contains)
            {
                return false
            }
            let isThird = { (some: ArraySlice<String>) in
                some.indices.contains {
                    some[$0] == "third" && some.contains("party") || some[$0] == "others"
                }
            }
            let isRun = near(
                ["hosted", "operated", "run", "provided", "offered", "running"],
                ["third", "others", "outside", "external", "vendor", "vendors", "provider"], 4,
                in: Array(after))
            return before.contains(where: scopes.contains) || isThird(before) || isRun
        }
        // The words that follow the first mention hang on it: "public AI tools or chatbots".
        let scoped = places.first.map(isOfOthers) ?? false
        let any =
            has("private", "privately", "local", "locally", "internal", "internally", "offline", "wherever")
            || near(["any", "all"], ["ai", "generative", "llm", "mt"], 0)
        if hasBeginning("retain", "train", "store", "keep", "learn"),
            near(
                ["that", "which"],
                [
                    "retain", "retains", "train", "trains", "store", "stores", "keep", "keeps", "log", "logs",
                    "learn", "learns", "use", "uses", "may",
                ], 3)
        {
            return "that_retain_train_or_use"
        }
        return scoped && !any ? "any_public_or_third_party" : "any"
    }

    /// The meaning of the capitalized term that ends at `place` and begins with a word of reach; empty where the
    /// agreement gives it none.
    private func definedTool(endingAt place: Int, _ scopes: Set<String>) -> [String]? {
        guard words[place].capital,
            let start = (max(0, place - 4)..<place).last(where: { scopes.contains(texts[$0]) }),
            words[start...place].allSatisfy(\.capital)
        else { return nil }
        let end = words[place...].prefix(3).lastIndex { $0.capital && Self.tools.contains($0.text) } ?? place
        let name = facts.outline.text.slice(words[start].range.lowerBound..<words[end].range.upperBound)
        return facts.meaning(of: name)?.map(\.text) ?? facts.meaning(of: name + "s")?.map(\.text) ?? []
    }

    static let tools: Set<String> = [
        "ai", "llm", "ml", "mt", "genai", "generative", "chatbot", "chatbots", "chatgpt", "copilot", "tool",
        "tools",
    ]

    func dataClasses() -> [String] {
        var classes: [String] = []
        if hasBeginning("confidential", "proprietary") { classes.append("confidential") }
        if has("personal", "pii", "phi") { classes.append("personal_data") }
        if near(["source"], ["code"], 0) { classes.append("source_code") }
        if near(
            ["client", "customer", "project", "company", "agency", "principal", "buyer"],
            ["material", "materials", "data", "content", "documents", "files", "texts", "assets"], 1)
        {
            classes.append("client_material")
        }
        if has("credentials", "passwords") { classes.append("credentials") }
        if near(["any", "all"], ["information", "material", "materials", "data", "content", "text"], 1) {
            classes.append("any")
        }
        return classes.isEmpty ? ["confidential"] : classes
    }

    /// Whether the passage speaks of what runs on a machine of our own.
    var runsHere: Bool {
        has("local", "locally", "offline", "onpremises")
            || near(
                ["run", "runs", "running", "installed", "hosted", "operate", "operated"],
                ["hardware", "computer", "machine", "device", "devices", "laptop", "premises"], 5)
            || near(
                ["own"],
                [
                    "equipment", "hardware", "computer", "machine", "device", "devices", "laptop",
                    "infrastructure",
                ], 2)
    }

    func conditions() -> [String] {
        var found: [String] = []
        if hasBeginning("train") { found.append("no_training") }
        if hasBeginning("retain", "retention", "store", "log")
            || near(["keep", "keeps", "kept"], ["nothing", "no"], 2)
        {
            found.append("no_retention")
        }
        if hasBeginning("deidentif", "anonymi", "pseudonymi", "redact") { found.append("deidentified") }
        if runsHere { found.append("local") }
        let waived = near(["without", "no"], ["approval", "consent", "permission"], 3)
        if hasBeginning("approv", "consent", "permission", "authori"), !waived { found.append("approval") }
        if hasBeginning("review", "human", "check") { found.append("human_review") }
        if has("dpa", "processing") || near(["data"], ["processing"], 0) { found.append("dpa") }
        if hasBeginning("enterprise", "business", "paid") { found.append("business_plan") }
        if hasBeginning("disclos", "inform", "notif") { found.append("disclosure") }
        return found
    }

    func toolList() -> Parameter {
        let names = words.filter {
            Self.products.contains($0.text) && ($0.capital || Self.unmistakable.contains($0.text))
        }
        var denied: [String] = []
        var allowed: [String] = []
        for passage in passages {
            let own = passage.words.map(\.text)
            let isBan = own.contains {
                ["not", "never", "no", "prohibited", "banned", "forbidden", "without", "exclude", "excluded"]
                    .contains($0)
            }
            for word in names
            where word.range.lowerBound >= passage.range.lowerBound
                && word.range.upperBound <= passage.range.upperBound
            {
                if isBan { denied.append(word.text) } else { allowed.append(word.text) }
            }
        }
        let external = has("list", "schedule", "annex", "appendix", "register")
        return record(
            ("deny", .texts(denied)), ("allow", .texts(allowed)), ("external_list", .flag(external)))
    }

    static let unmistakable: Set<String> = [
        "chatgpt", "openai", "anthropic", "deepl", "midjourney", "deepseek", "notebooklm", "grammarly",
        "memoq", "trados",
    ]

    static let products: Set<String> = unmistakable.union([
        "claude", "gemini", "copilot", "bard", "llama", "mistral", "perplexity", "qwen", "kimi", "phrase",
        "cursor", "ollama",
        "huggingface", "moonshot",
    ])

    /// What a clause on keeping says, with the days it allows where it plainly names one number of them:
    /// "not stored for longer than 7 days", "deletes prompts within 30 days".
    func noRetention() -> Parameter {
        let models = has("public") ? "public" : has("general") ? "general_purpose" : "any"
        var fields = [Parameter.Field("models", .text(models))]
        let lengths = statedLengths(in: words)
        let isLimit =
            near(["longer", "more"], ["than"], 0) || has("beyond", "exceed", "exceeds", "exceeding")
            || has("within") && hasBeginning("delet", "eras", "purg", "discard")
                && !has("not", "no", "never", "neither", "nor", "without")
        if passages.count == 1, lengths.count == 1, lengths[0].term.unit == .day, isLimit,
            !has("zero", "nothing", "session", "immediately")
        {
            fields.append(.init("days", .number(lengths[0].term.count)))
        }
        return .record(fields)
    }

    func useRecords() -> Parameter {
        let keep = statedLengths(in: words).first { $0.term.unit == .year || $0.term.unit == .month }?.term
        return record(
            ("on_request", .flag(has("request", "requested"))), ("keep", keep.map(\.parameter) ?? .null),
            ("disclose", .flag(hasBeginning("disclos", "inform", "notif", "declare"))),
            ("fields", .texts(recordFields())))
    }
}
