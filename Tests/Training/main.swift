import Foundation
import Papers

// Learns the weights of Sources/Papers/Weights.swift from labelled agreements: for each kind of clause a logistic
// regression with a square penalty, in which the sentences of the kind weigh as much as all others together.

/// A sentence as a model sees it.
struct Sentence {
    var features: [Int]
    var kinds: Set<ClauseKind>
    /// Kinds that readers differ on, or that cover little of it: not learned from.
    var open: Set<ClauseKind>
}

/// The weights of one kind.
struct Model {
    var base = 0.0
    var weights: [Double]
}

let rounds = 300
let penalty = 0.1
/// The least weight that is kept, and how often a feature must occur.
let least = 0.15
let fewest = 2

var arguments = CommandLine.arguments.dropFirst()
guard let target = arguments.popFirst(), !arguments.isEmpty else {
    print("usage: training WEIGHTS.swift FOLDER…")
    exit(64)
}

var rows: [(features: Set<String>, kinds: Set<ClauseKind>, open: Set<ClauseKind>)] = []
for folder in arguments {
    let place = URL(filePath: folder)
    let files = try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
    for file in files.sorted(by: { $0.path < $1.path }) {
        let agreement = try LabelledAgreement(
            name: file.lastPathComponent, source: String(contentsOf: file, encoding: .utf8))
        guard agreement.faults.isEmpty else {
            print("\(file.path): \(agreement.faults)")
            exit(65)
        }
        let text = PaperText(
            agreement.name.hasSuffix(".md") ? plainText(ofMarkdown: agreement.text) : agreement.text)
        for sentence in Features.all(of: Outline(text)) {
            var kinds: Set<ClauseKind> = []
            var open: Set<ClauseKind> = []
            for label in agreement.labels {
                let common = sentence.range.clamped(to: label.range).count
                guard common > 0 else { continue }
                let isMost = 2 * common >= sentence.range.count || 5 * common >= 3 * label.range.count
                if isMost, !label.isOptional { kinds.insert(label.kind) } else { open.insert(label.kind) }
            }
            rows.append((sentence.features, kinds, open.subtracting(kinds)))
        }
    }
}

var counts: [String: Int] = [:]
for row in rows { for feature in row.features { counts[feature, default: 0] += 1 } }
let features = counts.filter { $0.value >= fewest }.keys.sorted()
let places = Dictionary(uniqueKeysWithValues: features.enumerated().map { ($1, $0) })
let sentences = rows.map { row in
    Sentence(features: row.features.compactMap { places[$0] }.sorted(), kinds: row.kinds, open: row.open)
}

/// Learns one kind by accelerated descent (Nesterov) over all sentences at once.
@MainActor func learn(_ kind: ClauseKind) -> Model {
    let known = sentences.filter { !$0.open.contains(kind) }
    let positives = known.count { $0.kinds.contains(kind) }
    var model = Model(base: -10, weights: [Double](repeating: 0, count: features.count))
    guard positives > 0, positives < known.count else { return model }
    let half = 0.5 / Double(positives)
    let otherHalf = 0.5 / Double(known.count - positives)
    let shrinkage = penalty / Double(known.count)
    let answers = known.map { $0.kinds.contains(kind) }
    let shares = answers.map { $0 ? half : otherHalf }

    /// How steep the loss can be at most: the greatest eigenvalue of the weighted squares, by power iteration.
    var direction = [Double](repeating: 1, count: features.count + 1)
    var steepest = 0.0
    for _ in 0..<12 {
        var next = [Double](repeating: 0, count: features.count + 1)
        for (sentence, share) in zip(known, shares) {
            let sum = sentence.features.reduce(direction[features.count]) { $0 + direction[$1] } * share
            for feature in sentence.features { next[feature] += sum }
            next[features.count] += sum
        }
        steepest = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
        direction = next.map { $0 / steepest }
    }
    let rate = 1 / (steepest / 4 + shrinkage)

    model.base = 0
    var ahead = model
    for round in 0..<rounds {
        var slopes = ahead.weights.map { $0 * shrinkage }
        var baseSlope = 0.0
        for (place, sentence) in known.enumerated() {
            let sum = sentence.features.reduce(ahead.base) { $0 + ahead.weights[$1] }
            let slope = (1 / (1 + exp(-sum)) - (answers[place] ? 1 : 0)) * shares[place]
            baseSlope += slope
            for feature in sentence.features { slopes[feature] += slope }
        }
        let momentum = Double(round) / Double(round + 3)
        let base = ahead.base - rate * baseSlope
        ahead.base = base + momentum * (base - model.base)
        model.base = base
        for place in slopes.indices {
            let weight = ahead.weights[place] - rate * slopes[place]
            ahead.weights[place] = weight + momentum * (weight - model.weights[place])
            model.weights[place] = weight
        }
    }
    return model
}

let models = ClauseKind.allCases.map { learn($0) }
func units(_ weight: Double) -> Int { Int((weight * Double(Classifier.scale)).rounded()) }
var lines = ["*\t" + models.enumerated().map { "\($0):\(units($1.base))" }.joined(separator: " ")]
for (place, feature) in features.enumerated() {
    let pairs = models.enumerated().filter { abs($1.weights[place]) >= least }.map {
        "\($0):\(units($1.weights[place]))"
    }
    if !pairs.isEmpty { lines.append("\(feature)\t\(pairs.joined(separator: " "))") }
}
let source = """
    extension Classifier {
        /// What the labelled agreements of the tests taught, written by Tests/Training/train.
        static let weights: StaticString = \"""
    \(lines.map { "        \($0)\n" }.joined())        \"""
    }

    """
try source.write(to: URL(filePath: target), atomically: true, encoding: .utf8)
print("\(sentences.count) sentences, \(features.count) features, \(lines.count) kept")
