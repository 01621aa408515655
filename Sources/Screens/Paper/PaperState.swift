package import Papers
package import Permits

/// The screen on which a paper is read and its terms are recorded.
package struct PaperState: Equatable, Sendable {
    package var client: String?
    package var page: PaperPage?
    /// What it is recorded as.
    package var recordedAs = Agreement.Kind.nda
    /// The chosen kind of term, a place in ``ClauseKind/allCases``.
    package var row = 0
    /// Which of the kind's clauses is shown.
    package var suggestion = 0
    /// How far the person has come with each proposal.
    package var marks: [ReadingMark] = []
    /// What the person says of kinds that no clause seems to be of.
    package var kinds: [ClauseKind: ReadingMark] = [:]
    /// What happened and what was filled in, as it was typed.
    package var facts: [String: String] = [:]
    /// What saving would record.
    package var draft: Agreement?
    /// How far the person has come with each obligation of the draft.
    package var read: [String: ReadingMark] = [:]
    package var dates: [DateSum] = []
    package var impact: [Impact]?
    /// Whether the dates are shown where there is no room for them beside the answers.
    package var showsDates = false
    package var isChanged = false
    package var isSaving = false

    package init() {}

    package var kind: ClauseKind? { ClauseKind.allCases[at: row] }

    /// Places of the proposals of a kind.
    package func places(of kind: ClauseKind) -> [Int] {
        page?.proposals.indices.filter { page?.proposals[$0].kind == kind } ?? []
    }

    /// The place of the proposal that is shown.
    package var chosen: Int? { kind.flatMap { places(of: $0)[at: suggestion] } }

    /// How far the person has come with a kind.
    package func mark(of kind: ClauseKind) -> ReadingMark {
        let found = places(of: kind).map { marks[at: $0] ?? .unread }
        if found.isEmpty { return kinds[kind] ?? .unread }
        for mark in [ReadingMark.unread, .unknown, .recorded] where found.contains(mark) { return mark }
        return .absent
    }

    /// What a paper signed with a client can be recorded as.
    static let kinds = [
        Field.Option("nda", "nda: what is to be kept secret"),
        Field.Option("msa", "msa: the terms of all work for the client"),
        Field.Option("sow", "sow: one order or project"),
    ]

    /// Days that every paper may need, beside its form's variables.
    static let days = [
        (name: "effective_date", words: "In force from"), (name: "signed_on", words: "Signed on"),
        (name: "disclosed", words: "Last material handed over"),
        (name: "services_end", words: "Services ended on"), (name: "terminated_on", words: "Ended early on"),
    ]
}
