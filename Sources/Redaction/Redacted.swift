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
    ///   - map: the engagement's placeholders, which grows by the new ones.
    /// - Returns: the redacted text, or the report alone where another client's term blocks it.
    package static func redact(
        _ text: [UInt8], with detector: Detector, into map: inout TokenMap
    ) -> Result<Redacted, Blocked> {
        var redactor = Redactor(detector, map: map)
        var out = redactor.redact(text)
        out += redactor.finish()
        if redactor.report.isBlocked { return .failure(Blocked(report: redactor.report)) }
        map = redactor.map
        return .success(Redacted(bytes: out, report: redactor.report))
    }
}

/// Another client's term stands in the text: there is nothing to send.
package struct Blocked: Error, Equatable {
    package let report: Report
}
