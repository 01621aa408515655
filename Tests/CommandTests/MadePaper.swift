import Foundation

/// Documents made for the tests, as printers and word processors make them.
enum MadePaper {
    /// A PDF of lines in Courier, in one column or two.
    static func pdf(_ text: String, columns: Int = 1, head: String? = nil) -> Data {
        let width = columns == 1 ? 88 : 41
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            wrapped($0, width)
        }
        let height = 64
        var pages: [[[String]]] = []
        var rest = lines[...]
        while !rest.isEmpty {
            var page: [[String]] = []
            for _ in 0..<columns where !rest.isEmpty {
                page.append(Array(rest.prefix(height)))
                rest = rest.dropFirst(height)
            }
            pages.append(page)
        }
        let contents = pages.enumerated().map { number, page in
            var content = Data("BT /F1 9 Tf 11 TL\n".utf8)
            if let head {
                content += show(head, 50, 810) + show("Page \(number + 1) of \(pages.count)", 260, 30)
            }
            for (column, lines) in page.enumerated() {
                for (row, line) in lines.enumerated() where !line.isEmpty {
                    content += show(line, 50 + column * 260, 780 - row * 11)
                }
            }
            return content + Data("ET\n".utf8)
        }
        return document(contents) { kids in
            [
                "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
                "<< /Type /Pages /Kids [\(kids)] /Count \(contents.count) /MediaBox [0 0 595 842] "
                    + "/Resources << /Font << /F1 2 0 R >> >> >>",
            ]
        }
    }

    /// A PDF of pictures alone: gray pages as `pdftoppm -gray` writes them.
    static func scan(_ pages: [Data]) -> Data? {
        var images: [(width: Int, height: Int, pixels: Data)] = []
        for page in pages {
            guard let image = pgm(page) else { return nil }
            images.append(image)
        }
        var objects: [Data] = []
        let first = 4
        let kids = images.indices.map { "\(first + $0 * 3) 0 R" }.joined(separator: " ")
        objects.append(Data("<< /Type /Catalog /Pages 3 0 R >>".utf8))
        objects.append(Data("<< >>".utf8))
        objects.append(
            Data("<< /Type /Pages /Kids [\(kids)] /Count \(images.count) /MediaBox [0 0 595 842] >>".utf8))
        for (number, image) in images.enumerated() {
            let place = first + number * 3
            objects.append(
                Data(
                    "<< /Type /Page /Parent 3 0 R /Contents \(place + 1) 0 R /Resources << /XObject << /I \(place + 2) 0 R >> >> >>"
                        .utf8))
            objects.append(stream("", Data("595 0 0 842 0 0 cm /I Do\n".utf8)))
            let kind = "/Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height) "
            objects.append(stream(kind + "/ColorSpace /DeviceGray /BitsPerComponent 8", image.pixels))
        }
        return file(objects)
    }

    private static func pgm(_ data: Data) -> (Int, Int, Data)? {
        var numbers: [Int] = []
        var index = data.startIndex + 2
        while numbers.count < 3, index < data.endIndex {
            var digits = ""
            while index < data.endIndex, (0x30...0x39).contains(data[index]) {
                digits.unicodeScalars.append(Unicode.Scalar(data[index]))
                index += 1
            }
            if let number = Int(digits) { numbers.append(number) }
            index += 1
        }
        guard numbers.count == 3, data.starts(with: Data("P5".utf8)) else { return nil }
        return (numbers[0], numbers[1], Data(data[index...]))
    }

    private static func document(_ contents: [Data], _ fixed: (String) -> [String]) -> Data {
        let first = 4
        let kids = contents.indices.map { "\(first + $0 * 2) 0 R" }.joined(separator: " ")
        var objects = [Data("<< /Type /Catalog /Pages 3 0 R >>".utf8)]
        objects += fixed(kids).map { Data($0.utf8) }
        for (number, content) in contents.enumerated() {
            objects.append(
                Data("<< /Type /Page /Parent 3 0 R /Contents \(first + number * 2 + 1) 0 R >>".utf8))
            objects.append(stream("", content))
        }
        return file(objects)
    }

    private static func stream(_ fields: String, _ data: Data) -> Data {
        Data("<< \(fields) /Length \(data.count) >>\nstream\n".utf8) + data + Data("\nendstream".utf8)
    }

    private static func file(_ objects: [Data]) -> Data {
        var file = Data("%PDF-1.4\n".utf8)
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(file.count)
            file += Data("\(number + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let start = file.count
        file += Data("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            let digits = String(place)
            file += Data("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
        }
        return file
            + Data("trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }

    private static func show(_ line: String, _ x: Int, _ y: Int) -> Data {
        var bytes = Data("1 0 0 1 \(x) \(y) Tm (".utf8)
        for scalar in line.unicodeScalars {
            switch scalar {
            case "(", ")", "\\": bytes += Data("\\\(scalar)".utf8)
            case "“": bytes.append(0x93)
            case "”": bytes.append(0x94)
            case "‘": bytes.append(0x91)
            case "’": bytes.append(0x92)
            case "–": bytes.append(0x96)
            case "—": bytes.append(0x97)
            case "•": bytes.append(0x95)
            default: bytes.append(scalar.value < 256 ? UInt8(scalar.value) : 0x3F)
            }
        }
        return bytes + Data(") Tj\n".utf8)
    }

    private static func wrapped(_ line: Substring, _ width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
            // An address may be longer than a column.
            while current.count > width {
                lines.append(String(current.prefix(width)))
                current = String(current.dropFirst(width))
            }
        }
        return lines + [current]
    }

    /// A DOCX: a paragraph a line; `{-old-}` is a deletion nobody accepted, `{+new+}` an insertion.
    static func docx(_ text: String) -> Data {
        var body = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            body += "<w:p>"
            var rest = line[...]
            while let open = rest.firstRange(of: "{-") ?? rest.firstRange(of: "{+") {
                let isNew = rest[open].hasSuffix("+")
                body += run(rest[..<open.lowerBound], "t")
                let close = rest.firstRange(of: isNew ? "+}" : "-}") ?? rest.endIndex..<rest.endIndex
                let inner = rest[open.upperBound..<close.lowerBound]
                let mark = #"w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z""#
                body +=
                    isNew
                    ? "<w:ins \(mark)>\(run(inner, "t"))</w:ins>"
                    : "<w:del \(mark)>\(run(inner, "delText"))</w:del>"
                rest = rest[close.upperBound...]
            }
            body += run(rest, "t") + "</w:p>"
        }
        let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let document =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"\(name)\"><w:body>\(body)</w:body></w:document>"
        return zip([("word/document.xml", Data(document.utf8))])
    }

    private static func run(_ text: Substring, _ element: String) -> String {
        guard !text.isEmpty else { return "" }
        let safe = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "<", with: "&lt;")
        return "<w:r><w:\(element) xml:space=\"preserve\">\(safe)</w:\(element)></w:r>"
    }

    /// An archive whose entries are stored as they are.
    static func zip(_ entries: [(name: String, data: Data)]) -> Data {
        func number(_ value: Int, _ bytes: Int) -> Data {
            Data((0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
        }
        var file = Data()
        var directory = Data()
        for (name, data) in entries {
            let sum = Int(crc(data))
            let sizes = number(sum, 4) + number(data.count, 4) + number(data.count, 4)
            let common =
                number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
                + number(name.utf8.count, 2)
            let place = file.count
            file += number(0x0403_4B50, 4) + common + number(0, 2) + Data(name.utf8) + data
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 2) + number(0, 4) + number(place, 4) + Data(name.utf8)
        }
        let counts = number(entries.count, 2) + number(entries.count, 2)
        return file + directory + number(0x0605_4B50, 4) + number(0, 4) + counts + number(directory.count, 4)
            + number(file.count, 4) + number(0, 2)
    }

    private static func crc(_ data: Data) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in data {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
