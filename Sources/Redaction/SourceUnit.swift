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
        return namedEntities[name].map { SourceUnit(scalar: $0, length: length) }
    }

    /// The named references of HTML 4 (section 24), and two of HTML 5.
    private static let namedEntities: [String: UInt32] = {
        var named: [String: UInt32] = [:]
        for entry in entities.split(whereSeparator: \.isWhitespace) {
            let parts = entry.split(separator: "=")
            named[String(parts[0])] = UInt32(parts[1], radix: 16)
        }
        return named
    }()

    private static let entities =
        """
        AElig=C6 Aacute=C1 Acirc=C2 Agrave=C0 Alpha=391 Aring=C5 Atilde=C3 Auml=C4 Beta=392 Ccedil=C7
        Chi=3A7 Dagger=2021 Delta=394 ETH=D0 Eacute=C9 Ecirc=CA Egrave=C8 Epsilon=395 Eta=397 Euml=CB
        Gamma=393 Iacute=CD Icirc=CE Igrave=CC Iota=399 Iuml=CF Kappa=39A Lambda=39B Mu=39C Ntilde=D1
        Nu=39D OElig=152 Oacute=D3 Ocirc=D4 Ograve=D2 Omega=3A9 Omicron=39F Oslash=D8 Otilde=D5 Ouml=D6
        Phi=3A6 Pi=3A0 Prime=2033 Psi=3A8 Rho=3A1 Scaron=160 Sigma=3A3 THORN=DE Tau=3A4 Theta=398 Uacute=DA
        Ucirc=DB Ugrave=D9 Upsilon=3A5 Uuml=DC Xi=39E Yacute=DD Yuml=178 Zeta=396 aacute=E1 acirc=E2
        acute=B4 aelig=E6 agrave=E0 alefsym=2135 alpha=3B1 amp=26 and=2227 ang=2220 aring=E5 asymp=2248
        atilde=E3 auml=E4 bdquo=201E beta=3B2 brvbar=A6 bull=2022 cap=2229 ccedil=E7 cedil=B8 cent=A2
        chi=3C7 circ=2C6 clubs=2663 cong=2245 copy=A9 crarr=21B5 cup=222A curren=A4 dArr=21D3 dagger=2020
        darr=2193 deg=B0 delta=3B4 diams=2666 divide=F7 eacute=E9 ecirc=EA egrave=E8 empty=2205 emsp=2003
        ensp=2002 epsilon=3B5 equiv=2261 eta=3B7 eth=F0 euml=EB euro=20AC exist=2203 fnof=192 forall=2200
        frac12=BD frac14=BC frac34=BE frasl=2044 gamma=3B3 ge=2265 gt=3E hArr=21D4 harr=2194 hearts=2665
        hellip=2026 iacute=ED icirc=EE iexcl=A1 igrave=EC image=2111 infin=221E int=222B iota=3B9 iquest=BF
        isin=2208 iuml=EF kappa=3BA lArr=21D0 lambda=3BB lang=2329 laquo=AB larr=2190 lceil=2308 ldquo=201C
        le=2264 lfloor=230A lowast=2217 loz=25CA lrm=200E lsaquo=2039 lsquo=2018 lt=3C macr=AF mdash=2014
        micro=B5 middot=B7 minus=2212 mu=3BC nabla=2207 nbsp=A0 ndash=2013 ne=2260 ni=220B not=AC
        notin=2209 nsub=2284 ntilde=F1 nu=3BD oacute=F3 ocirc=F4 oelig=153 ograve=F2 oline=203E omega=3C9
        omicron=3BF oplus=2295 or=2228 ordf=AA ordm=BA oslash=F8 otilde=F5 otimes=2297 ouml=F6 para=B6
        part=2202 permil=2030 perp=22A5 phi=3C6 pi=3C0 piv=3D6 plusmn=B1 pound=A3 prime=2032 prod=220F
        prop=221D psi=3C8 quot=22 rArr=21D2 radic=221A rang=232A raquo=BB rarr=2192 rceil=2309 rdquo=201D
        real=211C reg=AE rfloor=230B rho=3C1 rlm=200F rsaquo=203A rsquo=2019 sbquo=201A scaron=161
        sdot=22C5 sect=A7 shy=AD sigma=3C3 sigmaf=3C2 sim=223C spades=2660 sub=2282 sube=2286 sum=2211
        sup=2283 sup1=B9 sup2=B2 sup3=B3 supe=2287 szlig=DF tau=3C4 there4=2234 theta=3B8 thetasym=3D1
        thinsp=2009 thorn=FE tilde=2DC times=D7 trade=2122 uArr=21D1 uacute=FA uarr=2191 ucirc=FB ugrave=F9
        uml=A8 upsih=3D2 upsilon=3C5 uuml=FC weierp=2118 xi=3BE yacute=FD yen=A5 yuml=FF zeta=3B6 zwj=200D
        zwnj=200C apos=27 hyphen=2010
        """
}
