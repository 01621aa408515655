extension UInt8 {
    /// The value of an ASCII hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }

    var isDigit: Bool { self &- 0x30 < 10 }
    var isUpper: Bool { self &- 0x41 < 26 }
    var isLower: Bool { self &- 0x61 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isAlphanumeric: Bool { isDigit || isLetter }
    var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// Space, tab, carriage return or line feed.
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    /// An ASCII letter in lower case; anything else as it is.
    var lowered: UInt8 { isUpper ? self | 0x20 : self }
    /// An ASCII letter in upper case; anything else as it is.
    var raised: UInt8 { isLower ? self & 0xDF : self }
}

/// Whether `byte` is one of the ASCII characters of `set`.
@inline(__always)
func oneOf(_ set: StaticString, _ byte: UInt8) -> Bool {
    for offset in 0..<set.utf8CodeUnitCount where set.utf8Start[offset] == byte { return true }
    return false
}
