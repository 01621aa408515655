import Foundation

@testable import Compartments

/// A screen of our own, on a free display, whose pixels can be read.
final class Screen {
    let display: Display
    private let server: Companion
    private let folder: String

    struct Missing: Error {}

    init(folder: String) throws {
        self.folder = folder + "/screen"
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: false)
        let arguments = [
            "-displayfd", "1", "-screen", "0", "1000x700x24", "-nolisten", "tcp", "-fbdir", self.folder,
        ]
        server = try Companion("/usr/bin/Xvfb", arguments)
        let number = server.firstLine()
        guard UInt16(number) != nil else { throw Missing() }
        display = Display(kind: .x11, name: ":" + number, socket: "/tmp/.X11-unix/X" + number)
    }

    /// The pixels as 0xRRGGBB, row by row, from the file that the X server keeps in the form of xwd.
    var pixels: [UInt32] {
        guard let bytes = Bytes.ofFile(folder + "/Xvfb_screen0") else { return [] }
        func number(_ index: Int) -> Int {
            bytes.count < index * 4 + 4
                ? 0 : bytes[(index * 4)..<(index * 4 + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
        let start = number(0) + number(19) * 12
        return stride(from: start, to: min(start + number(5) * number(12), bytes.count - 3), by: 4).map {
            UInt32(bytes[$0]) | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2]) << 16
        }
    }

    /// The pixels when nothing has moved for a second, or after ten.
    var still: [UInt32] {
        var last = pixels
        var times = 0
        for _ in 0..<40 where times < 4 {
            usleep(250_000)
            let now = pixels
            times = now == last ? times + 1 : 0
            last = now
        }
        return last
    }

    /// What stays on the screen once it meets a condition; nil where it does not within half a minute, for a busy
    /// machine may leave a window unpainted for longer than a picture takes to stand still.
    func settled(_ condition: ([UInt32]) -> Bool) -> [UInt32]? {
        for _ in 0..<20 {
            let now = still
            if condition(now) { return now }
        }
        return nil
    }

    /// How many pixels have a color, `#rrggbb`.
    static func count(of color: String, in pixels: [UInt32]) -> Int {
        let wanted = UInt32(color.dropFirst(), radix: 16)
        return pixels.count { $0 == wanted }
    }

    /// How many pixels differ; a mark in the address bar is some hundreds.
    static func difference(_ one: [UInt32], _ other: [UInt32]) -> Int {
        one.count == other.count ? zip(one, other).count { $0 != $1 } : .max
    }
}
