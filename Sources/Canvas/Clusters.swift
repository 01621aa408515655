/// A text as the sequence of clusters that a terminal may be given.
///
/// This is the only way from a `String` to a cell, so whatever a text holds, what comes out is printable:
/// - a scalar that moves the cursor, changes direction or shows nothing is spelt out (`\n`, `\u{202E}`);
/// - a base keeps up to four combining marks (ncurses' limit for one cell), the rest are left out;
/// - a mark without a base stands on a space;
/// - a variation selector after a base, skin tones after an emoji, and a joiner between two emoji are
///   dropped, because terminals disagree on their width; more selectors in a row may be data in hiding and
///   are spelt out.
struct Clusters: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?
    /// What is left of a scalar that is being spelt out.
    private var spelling: Substring = ""

    init(of text: String) {
        scalars = text.unicodeScalars.makeIterator()
        ahead = scalars.next()
    }

    mutating func next() -> Cluster? {
        if let letter = spelling.unicodeScalars.popFirst() { return Cluster(letter, width: 1) }
        guard let base = ahead else { return nil }
        ahead = scalars.next()
        switch ScalarKind(of: base) {
        case .narrow:
            return withMarks(Cluster(base, width: 1))
        case .wide, .modifier:
            return withMarks(Cluster(base, width: 2))
        case .blank:
            return withMarks(Cluster(" ", width: 1))
        case .combining:
            var begun = Cluster(" ", width: 1)
            begun.scalars.add(base)
            return withMarks(begun)
        case .hidden, .selector, .joiner:
            spelling = Substring(Self.spelt(base))
            return next()
        }
    }

    /// Takes the scalars that belong to the cluster just begun.
    private mutating func withMarks(_ begun: Cluster) -> Cluster {
        // Nothing below U+0300 joins the scalar before it.
        guard let following = ahead, following.value >= 0x300 else { return begun }
        var cluster = begun
        var changed = false
        while let scalar = ahead {
            switch ScalarKind(of: scalar) {
            case .combining:
                cluster.scalars.add(scalar)
            case .selector where !changed:
                changed = true
            case .modifier where cluster.width == 2:
                break
            case .joiner where cluster.width == 2 && joinsEmoji:
                ahead = scalars.next()
                return cluster
            default:
                return cluster
            }
            ahead = scalars.next()
        }
        return cluster
    }

    /// Whether the scalar after the joiner ahead is a symbol that an emoji can be joined with.
    private var joinsEmoji: Bool {
        var further = scalars
        guard let scalar = further.next() else { return false }
        return scalar.value >= 0x2600 && [.wide, .narrow].contains(ScalarKind(of: scalar))
    }

    /// The visible spelling of a scalar that must not reach a terminal.
    static func spelt(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
}
