/// Reading one unit of source text: a UTF-8 scalar, or an escape that stands for one (`%C3%A9`, `&eacute;`,
/// `\u00e9`).
///
/// Bytes that are not UTF-8 are units of their own: letters where ISO 8859-1 has one, else separators.
struct SourceUnit {
    /// The scalar, or nil for a byte that is none.
    var scalar: UInt32?
    /// Bytes of source it takes.
    var length: Int

    /// The unit that starts at `index` of `text`.
    static func read(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> SourceUnit {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "%"): return percent(text, index) ?? SourceUnit(scalar: 0x25, length: 1)
        case UInt8(ascii: "&"): return entity(text, index) ?? SourceUnit(scalar: 0x26, length: 1)
        case UInt8(ascii: "\\"): return backslash(text, index) ?? SourceUnit(scalar: 0x5C, length: 1)
        case 0..<0x80: return SourceUnit(scalar: UInt32(byte), length: 1)
        default: return utf8(text, index) { $0 < text.count ? text[$0] : nil }
        }
    }

    /// A well-formed UTF-8 sequence of at least two bytes (Unicode 16, table 3-7), or one stray byte, which may be
    /// a letter of ISO 8859-1.
    private static func utf8(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, byte: (Int) -> UInt8?
    ) -> SourceUnit {
        guard let lead = byte(index) else { return SourceUnit(scalar: nil, length: 1) }
        let stray = SourceUnit(scalar: lead < 0xA0 ? nil : UInt32(lead), length: 1)
        let more: Int
        var value: UInt32
        switch lead {
        case 0xC2...0xDF: (more, value) = (1, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (more, value) = (2, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (more, value) = (3, UInt32(lead & 0x07))
        default: return stray
        }
        for offset in 1...more {
            guard let next = byte(index + offset), next & 0xC0 == 0x80 else { return stray }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let least: [UInt32] = [0, 0x80, 0x800, 0x10000]
        guard value >= least[more], Unicode.Scalar(value) != nil else { return stray }
        return SourceUnit(scalar: value, length: more + 1)
    }

    private static func percent(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> SourceUnit? {
        func byte(_ slot: Int) -> UInt8? {
            let at = index + 3 * (slot - index)
            guard at + 2 < text.count, text[at] == UInt8(ascii: "%"), let high = text[at + 1].hexValue,
                let low = text[at + 2].hexValue
            else { return nil }
            return high << 4 | low
        }
        guard let first = byte(index) else { return nil }
        if first < 0x80 { return SourceUnit(scalar: UInt32(first), length: 3) }
        let unit = utf8(text, index, byte: byte)
        return SourceUnit(scalar: unit.scalar, length: 3 * unit.length)
    }

    private static func backslash(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> SourceUnit? {
        func hex(_ at: Int, _ count: Int) -> UInt32? {
            guard at + count <= text.count else { return nil }
            var value: UInt32 = 0
            for offset in 0..<count {
                guard let digit = text[at + offset].hexValue else { return nil }
                value = value << 4 | UInt32(digit)
            }
            return value
        }
        guard index + 1 < text.count else { return nil }
        if text[index + 1] == UInt8(ascii: "x"), let value = hex(index + 2, 2) {
            return SourceUnit(scalar: value, length: 4)
        }
        guard text[index + 1] == UInt8(ascii: "u"), let value = hex(index + 2, 4) else { return nil }
        if (0xD800...0xDBFF).contains(value), index + 7 < text.count, text[index + 6] == UInt8(ascii: "\\"),
            text[index + 7] == UInt8(ascii: "u"), let low = hex(index + 8, 4), (0xDC00...0xDFFF).contains(low)
        {
            return SourceUnit(scalar: 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00), length: 12)
        }
        return SourceUnit(scalar: value, length: 6)
    }

    private static func entity(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> SourceUnit? {
        var end = index + 1
        while end < text.count, end - index <= 8, text[end].isAlphanumeric || text[end] == UInt8(ascii: "#") {
            end += 1
        }
        guard end < text.count, text[end] == UInt8(ascii: ";"), end > index + 1 else { return nil }
        let name = String(decoding: text[(index + 1)..<end], as: UTF8.self)
        let length = end - index + 1
        if name.utf8.first == UInt8(ascii: "#") {
            let digits = name.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
            return value.map { SourceUnit(scalar: $0, length: length) }
        }
        return namedEntities[name].map { SourceUnit(scalar: $0.value, length: length) }
    }

    /// The named references that names are written with (HTML Living Standard, section 13.5).
    private static let namedEntities: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "shy": "\u{AD}",
        "zwnj": "\u{200C}", "zwj": "\u{200D}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
        "ndash": "\u{2013}", "mdash": "\u{2014}", "rsquo": "\u{2019}", "lsquo": "\u{2018}",
        "middot": "\u{B7}",
        "hyphen": "-", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "szlig": "ß",
        "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "Eacute": "É", "Egrave": "È", "aacute": "á",
        "agrave": "à", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "Aring": "Å", "AElig": "Æ",
        "Aacute": "Á", "Agrave": "À", "ccedil": "ç", "Ccedil": "Ç", "iacute": "í", "igrave": "ì",
        "icirc": "î",
        "iuml": "ï", "ntilde": "ñ", "Ntilde": "Ñ", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "otilde": "õ",
        "oslash": "ø", "Oslash": "Ø", "Oacute": "Ó", "uacute": "ú", "ugrave": "ù", "ucirc": "û",
        "yacute": "ý",
        "eth": "ð", "thorn": "þ", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢",
    ]
}
