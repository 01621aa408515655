/// The cues of every kind, and the words they are made of.
///
/// They describe how agreements speak, not any one agreement: who may do what with which information,
/// said in the ways English drafting says it.
struct Grammar: Sendable {
    static let shared = Grammar()

    let lexicon: Lexicon
    let cues: [(kind: ClauseKind, cues: [Cue])]
    /// The word classes by name, each with the number of its element.
    let classNumbers: [(name: String, element: Int)]

    private init() {
        var lexicon = Lexicon(classes: Self.classes)
        cues = ClauseKind.allCases.map { kind in
            (kind, (Self.lines[kind] ?? "").split(separator: "\n").map { Cue(String($0), &lexicon) })
        }
        classNumbers = Self.classes.keys.sorted().map { ($0, lexicon.element("@\($0)")) }
        self.lexicon = lexicon
    }

    private static let lines: [ClauseKind: String] = [
        secrecyLines, toolLines, dataLines, handlingLines, termLines,
    ].reduce(into: [:]) { all, lines in all.merge(lines) { first, _ in first } }
}
