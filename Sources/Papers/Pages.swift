/// The pages of a printed document.
package struct Pages: Sendable {
    private let pages: [[Substring]]

    /// - Parameter text: the document; a form feed ends each page.
    package init(_ text: String) {
        var pages = text.unicodeScalars.split(separator: "\u{000C}", omittingEmptySubsequences: false).map {
            page in
            Substring(page).split(
                omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            )
        }
        if pages.last?.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) ?? false { pages.removeLast() }
        self.pages = pages
    }

    /// Whether more than stray marks can be read.
    package var hasText: Bool {
        var letters = 0
        for page in pages {
            for line in page { letters += line.unicodeScalars.count { $0.properties.isAlphabetic } }
        }
        return letters >= 20
    }

    /// How many lines at the head and the foot of a page may be furniture.
    private static let edge = 3

    /// The text without running heads, running feet and page numbers, and with words joined that a line end
    /// had parted; a form feed still ends each page.
    package var withoutFurniture: String {
        var seen: [String: Int] = [:]
        let edges = pages.map { Self.edges($0) }
        for (page, edges) in zip(pages, edges) {
            for key in Set(edges.map { Self.key(page[$0]) }) { seen[key, default: 0] += 1 }
        }
        // A line that stands at the edge of three pages in five is no sentence of the agreement.
        let repeated = Set(
            seen.filter { pages.count >= 2 && $0.value * 10 >= pages.count * 6 && $0.value >= 2 }.map(\.key))
        let kept = zip(pages, edges).map { page, edges in
            let dropped = Set(
                edges.filter { index in
                    let key = Self.key(page[index])
                    return repeated.contains(key) || Self.isPageNumber(page[index])
                })
            var lines = page.indices.filter { !dropped.contains($0) }.map { page[$0] }
            while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
            while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
            return Self.joined(lines)
        }
        return kept.joined(separator: "\u{000C}")
    }

    private static func edges(_ page: [Substring]) -> [Int] {
        let solid = page.indices.filter { !page[$0].allSatisfy(\.isWhitespace) }
        return Array(Set(solid.prefix(edge) + solid.suffix(edge))).sorted()
    }

    /// A line without its digits and blanks, so that "Page 2 of 7" is the same on every page.
    private static func key(_ line: Substring) -> String {
        var key = String.UnicodeScalarView()
        for scalar in line.unicodeScalars where isWordScalar(scalar) && scalar.properties.numericType == nil {
            key.append(scalar)
        }
        return key.isEmpty ? "#" + line.filter { !$0.isWhitespace } : String(key)
    }

    /// "3", "- 3 -", "Page 3 of 7", "3/7".
    private static func isPageNumber(_ line: Substring) -> Bool {
        let words = line.lowercased().unicodeScalars.split { !isWordScalar($0) }.map { String($0) }
        guard !words.isEmpty, words.count <= 4, line.count <= 24 else { return false }
        let hasNumber = words.contains { Int($0) != nil && $0.utf8.count <= 3 }
        let onlyNumbers = words.allSatisfy {
            Int($0) != nil || ["page", "of", "p", "pg", "seite"].contains($0)
        }
        // "1." alone may be a clause whose words follow.
        return hasNumber && onlyNumbers && !line.contains(".")
    }

    private static func joined(_ lines: [Substring]) -> String {
        var result = ""
        for line in lines {
            let scalars = result.unicodeScalars
            if scalars.last == "\n", let hyphen = scalars.dropLast().last,
                hyphen == "-" || hyphen == "\u{00AD}",
                let before = scalars.dropLast(2).last, before.properties.isLowercase,
                let next = line.unicodeScalars.first(where: { $0 != " " }), next.properties.isLowercase
            {
                result.unicodeScalars.removeLast(2)
                result += line.drop { $0 == " " }
            } else {
                result += line
            }
            result += "\n"
        }
        return result
    }
}
