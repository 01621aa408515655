package import Permits
package import Redaction

/// The screen on which a text is made fit to be sent.
package struct RedactionState: Equatable, Sendable {
    /// Whose terms and placeholders count.
    package var job: Job?
    /// The surface that the text is meant for, as far as it is known.
    package var surface: String?
    package var preview: Preview?
    /// The chosen span.
    package var row = 0
    /// Whether the next paste is an answer that gets its names back.
    package var takesAnswer = false

    package init() {}
}
