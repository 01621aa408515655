/// The protocol that measures an engine: one JSON object a line in, one out.
///
/// In: `{"text": "…"}`. Out: `{"spans":[[start,end,"TYPE"],…]}` with offsets in Unicode scalars, end exclusive.
/// Bytes that pass for several kinds are listed once for each.
package enum LineProtocol {
    /// Answers one line.
    /// - Returns: the answer without a line feed, or nil if the line is no object with a string `text`.
    package static func answer(_ line: [UInt8], with detector: Detector) -> String? {
        guard let text = text(of: line) else { return nil }
        var scalars = [Int](repeating: 0, count: text.count + 1)
        var seen = 0
        for (index, byte) in text.enumerated() {
            scalars[index] = seen
            if byte & 0xC0 != 0x80 { seen += 1 }
            if byte & 0xC0 == 0x80 { scalars[index] = seen }
        }
        scalars[text.count] = seen
        var spans: [String] = []
        for finding in detector.findings(in: text) {
            let (start, end) = (scalars[finding.range.lowerBound], scalars[finding.range.upperBound])
            var names: [String] = []
            for name in ([finding.kind] + finding.alsoReadAs.kinds).map(\.name) where !names.contains(name) {
                names.append(name)
            }
            spans += names.map { "[\(start),\(end),\"\($0)\"]" }
        }
        return "{\"spans\":[\(spans.joined(separator: ","))]}"
    }

    /// The member `text` of the object on a line; other members are skipped.
    private static func text(of line: [UInt8]) -> [UInt8]? {
        line.withUnsafeBufferPointer { line in
            var index = 0
            var depth = 0
            var key: [UInt8]?
            while index < line.count {
                switch line[index] {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    key = nil
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: ","): key = nil
                case 0x22:
                    guard let string = JSONText.string(line, at: index) else { return nil }
                    if depth == 1, key.map({ $0.elementsEqual("text".utf8) }) == true { return string.bytes }
                    key = string.bytes
                    index = string.end
                    continue
                default: break
                }
                index += 1
            }
            return nil
        }
    }
}
