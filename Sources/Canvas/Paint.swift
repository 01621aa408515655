/// What a ``Palette`` makes of a ``Style``: what a terminal is told.
package struct Paint: Hashable, Sendable {
    package var foreground: Ink
    package var background: Ink
    package var attributes: Attributes

    package init(foreground: Ink, background: Ink, attributes: Attributes) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
