/// A published standard agreement that ships with the program.
package struct StandardForm: Sendable {
    /// The form's slug, for example `common-paper-mutual-nda`.
    package let id: String
    package let name: String
    package let version: String
    /// Who published it and under which license, as its license asks to be told.
    package let attribution: String
    /// The whole form as it reads, its publisher's notice included.
    package let full: String
    package let outline: Outline
    /// The numbered clauses in order: number, and the letters of what they say.
    package let clauses: [FormClause]
    /// What its publisher's cover page leaves to be filled in, where the form ships one.
    package let variables: [String]

    /// One numbered clause of a form.
    package struct FormClause: Sendable, Equatable {
        package let number: String
        package let title: String?
        package let letters: [UInt8]
    }

    /// Reads a shipped form: a head of `key: value` lines, a line of three hyphens, then the text;
    /// another such line parts the publisher's notice from it.
    ///
    /// - Returns: nil where the head lacks an id, a name, a version or an attribution.
    package init?(shipped text: String) {
        var head: [String: String] = [:]
        var rest = text[...]
        while let end = rest.firstIndex(of: "\n") {
            let line = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if line == "---" { break }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            head[String(line[..<colon])] = String(value.drop { $0 == " " })
        }
        guard let id = head["id"], let name = head["name"], let version = head["version"],
            let attribution = head["attribution"]
        else { return nil }
        self.id = id
        self.name = name
        self.version = version
        self.attribution = attribution
        variables = (head["variables"] ?? "").split(separator: ";").map { part in
            String(part.drop { $0 == " " })
        }
        full = plainText(ofMarkdown: String(rest))
        outline = Outline(PaperText(plainText(ofMarkdown: Self.body(rest))))
        clauses = Self.numbered(outline)
    }

    /// The text up to the line of hyphens that parts the publisher's notice from the clauses.
    private static func body(_ text: Substring) -> String {
        var body = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "---" { break }
            body += line + "\n"
        }
        return body
    }

    /// The clauses of an outline by their numbers without letters, each with all it says.
    private static func numbered(_ outline: Outline) -> [FormClause] {
        var result: [FormClause] = []
        let scalars = outline.text.scalars
        for clause in outline.clauses {
            let base = Outline.base(of: clause.number)
            let own = foldedLetters(of: scalars[clause.range])
            guard let first = base.unicodeScalars.first, first.properties.numericType != nil else { continue }
            if let last = result.last, last.number == base {
                // The letters "(a)" of a subordinate item are part of what a copy shows.
                let label = clause.number.dropFirst(base.count)
                let marks = foldedLetters(of: String(label).unicodeScalars)
                result[result.count - 1] = FormClause(
                    number: base, title: last.title,
                    letters: last.letters + marks.suffix(lastMark(label)) + own)
            } else {
                result.append(FormClause(number: base, title: clause.title, letters: own))
            }
        }
        return result
    }

    /// How many letters the innermost mark of "(a)(ii)" has.
    private static func lastMark(_ label: Substring) -> Int {
        guard let open = label.lastIndex(of: "(") else { return 0 }
        return label[open...].dropFirst().dropLast().count
    }
}
