/// How likely a sentence is to be a clause of each kind, by what labelled agreements taught.
///
/// A logistic regression for each kind: the weights of the features that a sentence has are added up. The weights are
/// learned by `Tests/Training`; they are read once, from one line for each feature.
package struct Classifier: Sendable {
    static let shared = Classifier(weights)

    /// For each feature the kinds it speaks for or against.
    private var weights: [String: [(kind: Int, weight: Int)]] = [:]
    private var base = [Int](repeating: 0, count: ClauseKind.allCases.count)

    /// How many units of weight make up one unit of log-odds.
    package static let scale = 20

    /// - Parameter table: lines of a feature, a tab, and pairs of a kind's place among all and a weight. The feature
    ///   `*` is in every sentence.
    init(_ table: StaticString) {
        let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        for line in text.split(separator: UInt8(ascii: "\n")) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            var pairs: [(kind: Int, weight: Int)] = []
            for pair in line[(tab + 1)...].split(separator: UInt8(ascii: " ")) {
                guard let mark = pair.firstIndex(of: UInt8(ascii: ":")),
                    let kind = Int(String(decoding: pair[..<mark], as: UTF8.self)),
                    let weight = Int(String(decoding: pair[(mark + 1)...], as: UTF8.self)),
                    base.indices.contains(kind)
                else { continue }
                pairs.append((kind, weight))
            }
            if line[..<tab].elementsEqual("*".utf8) {
                for pair in pairs { base[pair.kind] = pair.weight }
            } else {
                weights[String(decoding: line[..<tab], as: UTF8.self)] = pairs
            }
        }
    }

    /// The log-odds of each kind, in the order of all kinds, in units of `scale`.
    func logOdds(_ features: Set<String>) -> [Int] {
        var sums = base
        for feature in features {
            for pair in weights[feature] ?? [] { sums[pair.kind] += pair.weight }
        }
        return sums
    }
}
