/// One thing an XML document says.
enum XMLEvent {
    /// A start tag with its attributes; an empty element gives a start and an end.
    case start(String, [String: String])
    case end(String)
    case text(String)
}

/// Why a document is not read as XML.
struct XMLRefusal: Error {
    var reason: String
}

/// Reads the elements and the text of an XML document.
///
/// Document types are refused, so no entity but the five of XML and numbers is ever expanded.
///
/// - Throws: ``XMLRefusal`` where the bytes are no such document.
func readXML(_ bytes: [UInt8]) throws(XMLRefusal) -> [XMLEvent] {
    var events: [XMLEvent] = []
    var index = 0
    func find(_ wanted: StaticString, from start: Int) -> Int? {
        let count = wanted.utf8CodeUnitCount
        return wanted.withUTF8Buffer { buffer in
            var place = start
            while place + count <= bytes.count {
                if bytes[place] == buffer[0], bytes[place..<(place + count)].elementsEqual(buffer) {
                    return place
                }
                place += 1
            }
            return nil
        }
    }
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<") else {
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
            events.append(.text(unescaped(bytes[start..<index])))
            continue
        }
        guard index + 1 < bytes.count else { throw XMLRefusal(reason: "its XML ends inside a tag") }
        switch bytes[index + 1] {
        case UInt8(ascii: "?"):
            guard let end = find("?>", from: index) else {
                throw XMLRefusal(reason: "its XML ends inside a tag")
            }
            index = end + 2
        case UInt8(ascii: "!"):
            if bytes[index...].starts(with: Array("<!--".utf8)) {
                guard let end = find("-->", from: index) else {
                    throw XMLRefusal(reason: "its XML ends inside a comment")
                }
                index = end + 3
            } else if bytes[index...].starts(with: Array("<![CDATA[".utf8)) {
                guard let end = find("]]>", from: index) else {
                    throw XMLRefusal(reason: "its XML ends inside text")
                }
                events.append(.text(String(decoding: bytes[(index + 9)..<end], as: UTF8.self)))
                index = end + 3
            } else {
                throw XMLRefusal(reason: "its XML declares a document type, which Word never writes")
            }
        default:
            guard let end = tagEnd(bytes, index) else {
                throw XMLRefusal(reason: "its XML ends inside a tag")
            }
            tag(bytes[(index + 1)..<end], into: &events)
            index = end + 1
        }
    }
    return events
}

private func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    var quote: UInt8 = 0
    var index = start
    while index < bytes.count {
        let byte = bytes[index]
        if quote != 0 {
            if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
        } else if byte == UInt8(ascii: ">") {
            return index
        }
        index += 1
    }
    return nil
}

private func tag(_ body: ArraySlice<UInt8>, into events: inout [XMLEvent]) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    if body.first == UInt8(ascii: "/") {
        events.append(.end(String(decoding: body.dropFirst().prefix { !isBlank($0) }, as: UTF8.self)))
        return
    }
    var rest = body
    let isEmpty = rest.last == UInt8(ascii: "/")
    if isEmpty { rest = rest.dropLast() }
    let name = rest.prefix { !isBlank($0) }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while true {
        rest = rest.drop(while: isBlank)
        guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { break }
        let key = rest[..<equals].filter { !isBlank($0) }
        rest = rest[(equals + 1)...].drop(while: isBlank)
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { break }
        rest = rest.dropFirst()
        guard let close = rest.firstIndex(of: quote) else { break }
        attributes[String(decoding: key, as: UTF8.self)] = unescaped(rest[..<close])
        rest = rest[(close + 1)...]
    }
    let text = String(decoding: name, as: UTF8.self)
    events.append(.start(text, attributes))
    if isEmpty { events.append(.end(text)) }
}

private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result = String.UnicodeScalarView()
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
        if scalars[index] == "&", let close = scalars[index...].prefix(12).firstIndex(of: ";"),
            let scalar = entity(String(String.UnicodeScalarView(scalars[(index + 1)..<close])))
        {
            result.append(scalar)
            index = close + 1
        } else {
            result.append(scalars[index])
            index += 1
        }
    }
    return String(result)
}

private func entity(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return nil
    }
}
