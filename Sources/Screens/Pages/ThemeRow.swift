/// A theme as the picker lists it.
package struct ThemeRow: Hashable, Sendable {
    /// The contrast of a role's words on the page, in hundredths.
    package struct Ratio: Hashable, Sendable {
        package var words: String
        /// As the scheme has it.
        package var scheme: Int
        /// As it is shown, after repair.
        package var shown: Int

        package init(_ words: String, scheme: Int, shown: Int) {
            self.words = words
            self.scheme = scheme
            self.shown = shown
        }
    }

    package var id: String
    package var name: String
    /// The contrast of each role; nothing for the terminal's own colours.
    package var ratios: [Ratio]
    /// Why the file could not be read.
    package var fault: String?

    package init(id: String, name: String, ratios: [Ratio] = [], fault: String? = nil) {
        self.id = id
        self.name = name
        self.ratios = ratios
        self.fault = fault
    }

    /// The lowest contrast before repair.
    package var lowest: Int? { ratios.map(\.scheme).min() }
}
