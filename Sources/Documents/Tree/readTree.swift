/// Reads a document as JSON or YAML.
///
/// A text that begins as JSON does is read as JSON first, which is stricter and faster; where that fails it
/// may still be YAML in flow style.
package func readTree(_ bytes: [UInt8], file: String) throws(Faults) -> Node {
    // The mark that some editors begin UTF-8 with belongs to no format.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    do throws(TreeBuilder.Refusal) {
        guard bytes.count <= DocumentLimits.size else {
            throw TreeBuilder.Refusal(
                line: 0, message: "the file is larger than \(DocumentLimits.size >> 20) MiB")
        }
        let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            do throws(TreeBuilder.Refusal) {
                return try readJSON(bytes)
            } catch {
                guard !file.hasSuffix(".json") else { throw error }
            }
        }
        return try readYAML(bytes)
    } catch {
        throw Faults([Fault(file: file, line: error.line, path: "", message: error.message)])
    }
}
