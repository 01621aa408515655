/// A color of the sRGB space.
package struct Color: Hashable, Sendable {
    package let red, green, blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    package static let black = Color(red: 0, green: 0, blue: 0)
    package static let white = Color(red: 255, green: 255, blue: 255)

    /// Reads `rrggbb`, with or without a `#`, in either case.
    package init?(hex: some StringProtocol) {
        let digits = hex.utf8.first == UInt8(ascii: "#") ? Substring(hex.dropFirst()) : Substring(hex)
        guard digits.utf8.count == 6, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        self.init(
            red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    /// `rrggbb`.
    package var hex: String {
        let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The color a part of the way towards another.
    ///
    /// - Parameter percent: how far, `0...100`.
    func mixed(with other: Color, percent: Int) -> Color {
        func part(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(clamping: (Int(from) * (100 - percent) + Int(to) * percent + 50) / 100)
        }
        return Color(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }
}
