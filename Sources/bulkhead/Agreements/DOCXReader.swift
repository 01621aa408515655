import Papers

/// Reads a DOCX: the text of its document part, with the numbers that Word computes and the file leaves out.
struct DOCXReader: ~Copyable {
    private let descriptor: Int32
    private let name: String
    /// The most bytes taken of one part; a longer one is a bomb, not an agreement.
    private static let partLimit = 24 << 20

    init(_ file: borrowing PaperFile) {
        descriptor = file.descriptor
        name = file.name
    }

    func read() throws(Failure) -> ReadPaper {
        try refuseHostileNames()
        guard let document = try part("word/document.xml") else {
            throw Failure(.usage, "\(name) is a zip archive but no DOCX: it has no word/document.xml.")
        }
        let numbering = try events(of: "word/numbering.xml")
        let styles = try events(of: "word/styles.xml")
        var body = DOCXBody(numbering: DOCXNumbering(numbering: numbering, styles: styles))
        for event in try parsed(document) { body.take(event) }
        return ReadPaper(text: PaperText(body.text), reading: "docx", warnings: body.warnings)
    }

    /// An archive that names places outside itself was not made by a word processor.
    private func refuseHostileNames() throws(Failure) {
        let listing = try ReaderProgram.unzip.run(["-Z1", "/proc/self/fd/3"], on: descriptor, limit: 1 << 20)
        guard !listing.wasStopped, !listing.bytes.isEmpty else {
            throw Failure(.usage, "\(name) is a damaged zip archive; it was not read.")
        }
        for entry in String(decoding: listing.bytes, as: UTF8.self).split(separator: "\n")
        where entry.hasPrefix("/") || entry.split(separator: "/").contains("..") {
            throw Failure(.usage, "\(name) holds an entry that points outside the archive; it was not read.")
        }
    }

    private func part(_ entry: String) throws(Failure) -> [UInt8]? {
        let output = try ReaderProgram.unzip.run(
            ["-p", "/proc/self/fd/3", entry], on: descriptor, limit: Self.partLimit)
        guard !output.wasStopped else {
            throw Failure(
                .usage,
                "\(name) unpacks to more than \(Self.partLimit >> 20) MiB of text, which no agreement holds.")
        }
        return output.bytes.isEmpty ? nil : output.bytes
    }

    /// What an optional part says; nothing where it is not there.
    private func events(of entry: String) throws(Failure) -> [XMLEvent] {
        guard let bytes = try part(entry) else { return [] }
        return try parsed(bytes)
    }

    private func parsed(_ bytes: [UInt8]) throws(Failure) -> [XMLEvent] {
        do {
            return try readXML(bytes)
        } catch {
            throw Failure(.usage, "\(name): \(error.reason); it was not read.")
        }
    }
}
