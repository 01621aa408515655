package import Papers
package import Permits

/// The text of an agreement with what it seems to say, ready to be read by a person.
package struct PaperPage: Equatable, Sendable {
    /// The client it was signed with.
    package var client: String
    package var source: PaperSource
    /// What it is called: the form's name, or the file's.
    package var title: String
    /// The standard form that it is a copy of.
    package var recognition: Recognition?
    /// What a person should know about the way it was read.
    package var warnings: [String]
    package var text: PaperText
    package var proposals: [Proposal]
    /// What the form leaves to be filled in.
    package var variables: [String]
    package var fileHash: String?
    package var operatesAs: Settings.OperatesAs
    /// Ids that other agreements have.
    package var taken: Set<String>

    package init(
        client: String, source: PaperSource, title: String, recognition: Recognition? = nil,
        warnings: [String] = [], text: PaperText, proposals: [Proposal], variables: [String] = [],
        fileHash: String? = nil, operatesAs: Settings.OperatesAs = .individual, taken: Set<String> = []
    ) {
        self.client = client
        self.source = source
        self.title = title
        self.recognition = recognition
        self.warnings = warnings
        self.text = text
        self.proposals = proposals
        self.variables = variables
        self.fileHash = fileHash
        self.operatesAs = operatesAs
        self.taken = taken
    }

    /// Whether it is a standard form, in a sentence.
    package var recognized: String {
        guard let form = recognition else {
            if case .form = source { return "A standard form: v fills in its variables and days." }
            return "None of the standard forms: every clause has to be read."
        }
        let name = "\(form.name) \(form.version)"
        return form.deviating.isEmpty
            ? "\(name), word for word: f records its clauses."
            : "\(name), except clause \(form.deviating.joined(separator: ", "))."
    }
}
