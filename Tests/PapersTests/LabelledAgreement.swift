import Foundation
import Papers

/// An agreement made up for the tests, with what a reader found in it.
///
/// `⟦kind,kind|text⟧` marks the evidence of each kind, and may stand in another; a kind with a question mark may be found there or not,
/// as readers differ. `#verdict CATEGORY` gives the answers for a hosted
/// tool that trains, an API, a tool under a processing agreement and a local model; `#dates FACTS => SUMS`
/// what follows from what happened.
struct LabelledAgreement: CustomStringConvertible, Sendable {
    struct Label: Sendable {
        var kind: ClauseKind
        var range: Range<Int>
        var isOptional = false
    }

    struct Scenario: Sendable {
        var facts: DateFacts
        var expected: [(name: String, value: String)]
    }

    let name: String
    private(set) var text = ""
    private(set) var labels: [Label] = []
    private(set) var verdicts: [String: [String]] = [:]
    private(set) var scenarios: [Scenario] = []
    /// Words of a label that name no kind.
    private(set) var faults: [String] = []

    var description: String { name }

    init(name: String, source: String) {
        self.name = name
        var scalars: [Unicode.Scalar] = []
        var open: [(labels: [Label], start: Int)] = []
        var isHead = true
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if isHead, line.hasPrefix("#verdict ") || line.hasPrefix("#dates ") {
                readHead(line.split(separator: " ").map(String.init))
                continue
            }
            isHead = false
            var rest = Array(line.unicodeScalars)[...]
            while let scalar = rest.popFirst() {
                if scalar == "⟦" {
                    let names = rest.prefix { $0 != "|" }
                    rest = rest.dropFirst(names.count + 1)
                    let words = String(String.UnicodeScalarView(names)).split(separator: ",").map(String.init)
                    let start = scalars.count
                    var labels: [Label] = []
                    for word in words {
                        let isOptional = word.hasSuffix("?")
                        guard
                            let kind = ClauseKind(rawValue: String(isOptional ? word.dropLast() : word[...]))
                        else {
                            faults.append(word)
                            continue
                        }
                        labels.append(Label(kind: kind, range: start..<start, isOptional: isOptional))
                    }
                    open.append((labels, start))
                } else if scalar == "⟧" {
                    guard let ended = open.popLast() else {
                        faults.append("an end without a start")
                        continue
                    }
                    labels += ended.labels.map { label in
                        var label = label
                        label.range = ended.start..<scalars.count
                        return label
                    }
                } else {
                    scalars.append(scalar)
                }
            }
            scalars.append("\n")
        }
        if !open.isEmpty { faults.append("a start without an end") }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        text = String(view)
    }

    private mutating func readHead(_ words: [String]) {
        if words[0] == "#verdict", words.count == 6 {
            verdicts[words[1]] = Array(words[2...])
            return
        }
        guard let arrow = words.firstIndex(of: "=>") else {
            faults.append(words.joined(separator: " "))
            return
        }
        func pair(_ word: String) -> (String, String) {
            let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
        var facts = DateFacts()
        for (name, value) in words[1..<arrow].map(pair) { facts.set(name, value) }
        scenarios.append(Scenario(facts: facts, expected: words[(arrow + 1)...].map(pair).map { ($0, $1) }))
    }

    /// The agreements of a folder beside this file, by name.
    static func all(_ folder: String) -> [LabelledAgreement] {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Agreements/\(folder)")
        let files =
            (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
        return files.sorted { $0.path < $1.path }.compactMap { file in
            (try? String(contentsOf: file, encoding: .utf8)).map {
                LabelledAgreement(name: file.lastPathComponent, source: $0)
            }
        }
    }
}
