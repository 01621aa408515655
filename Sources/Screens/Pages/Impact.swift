/// What a change would do to one answer.
package struct Impact: Hashable, Sendable {
    package var surface: String
    package var before: Judged
    package var after: Judged

    package init(surface: String, before: Judged, after: Judged) {
        self.surface = surface
        self.before = before
        self.after = after
    }

    package var changes: Bool { before != after }
}
