import Glibc

/// The pages of a scanned PDF, read by tesseract.
struct PageImages {
    private let descriptor: Int32
    private let name: String
    private static let mostPages = 40

    init(_ descriptor: Int32, _ name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// The text of all pages with form feeds between; nil where tesseract is missing or finds nothing.
    func recognized() throws(Failure) -> String? {
        guard ReaderProgram.tesseract.path != nil else { return nil }
        var text = ""
        for page in 1...Self.mostPages {
            let image = try ReaderProgram.pdftoppm.run(
                ["-q", "-r", "150", "-gray", "-f", "\(page)", "-l", "\(page)", "/proc/self/fd/3"],
                on: descriptor,
                limit: 64 << 20, seconds: 30)
            guard !image.wasStopped else {
                throw Failure(.usage, "page \(page) of \(name) is too large to be read as a scan.")
            }
            guard !image.bytes.isEmpty else { break }
            let sheet = try held(image.bytes)
            defer { close(sheet) }
            let output = try ReaderProgram.tesseract.run(
                ["stdin", "stdout"], on: sheet, input: sheet, limit: 4 << 20, seconds: 120)
            text += String(decoding: output.bytes, as: UTF8.self)
            if text.unicodeScalars.last != "\u{000C}" { text += "\u{000C}" }
        }
        return text.unicodeScalars.contains { $0.properties.isAlphabetic } ? text : nil
    }

    /// A picture in memory as a file that another program can read; nothing reaches a disk.
    private func held(_ bytes: [UInt8]) throws(Failure) -> Int32 {
        let place = "/bulkhead-\(getpid())-page"
        shm_unlink(place)
        let sheet = shm_open(place, O_RDWR | O_CREAT | O_EXCL, 0o600)
        shm_unlink(place)
        guard sheet >= 0 else { throw Failure(.refused, "a page of \(name) cannot be held in memory.") }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(sheet, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            guard count > 0 || errno == EINTR else { break }
            offset += max(0, count)
        }
        lseek(sheet, 0, SEEK_SET)
        return sheet
    }
}
