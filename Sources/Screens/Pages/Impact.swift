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

    /// Whether another answer is given, or the same one under other conditions.
    package var changes: Bool {
        before.outcome != after.outcome || after.outcome == .conditional && before.duties != after.duties
    }
}
