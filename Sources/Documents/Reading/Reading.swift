import Permits

/// One document being read: collects every fault, so that a reader never stops at the first.
final class Reading {
    let file: String
    private(set) var faults: [Fault] = []
    private var unreported = 0

    init(file: String) { self.file = file }

    func fault(_ line: Int, _ path: String, _ message: String) {
        guard faults.count < DocumentLimits.faults else { return unreported += 1 }
        faults.append(Fault(file: file, line: line, path: path, message: message))
    }

    /// Throws all faults, by line, where there is one.
    func finish() throws(Faults) {
        guard !faults.isEmpty else { return }
        var list = faults.sorted { ($0.line, $0.path) < ($1.line, $1.path) }
        if unreported > 0 {
            list.append(Fault(file: file, line: 0, path: "", message: "and \(unreported) more problems"))
        }
        throw Faults(list)
    }

    /// A text as it stands; nil, with a fault, where the node is none.
    func text(_ node: Node, _ path: String) -> String? {
        guard case .scalar(let text) = node.content else {
            fault(node.line, path, "must be a text, not \(node.shape)")
            return nil
        }
        guard text.utf8.count <= DocumentLimits.text else {
            fault(node.line, path, "is longer than \(DocumentLimits.text >> 10) KiB")
            return nil
        }
        guard !text.utf8.contains(0) else {
            fault(node.line, path, "holds a NUL character")
            return nil
        }
        return text
    }

    /// A text that is more than white space.
    func words(_ node: Node, _ path: String) -> String? {
        guard let text = text(node, path) else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            fault(node.line, path, "is empty")
            return nil
        }
        return text
    }

    /// A text that a rule allows; `expected` completes the sentence “… is not …”.
    func text(_ node: Node, _ path: String, expected: String, _ rule: (String) -> Bool) -> String? {
        guard let text = text(node, path) else { return nil }
        guard rule(text) else {
            fault(node.line, path, "\(quoted(text)) is not \(expected)")
            return nil
        }
        return text
    }

    func slug(_ node: Node, _ path: String) -> String? {
        text(node, path, expected: "an id (a-z, 0-9 and -, up to 63, not beginning with -)") {
            Slug.isSlug($0)
        }
    }

    func surface(_ node: Node, _ path: String) -> String? {
        text(node, path, expected: "a surface (vendor.surface)") { Slug.isSurface($0) }
    }

    func surfaceOrVendor(_ node: Node, _ path: String) -> String? {
        text(node, path, expected: "a surface (vendor.surface) or a vendor") {
            Slug.isSurface($0) || Slug.isSlug($0)
        }
    }

    func region(_ node: Node, _ path: String) -> String? {
        text(node, path, expected: "a region code (ISO 3166 such as DE; EU, EEA, UK, US-CA, worldwide)") {
            Regions.isCode($0)
        }
    }

    func day(_ node: Node, _ path: String) -> Day? {
        guard let text = text(node, path) else { return nil }
        guard let day = Day(text) else {
            fault(node.line, path, "\(quoted(text)) is not a date (YYYY-MM-DD)")
            return nil
        }
        return day
    }

    func period(_ node: Node, _ path: String) -> Period? {
        guard let text = text(node, path) else { return nil }
        guard let period = Period(text) else {
            fault(node.line, path, "\(quoted(text)) is not a period such as P3Y, P18M, P90D or PT72H")
            return nil
        }
        return period
    }

    func flag(_ node: Node, _ path: String) -> Bool? {
        switch text(node, path) {
        case nil: return nil
        case "true": return true
        case "false": return false
        case let text?:
            fault(node.line, path, "\(quoted(text)) is neither true nor false")
            return nil
        }
    }

    func number(_ node: Node, _ path: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node, path) else { return nil }
        guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text),
            range.contains(number)
        else {
            fault(
                node.line, path,
                "\(quoted(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(
        _ node: Node, _ path: String, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let text = text(node, path) else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            fault(node.line, path, "\(quoted(text)) is not one of \(words)")
            return nil
        }
        return word
    }

    /// Each item of a list; items with a fault are left out.
    func list<Item>(_ node: Node, _ path: String, _ read: (Node, String) -> Item?) -> [Item] {
        guard case .list(let nodes) = node.content else {
            if case .null = node.content { return [] }
            fault(node.line, path, "must be a list, not \(node.shape)")
            return []
        }
        var items: [Item] = []
        for (index, node) in nodes.enumerated() {
            if let item = read(node, "\(path)[\(index)]") { items.append(item) }
        }
        return items
    }
}
