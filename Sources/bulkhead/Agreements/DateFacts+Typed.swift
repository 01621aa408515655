import Papers

extension DateFacts {
    /// Reads what `--fact NAME=VALUE` gave.
    ///
    /// - Parameters:
    ///   - typed: The options' values.
    ///   - variables: The names that may be filled in; nil where the paper may have its own.
    ///   - proposals: The terms, which say what variables hold a length of time.
    /// - Throws: ``Failure`` for what is no fact, a day that is none, and a name or a length that nobody would read.
    init(typed: [String], variables: [String]?, _ proposals: [Proposal]) throws(Failure) {
        self.init()
        let lengths = proposals.lengthVariables
        for text in typed {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw Failure(.usage, "\"\(text)\" is no fact: write it as NAME=VALUE.")
            }
            let name = trimmed(text[..<equals])
            let value = trimmed(text[text.index(after: equals)...])
            let isVariable = variables?.contains(name) ?? true
            let isDay = Self.isDay(name) || isVariable && name.hasSuffix("Date")
            guard isVariable || isDay else {
                let known = (variables ?? []) + Self.dayNames
                throw Failure(
                    .usage, "--fact: \"\(name)\" is not known. There are: \(known.joined(separator: ", ")).")
            }
            // Left empty it is unknown, as where it is not named at all.
            if value.isEmpty { continue }
            set(name, value)
            if isDay, self.variables[name] != nil {
                throw Failure(.usage, "--fact: \(name) is a day, YYYY-MM-DD, not \"\(value)\".")
            }
            // A signed paper may say it in any words.
            if variables != nil, lengths.contains(name), !Self.saysHowLong(value) {
                throw Failure(
                    .usage,
                    "--fact: \(name) is a length of time such as 2 years, P18M or perpetual, not \"\(value)\"."
                )
            }
        }
    }
}
