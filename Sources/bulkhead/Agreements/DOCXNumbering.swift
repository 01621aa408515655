/// The automatic numbers of a DOCX (ECMA-376 part 1, 17.9): what Word prints before a paragraph.
struct DOCXNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    private var levels: [String: [Int: Level]] = [:]
    private var abstractOf: [String: String] = [:]
    private var styles: [String: (list: String?, level: Int)] = [:]
    private var counters: [String: [Int: Int]] = [:]
    /// Where a list starts a level anew, until it has.
    private var restarts: [String: [Int: Int]] = [:]

    init(numbering: [XMLEvent], styles styleEvents: [XMLEvent]) {
        readNumbering(numbering)
        readStyles(styleEvents)
    }

    private mutating func readNumbering(_ events: [XMLEvent]) {
        var abstract: String?
        var list: String?
        var level: Int?
        for event in events {
            switch event {
            case .start("w:abstractNum", let attributes): abstract = attributes["w:abstractNumId"]
            case .end("w:abstractNum"): abstract = nil
            case .start("w:num", let attributes): list = attributes["w:numId"]
            case .end("w:num"): list = nil
            case .start("w:abstractNumId", let attributes):
                if let list { abstractOf[list] = attributes["w:val"] }
            case .start("w:lvlOverride", let attributes):
                level = attributes["w:ilvl"].flatMap { Int($0) }
            case .start("w:startOverride", let attributes):
                if let list, let level, let start = attributes["w:val"].flatMap({ Int($0) }) {
                    restarts[list, default: [:]][level] = min(max(start, 0), 9999)
                }
            case .start("w:lvl", let attributes): level = attributes["w:ilvl"].flatMap { Int($0) }
            case .end("w:lvl"): level = nil
            case .start(let name, let attributes):
                guard let abstract, let level, (0...8).contains(level), let value = attributes["w:val"] else {
                    continue
                }
                var known = levels[abstract]?[level] ?? Level()
                switch name {
                case "w:start": known.start = Int(value).map { min(max($0, 0), 9999) } ?? 1
                case "w:numFmt": known.format = value
                case "w:lvlText": known.text = value
                default: continue
                }
                levels[abstract, default: [:]][level] = known
            default: continue
            }
        }
    }

    private mutating func readStyles(_ events: [XMLEvent]) {
        var style: String?
        var list: String?
        var level = 0
        for event in events {
            switch event {
            case .start("w:style", let attributes): (style, list, level) = (attributes["w:styleId"], nil, 0)
            case .start("w:numId", let attributes): list = attributes["w:val"]
            case .start("w:ilvl", let attributes): level = attributes["w:val"].flatMap { Int($0) } ?? 0
            case .end("w:style"):
                if let style, let list { styles[style] = (list, level) }
                style = nil
            default: continue
            }
        }
    }

    /// The number that stands before a paragraph, with a tab behind it; empty where none does.
    ///
    /// - Parameters:
    ///   - list: the paragraph's own list, where it names one.
    ///   - level: its own level.
    ///   - style: the paragraph's style, which may bring a list.
    mutating func label(list: String?, level: Int?, style: String?) -> String {
        let inherited = style.flatMap { styles[$0] }
        guard let list = list ?? inherited?.list, list != "0", let abstract = abstractOf[list],
            let known = levels[abstract]
        else { return "" }
        let level = level ?? inherited?.level ?? 0
        guard let definition = known[level] else { return "" }
        let restart = restarts[list]?.removeValue(forKey: level)
        let count = restart ?? counters[abstract]?[level].map { $0 + 1 } ?? definition.start
        counters[abstract, default: [:]][level] = count
        counters[abstract] = counters[abstract]?.filter { $0.key <= level }
        if definition.format == "bullet" { return "- " }
        if definition.format == "none" { return "" }
        var label = ""
        var rest = definition.text[...]
        while let first = rest.popFirst() {
            if first == "%", let digit = rest.first, let place = digit.wholeNumberValue,
                (1...9).contains(place)
            {
                rest.removeFirst()
                let upper = known[place - 1] ?? Level()
                let value = counters[abstract]?[place - 1] ?? upper.start
                // A level that shows the ones above it shows them in figures.
                label += Self.written(value, place - 1 == level ? definition.format : upper.format)
            } else {
                label.append(first)
            }
        }
        return label.isEmpty ? "" : label + "\t"
    }

    private static func written(_ value: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter": return letters(value)
        case "upperLetter": return letters(value).uppercased()
        case "lowerRoman": return roman(value)
        case "upperRoman": return roman(value).uppercased()
        case "decimalZero": return value < 10 ? "0\(value)" : "\(value)"
        default: return "\(value)"
        }
    }

    private static func letters(_ value: Int) -> String {
        guard value > 0 else { return "" }
        let letter = Character(Unicode.Scalar(UInt8(0x61 + (value - 1) % 26)))
        return String(repeating: letter, count: min((value - 1) / 26 + 1, 5))
    }

    private static func roman(_ value: Int) -> String {
        var left = min(value, 200)
        var text = ""
        for (amount, sign) in [
            (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
            (1, "i"),
        ] {
            while left >= amount {
                text += sign
                left -= amount
            }
        }
        return text
    }
}
