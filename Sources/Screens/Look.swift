package import Canvas

/// What the terminal can show.
package struct Look: Hashable, Sendable {
    package var glyphs: Glyphs
    package var depth: Depth

    package init(glyphs: Glyphs = .unicode, depth: Depth = .colors256) {
        self.glyphs = glyphs
        self.depth = depth
    }
}
