import Papers

/// An agreement's text as its file gave it, with what a person should know about the way it was read.
struct ReadPaper {
    var text: PaperText
    /// How the file was read, for example `markdown` or `pdf -layout`.
    var reading: String
    var warnings: [String] = []

    /// The most text that is read: some three hundred pages.
    static let limit = 1 << 20

    /// Reads `file` by what it is, whatever its name says.
    ///
    /// - Throws: ``Failure`` with one sentence where it holds no agreement that can be read.
    init(_ file: borrowing PaperFile) throws(Failure) {
        let name = file.name
        let lowered = name.lowercased()
        if file.bytes.starts(with: Array("%PDF-".utf8)) {
            self = try PDFReader(file).read()
        } else if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = try DOCXReader(file).read()
        } else if lowered.hasSuffix(".pdf") {
            throw Failure(.usage, "\(name) is named as a PDF but is none; it was not read.")
        } else if lowered.hasSuffix(".docx") {
            throw Failure(.usage, "\(name) is named as a DOCX but is none; it was not read.")
        } else {
            let text = try Self.decoded(file.bytes, name)
            if lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown") {
                self.init(text: PaperText(plainText(ofMarkdown: text)), reading: "markdown")
            } else {
                self.init(text: PaperText(text), reading: "text")
            }
        }
        guard text.scalars.count <= Self.limit else {
            throw Failure(
                .usage, "\(name) holds more text than any agreement: \(text.scalars.count) characters.")
        }
        guard text.scalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw Failure(.usage, "\(name) holds no text.")
        }
    }

    init(text: PaperText, reading: String, warnings: [String] = []) {
        self.text = text
        self.reading = reading
        self.warnings = warnings
    }

    private static func decoded(_ bytes: [UInt8], _ name: String) throws(Failure) -> String {
        guard bytes.count <= limit * 4 else {
            throw Failure(.usage, "\(name) holds more text than any agreement.")
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let little = bytes[0] == 0xFF
            var units: [UInt16] = []
            var index = 2
            while index + 1 < bytes.count {
                let first = UInt16(bytes[index])
                let second = UInt16(bytes[index + 1])
                units.append(little ? second << 8 | first : first << 8 | second)
                index += 2
            }
            return String(decoding: units, as: UTF16.self)
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(
                .usage, "\(name) is neither text in UTF-8 nor a PDF nor a DOCX: export it as one of these.")
        }
        return text
    }
}
