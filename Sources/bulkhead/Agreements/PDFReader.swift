import Papers

/// Reads a PDF with pdftotext in three ways and keeps the one whose sentences end cleanly.
struct PDFReader: ~Copyable {
    private let descriptor: Int32
    private let name: String

    init(_ file: borrowing PaperFile) {
        descriptor = file.descriptor
        name = file.name
    }

    func read() throws(Failure) -> ReadPaper {
        var best: (score: Double, paper: ReadPaper)?
        for (mode, reading) in [([], "pdf"), (["-layout"], "pdf -layout"), (["-raw"], "pdf -raw")] {
            let output = try ReaderProgram.pdftotext.run(
                ["-q", "-enc", "UTF-8"] + mode + ["/proc/self/fd/3", "-"], on: descriptor,
                limit: ReadPaper.limit * 4)
            if output.wasStopped {
                throw Failure(
                    .usage,
                    "\(name) takes too long or gives too much text to be an agreement; it was not read.")
            }
            let pages = Pages(String(decoding: output.bytes, as: UTF8.self))
            guard pages.hasText else { continue }
            let text = PaperText(pages.withoutFurniture)
            let score = Outline(text).cleanness
            if score > (best?.score ?? -1) + 0.005 { best = (score, ReadPaper(text: text, reading: reading)) }
        }
        if let best { return best.paper }
        return try scanned()
    }

    /// A PDF of pictures: read by tesseract where it is there, named as what it is where it is not.
    private func scanned() throws(Failure) -> ReadPaper {
        let pages = try PageImages(descriptor, name).recognized()
        guard let pages else {
            throw Failure(
                .usage,
                "\(name) has no text layer, it is a scan or damaged: install tesseract-ocr, or export it with text."
            )
        }
        return ReadPaper(
            text: PaperText(Pages(pages).withoutFurniture), reading: "pdf by tesseract",
            warnings: ["the file is a scan; its text was recognized by tesseract and may hold errors"])
    }
}
