/// The fixed part of the 256 colors, a cube of 6 x 6 x 6 and 24 grays; the first 16 belong to the user.
enum XtermColors {
    private static let levels = [0, 95, 135, 175, 215, 255]

    /// The fixed color nearest to another, and its number.
    static func nearest(to color: Color) -> (index: UInt8, color: Color) {
        let red = nearestLevel(Int(color.red))
        let green = nearestLevel(Int(color.green))
        let blue = nearestLevel(Int(color.blue))
        let cube = Color(
            red: UInt8(levels[red]), green: UInt8(levels[green]), blue: UInt8(levels[blue]))
        let mean = (Int(color.red) + Int(color.green) + Int(color.blue)) / 3
        let step = min(max(0, (mean - 3) / 10), 23)
        let light = UInt8(8 + 10 * step)
        let gray = Color(red: light, green: light, blue: light)
        if distance(color, gray) < distance(color, cube) { return (UInt8(232 + step), gray) }
        return (UInt8(16 + 36 * red + 6 * green + blue), cube)
    }

    private static func nearestLevel(_ value: Int) -> Int {
        value < 48 ? 0 : value < 115 ? 1 : min(5, (value - 35) / 40)
    }

    /// How far apart two colors look, roughly: squared differences, weighted as the eye does.
    private static func distance(_ one: Color, _ other: Color) -> Int {
        let red = Int(one.red) - Int(other.red)
        let green = Int(one.green) - Int(other.green)
        let blue = Int(one.blue) - Int(other.blue)
        return 2 * red * red + 4 * green * green + 3 * blue * blue
    }
}
