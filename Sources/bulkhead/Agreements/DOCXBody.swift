/// The running text of a DOCX, paragraph by paragraph.
struct DOCXBody {
    private(set) var text = ""
    private var numbering: DOCXNumbering
    private var paragraph = ""
    private var list: String?
    private var level: Int?
    private var style: String?
    private var isInText = false
    private var isInDeleted = false
    private var inserted = 0
    private var deleted = 0
    private var changes: [String] = []
    private var change = ""
    private var depth = 0

    init(numbering: DOCXNumbering) { self.numbering = numbering }

    /// What a person should know: changes that nobody has accepted yet.
    var warnings: [String] {
        guard !changes.isEmpty else { return [] }
        let shown = changes.prefix(12).joined(separator: "; ")
        let more = changes.count > 12 ? "; and \(changes.count - 12) more" : ""
        return [
            "the document holds changes that nobody has accepted: \(shown)\(more). It is read as if they were accepted"
        ]
    }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .end(let name): end(name)
        case .text(let words):
            if isInText, deleted == 0 { paragraph += words }
            if isInText || isInDeleted, inserted > 0 || deleted > 0 { change += words }
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "w:p":
            depth += 1
            if depth == 1 { (paragraph, list, level, style) = ("", nil, nil, nil) }
        case "w:numId": list = attributes["w:val"]
        case "w:ilvl": level = attributes["w:val"].flatMap { Int($0) }
        case "w:pStyle": style = attributes["w:val"]
        case "w:t": isInText = true
        case "w:delText": isInDeleted = true
        case "w:tab": if deleted == 0, !paragraph.isEmpty { paragraph += "\t" }
        case "w:br", "w:cr": if deleted == 0 { paragraph += "\n" }
        case "w:noBreakHyphen": if deleted == 0 { paragraph += "-" }
        case "w:ins", "w:moveTo":
            inserted += 1
            change = ""
        case "w:del", "w:moveFrom":
            deleted += 1
            change = ""
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "w:p":
            depth = max(0, depth - 1)
            if depth == 0 { close() }
        case "w:t": isInText = false
        case "w:delText": isInDeleted = false
        case "w:ins", "w:moveTo":
            inserted = max(0, inserted - 1)
            record("inserted")
        case "w:del", "w:moveFrom":
            deleted = max(0, deleted - 1)
            record("deleted")
        default: break
        }
    }

    private mutating func record(_ what: String) {
        let words = change.prefix(80)
        if !words.allSatisfy(\.isWhitespace) { changes.append("\(what) \u{201C}\(words)\u{201D}") }
        change = ""
    }

    private mutating func close() {
        guard !paragraph.allSatisfy(\.isWhitespace) else { return }
        text += numbering.label(list: list, level: level, style: style) + paragraph + "\n\n"
        paragraph = ""
    }
}
