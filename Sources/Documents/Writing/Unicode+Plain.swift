extension Unicode.Scalar {
    /// Whether the character may stand in a document as it is: it can be seen, and it moves nothing else
    /// about.
    ///
    /// Controls (C0, C1), line separators, direction marks, characters of no width, surrogates' leftovers and
    /// private or unassigned ones are written as escapes, so that a document is safe to print.
    var isPlain: Bool {
        switch value {
        case 0x20...0x7E: true
        case 0...0x9F: false
        default:
            switch properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                false
            default: !properties.isDefaultIgnorableCodePoint
            }
        }
    }
}
