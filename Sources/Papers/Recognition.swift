/// Which standard form a document is, and where it departs from it.
package struct Recognition: Equatable, Sendable {
    package var form: String
    package var name: String
    package var version: String
    /// The form's clauses that the document does not say word for word, by number.
    package var deviating: [String]

    /// Finds the form that `text` is a copy of, by letters and digits alone, so that layout, scanning and
    /// numbering style do not matter.
    ///
    /// - Returns: nil where no form accounts for more than half of its own text in the document.
    package static func find(_ text: PaperText, among forms: [StandardForm]) -> Recognition? {
        let document = foldedLetters(of: text.scalars)
        var best: (share: Double, recognition: Recognition)?
        for form in forms {
            let (share, deviating) = compare(document, form)
            if share > 0.5, share > best?.share ?? 0 {
                best = (
                    share,
                    Recognition(form: form.id, name: form.name, version: form.version, deviating: deviating)
                )
            }
        }
        return best?.recognition
    }

    /// Up to this many letters and digits between two clauses are a number, not words added.
    private static let numberLength = 5

    private static func compare(_ document: [UInt8], _ form: StandardForm) -> (Double, [String]) {
        let clauses = form.clauses
        var found: [Range<Int>?] = Array(repeating: nil, count: clauses.count)
        // Long clauses first: they stand where they stand. Short ones are looked for between them.
        let index = LetterIndex(document)
        for (number, clause) in clauses.enumerated() where clause.letters.count >= 80 {
            found[number] = index.first(clause.letters, in: document.indices)
        }
        dropOutOfOrder(&found)
        for (number, clause) in clauses.enumerated().reversed()
        where found[number] == nil && !clause.letters.isEmpty {
            let low = found[..<number].lazy.compactMap { $0 }.last?.upperBound ?? 0
            let high = found[(number + 1)...].lazy.compactMap { $0 }.first?.lowerBound ?? document.count
            guard low <= high else { continue }
            let places = index.all(clause.letters, in: low..<high)
            // A heading stands right behind its neighbor, though its words may occur again further on.
            let behind = places.first {
                number > 0 && found[number - 1] != nil && $0.lowerBound - low <= numberLength
            }
            found[number] = behind ?? places.last
        }
        var total = 0
        var same = 0
        var deviating: [String] = []
        for (number, clause) in clauses.enumerated() {
            total += clause.letters.count
            guard let range = found[number] else {
                deviating.append(clause.number)
                continue
            }
            same += clause.letters.count
            // Words added behind a clause change it too.
            if number + 1 < clauses.count, let next = found[number + 1],
                next.lowerBound - range.upperBound > numberLength
            {
                deviating.append(clause.number)
            }
        }
        return (total == 0 ? 0 : Double(same) / Double(total), deviating)
    }

    /// Keeps the longest run of places that ascend.
    private static func dropOutOfOrder(_ found: inout [Range<Int>?]) {
        var last = 0
        for number in found.indices {
            guard let range = found[number] else { continue }
            if range.lowerBound < last { found[number] = nil } else { last = range.upperBound }
        }
    }
}

/// Where each run of eight letters stands in a text.
private struct LetterIndex {
    private let text: [UInt8]
    private var places: [UInt64: [Int32]] = [:]
    private static let width = 8

    init(_ text: [UInt8]) {
        self.text = text
        var key: UInt64 = 0
        for (place, byte) in text.enumerated() {
            key = key << 8 | UInt64(byte)
            if place >= Self.width - 1 {
                places[key, default: []].append(Int32(truncatingIfNeeded: place - Self.width + 1))
            }
        }
    }

    /// The first place of `wanted` in `range`.
    func first(_ wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
        candidates(wanted, range).first { isSame($0, wanted, range) }.map { $0..<($0 + wanted.count) }
    }

    /// Every place of `wanted` in `range`, in order.
    func all(_ wanted: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        candidates(wanted, range).filter { isSame($0, wanted, range) }.map { $0..<($0 + wanted.count) }
    }

    private func candidates(_ wanted: [UInt8], _ range: Range<Int>) -> [Int] {
        guard wanted.count >= Self.width else { return Array(range) }
        let key = wanted.prefix(Self.width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (places[key] ?? []).map(Int.init)
    }

    private func isSame(_ start: Int, _ wanted: [UInt8], _ range: Range<Int>) -> Bool {
        let end = start + wanted.count
        return start >= range.lowerBound && end <= range.upperBound
            && text[start..<end].elementsEqual(wanted)
    }
}
