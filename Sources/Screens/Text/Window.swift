/// The part of a list that is seen: the chosen row stays inside, near the middle where there is room on both sides.
///
/// - Parameters:
///   - chosen: the chosen row.
///   - count: the rows there are.
///   - room: the rows that fit.
package func window(around chosen: Int, of count: Int, room: Int) -> Range<Int> {
    guard count > 0, room > 0 else { return 0..<0 }
    let top = min(max(0, chosen - room / 2), max(0, count - room))
    return top..<min(count, top + room)
}

extension Int {
    /// The number brought into a list of `count` items.
    package func within(_ count: Int) -> Int { Swift.min(Swift.max(0, self), Swift.max(0, count - 1)) }
}

extension Array {
    /// The element at a place, or nothing outside the array.
    package subscript(at place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
