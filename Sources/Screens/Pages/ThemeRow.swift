/// A theme as the picker lists it.
package struct ThemeRow: Hashable, Sendable {
    package var id: String
    package var name: String
    /// The lowest contrast of the roles before repair, in hundredths; nothing for the terminal's own colours.
    package var contrast: Int?
    /// Why the file could not be read.
    package var fault: String?

    package init(id: String, name: String, contrast: Int? = nil, fault: String? = nil) {
        self.id = id
        self.name = name
        self.contrast = contrast
        self.fault = fault
    }
}
