import Canvas

extension ReportPage {
    /// The page as Markdown, with tables as GitHub and pandoc read them.
    var markdown: String {
        var text = "# \(Self.plain(title))\n\n"
        for fact in facts { text += "- \(Self.plain(fact.name)): \(Self.plain(fact.value))\n" }
        for section in sections {
            text += "\n## \(Self.plain(section.title))\n\n"
            guard !section.rows.isEmpty else {
                text += Self.plain(section.empty) + "\n"
                continue
            }
            if let note = section.note { text += Self.plain(note) + "\n\n" }
            text += "| " + section.columns.map(Self.plain).joined(separator: " | ") + " |\n"
            text += "|" + String(repeating: " --- |", count: section.columns.count) + "\n"
            for row in section.rows { text += "| " + row.map(Self.plain).joined(separator: " | ") + " |\n" }
        }
        return text
    }

    /// A text in which nothing is a mark of Markdown or a tag.
    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in visible(text).unicodeScalars {
            switch scalar {
            case "|", "\\", "`", "*", "_", "~", "$", "[", "]", "#": result += "\\" + String(scalar)
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The page as one HTML document that loads nothing.
    var html: String {
        var text = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>\(Self.escaped(title))</title>
            <style>
            body { font: 14px/1.4 sans-serif; margin: 2em; color: #111; background: #fff }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #888; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
            th { background: #eee }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>
            <dl>

            """
        for fact in facts {
            text += "<dt>\(Self.escaped(fact.name))</dt><dd>\(Self.escaped(fact.value))</dd>\n"
        }
        text += "</dl>\n"
        for section in sections {
            text += "<h2>\(Self.escaped(section.title))</h2>\n"
            guard !section.rows.isEmpty else {
                text += "<p>\(Self.escaped(section.empty))</p>\n"
                continue
            }
            if let note = section.note { text += "<p>\(Self.escaped(note))</p>\n" }
            text += "<table>\n<thead><tr>"
            for column in section.columns { text += "<th scope=\"col\">\(Self.escaped(column))</th>" }
            text += "</tr></thead>\n<tbody>\n"
            for row in section.rows {
                text += "<tr>" + row.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
            }
            text += "</tbody>\n</table>\n"
        }
        return text + "</body>\n</html>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in visible(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
