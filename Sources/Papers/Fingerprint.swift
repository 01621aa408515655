/// The letters and digits of a text in the form that survives retyping, layout and scanning:
/// compatibility forms folded (ligatures, full width, superscripts), composed, lower case.
///
/// Two texts with equal letters say the same words; what a fingerprint is the hash of.
package func foldedLetters(of text: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var result: [UInt8] = []
    var pending: [Unicode.Scalar] = []
    func flush() {
        guard !pending.isEmpty else { return }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: pending)
        pending.removeAll(keepingCapacity: true)
        for character in String(view) {
            let scalars = composed[character].map { [$0] } ?? Array(character.unicodeScalars)
            for scalar in scalars where isWordScalar(scalar) {
                for folded in compatible(scalar) where isWordScalar(folded) {
                    result.append(contentsOf: folded.properties.lowercaseMapping.utf8)
                }
            }
        }
    }
    for scalar in text {
        if scalar.isASCII {
            // An ASCII letter may carry a combining mark that follows it, so it waits one step.
            if pending.count > 1 || (pending.first.map { !$0.isASCII } ?? false) { flush() }
            if let waiting = pending.first { append(waiting, to: &result) }
            pending.removeAll(keepingCapacity: true)
            pending.append(scalar)
        } else {
            pending.append(scalar)
        }
    }
    flush()
    return result
}

private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    guard isWordScalar(scalar) else { return }
    let value = UInt8(truncatingIfNeeded: scalar.value)
    result.append((0x41...0x5A).contains(value) ? value + 0x20 : value)
}

/// Composed Latin letters by their canonical equivalents: a `Character` equals every way to spell it.
private let composed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for value in Array(0x00C0...0x024F) + Array(0x1E00...0x1EFF) {
        if let scalar = Unicode.Scalar(UInt32(value)) { table[Character(scalar)] = scalar }
    }
    return table
}()

/// The compatibility form (Unicode NFKC) of the scalars that occur in agreements and their scans.
func compatible(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFB00: ["f", "f"]
    case 0xFB01: ["f", "i"]
    case 0xFB02: ["f", "l"]
    case 0xFB03: ["f", "f", "i"]
    case 0xFB04: ["f", "f", "l"]
    case 0xFB05, 0xFB06: ["s", "t"]
    case 0x017F: ["s"]
    case 0x00AA: ["a"]
    case 0x00BA: ["o"]
    case 0x00B2, 0x00B3: [Unicode.Scalar(scalar.value - 0x80) ?? scalar]
    case 0x00B9: ["1"]
    case 0x2070, 0x2074...0x2079: [Unicode.Scalar(scalar.value - 0x2070 + 0x30) ?? scalar]
    case 0x2080...0x2089: [Unicode.Scalar(scalar.value - 0x2080 + 0x30) ?? scalar]
    case 0xFF01...0xFF5E: [Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar]
    case 0x212A: ["K"]
    case 0x212B: ["\u{00C5}"]
    default: [scalar]
    }
}
