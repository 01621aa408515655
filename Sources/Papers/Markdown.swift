/// The text of a Markdown document as it reads: no emphasis marks, no tags, no link targets.
///
/// Numbers, headings and bullets stay, because they are the document's structure.
package func plainText(ofMarkdown markdown: String) -> String {
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
        let scalar = scalars[index]
        switch scalar {
        case "\\"
        where index + 1 < scalars.count && scalars[index + 1].isASCII
            && !isWordScalar(scalars[index + 1]) && scalars[index + 1] != "\n":
            result.append(scalars[index + 1])
            index += 2
        case "<":
            if let end = tagEnd(scalars, index) {
                if isBreak(scalars, index) { result.append("\n") }
                index = end
            } else {
                result.append(scalar)
                index += 1
            }
        case "*", "_":
            var end = index
            while end < scalars.count, scalars[end] == scalar { end += 1 }
            let isRule = end - index > 3
            let isBullet = scalar == "*" && end - index == 1 && end < scalars.count && scalars[end] == " "
            let isInside =
                scalar == "_" && index > 0 && isWordScalar(scalars[index - 1]) && end < scalars.count
                && isWordScalar(scalars[end])
            if isRule || isBullet || isInside { result.append(contentsOf: scalars[index..<end]) }
            index = end
        case "[":
            if let link = link(scalars, index) {
                result.append(contentsOf: scalars[(index + 1)..<link.text])
                index = link.end
            } else {
                result.append(scalar)
                index += 1
            }
        case "&":
            if let (replacement, end) = entity(scalars, index) {
                result.append(replacement)
                index = end
            } else {
                result.append(scalar)
                index += 1
            }
        default:
            result.append(scalar)
            index += 1
        }
    }
    return String(result)
}

private func tagEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start + 1 < scalars.count else { return nil }
    let next = scalars[start + 1]
    guard next == "/" || next == "!" || (next.isASCII && next.properties.isAlphabetic) else { return nil }
    var index = start + 1
    while index < scalars.count, index - start < 400 {
        if scalars[index] == ">" {
            let name = scalars[(start + 1)..<index].drop { $0 == "/" }
                .prefix { $0.isASCII && isWordScalar($0) }
            // "<Party>" is a blank to fill in, not a tag.
            let known = [
                "span", "label", "br", "p", "div", "a", "b", "i", "em", "strong", "u", "sup", "sub", "img",
                "table",
                "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3", "h4", "center", "font", "hr",
            ]
            let text = String(String.UnicodeScalarView(name)).lowercased()
            return known.contains(text) || next == "!" ? index + 1 : nil
        }
        if scalars[index] == "<" { return nil }
        index += 1
    }
    return nil
}

private func isBreak(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    start + 2 < scalars.count && scalars[start + 1] == "b" && scalars[start + 2] == "r"
}

private func link(_ scalars: [Unicode.Scalar], _ start: Int) -> (text: Int, end: Int)? {
    var index = start + 1
    while index < scalars.count, scalars[index] != "]", scalars[index] != "\n", index - start < 300 {
        index += 1
    }
    guard index + 1 < scalars.count, scalars[index] == "]", scalars[index + 1] == "(" else { return nil }
    let text = index
    index += 2
    while index < scalars.count, scalars[index] != ")", scalars[index] != "\n", index - text < 2000 {
        index += 1
    }
    guard index < scalars.count, scalars[index] == ")" else { return nil }
    return (text, index + 1)
}

private func entity(_ scalars: [Unicode.Scalar], _ start: Int) -> (Unicode.Scalar, Int)? {
    for (name, replacement) in [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&rsquo;", "’"),
    ] as [(String, Unicode.Scalar)] {
        let wanted = Array(name.unicodeScalars)
        if start + wanted.count <= scalars.count, Array(scalars[start..<(start + wanted.count)]) == wanted {
            return (replacement, start + wanted.count)
        }
    }
    return nil
}
