/// Text from which everything known was taken out.
///
/// Only the redactor makes one, so whatever takes a `Redacted` can't be given anything else.
package struct Redacted: Sendable, Equatable {
    /// The text with placeholders.
    package let bytes: [UInt8]
    package let report: Report

    init(bytes: [UInt8], report: Report) {
        self.bytes = bytes
        self.report = report
    }

    /// The text with placeholders, as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Redacts a whole text.
    /// - Parameters:
    ///   - text: any bytes; those that are not UTF-8 pass through.
    ///   - redactor: what was given nothing yet; it holds the grown placeholders and the report afterwards.
    /// - Returns: nil where another client's term blocks the text.
    package static func redact(_ text: [UInt8], by redactor: inout some Redacting) -> Redacted? {
        let bytes = redactor.redact(text) + redactor.finish()
        return redactor.report.isBlocked ? nil : Redacted(bytes: bytes, report: redactor.report)
    }
}
