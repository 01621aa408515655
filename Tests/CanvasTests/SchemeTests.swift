import Canvas
import Foundation
import Testing

/// The scheme files: those of themes/, and with `SCHEMES` set those of that folder and the folders in it.
private let schemeFiles: [String] = {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes").path
    let more = ProcessInfo.processInfo.environment["SCHEMES"].map { [$0] } ?? []
    return ([shipped] + more).flatMap { folder in
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".yaml") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted().map { "\(folder)/\($0)" }
    }
}()

@Suite("Schemes")
struct SchemeTests {
    @Test("there are schemes to check, all of them where a folder is given")
    func count() {
        #expect(schemeFiles.count >= (ProcessInfo.processInfo.environment["SCHEMES"] == nil ? 9 : 296))
    }

    @Test(
        "every scheme loads, and every pair that can be shown reads at 4.5:1, lines at 3:1",
        arguments: schemeFiles)
    func contrast(file: String) throws {
        let theme = try Theme(file: String(contentsOfFile: file, encoding: .utf8))
        #expect(!theme.name.isEmpty && !theme.slug.isEmpty)
        for depth in [Depth.colors256, .truecolor] {
            for hues in VerdictHues.allCases {
                let palette = Palette(theme: theme, depth: depth, hues: hues)
                for role in Role.allCases {
                    for ground in Ground.allCases {
                        let paint = palette.paint(Style(role, on: ground))
                        let ratio = Contrast.ratio(try color(paint.foreground), try color(paint.background))
                        let need = role == .rule || role == .focusRule ? 3.0 : 4.5
                        if ratio < need {
                            Issue.record("\(role) on \(ground) at \(depth), \(hues): \(ratio)")
                        }
                        let told = try #require(palette.contrast(role, on: ground))
                        #expect(told.shown == ratio)
                    }
                }
                let page = palette.paint(Style(on: .page)).background
                #expect(palette.paint(Style(on: .selection)).background != page, "the selection is seen")
            }
        }
    }

    @Test(
        "the least contrast of every folder of schemes is told",
        .enabled(if: ProcessInfo.processInfo.environment["SCHEMES"] != nil, "no folder is given"))
    func least() throws {
        var (words, lines) = (Double.infinity, Double.infinity)
        for file in schemeFiles {
            let theme = try Theme(file: String(contentsOfFile: file, encoding: .utf8))
            for depth in [Depth.colors256, .truecolor] {
                for hues in VerdictHues.allCases {
                    let palette = Palette(theme: theme, depth: depth, hues: hues)
                    for (role, ground) in Role.allCases.flatMap({ role in Ground.allCases.map { (role, $0) } }
                    ) {
                        let ratio = try #require(palette.contrast(role, on: ground)).shown
                        if Palette.need(role) == Contrast.lines {
                            lines = min(lines, ratio)
                        } else {
                            words = min(words, ratio)
                        }
                    }
                }
            }
        }
        print("\(schemeFiles.count) schemes; least contrast \(words) of words, \(lines) of lines")
        #expect(words >= 4.5 && lines >= 3)
    }

    /// The color that a terminal shows for an ink: a number of the fixed part of the 256, by xterm's formula.
    private func color(_ ink: Ink) throws -> Color {
        switch ink {
        case .rgb(let color): return color
        case .indexed(let number) where number >= 232:
            let light = 8 + 10 * (number - 232)
            return Color(red: light, green: light, blue: light)
        case .indexed(let number) where number >= 16:
            func level(_ part: UInt8) -> UInt8 { part == 0 ? 0 : 55 + 40 * part }
            let cube = number - 16
            return Color(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
        default:
            let known: Color? = nil
            return try #require(known, "\(ink) is the user's own color, of unknown contrast")
        }
    }
}

@Suite("Palettes")
struct PaletteTests {
    private let dark: Theme

    init() throws {
        let themes = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes")
        dark = try Theme(
            file: String(contentsOf: themes.appending(path: "bulkhead-dark.yaml"), encoding: .utf8))
    }

    @Test("a scheme that reads well is shown as it is")
    func unchanged() {
        let palette = Palette(theme: dark, depth: .truecolor)
        let paint = palette.paint(Style(.permit))
        #expect(paint.foreground == .rgb(dark[.base0B]) && paint.background == .rgb(dark[.base00]))
    }

    @Test("the hues for red-green blindness are blue, yellow, red and cyan")
    func hues() {
        let palette = Palette(theme: dark, depth: .truecolor, hues: .redGreenSafe)
        let shown = [Role.permit, .condition, .deny, .unknown].map { palette.paint(Style($0)).foreground }
        #expect(shown == [Slot.base0D, .base0A, .base08, .base0C].map { .rgb(dark[$0]) })
    }

    @Test(
        "with the terminal's own colors no background is set, and no number the terminal lacks",
        arguments: Depth.allCases, VerdictHues.allCases)
    func native(depth: Depth, hues: VerdictHues) {
        let most = [Depth.none: 0, .colors8: 8, .colors16: 16, .colors256: 16, .truecolor: 8][depth] ?? 0
        for role in Role.allCases {
            for ground in Ground.allCases {
                let paint = Palette(depth: depth, hues: hues).paint(Style(role, on: ground))
                #expect(paint.background == .standard)
                if case .indexed(let number) = paint.foreground { #expect(Int(number) < most) }
                if ground != .page {
                    #expect(!paint.attributes.intersection([.reverse, .underline]).isEmpty)
                }
            }
        }
    }

    @Test("without colors a theme changes nothing, and below 256 it does not either")
    func fewColors() {
        for depth in [Depth.none, .colors8, .colors16] {
            for role in Role.allCases {
                let style = Style(role)
                #expect(Palette(theme: dark, depth: depth).paint(style) == Palette(depth: depth).paint(style))
            }
        }
    }
}

@Suite("Reading schemes")
struct ThemeTests {
    /// Sixteen colors: `base0A: "AAAAAA"`.
    private func slots(_ prefix: String = "") -> String {
        "0123456789ABCDEF".map { "\(prefix)base0\($0): \"\(String(repeating: $0, count: 6))\"\n" }.joined()
    }

    @Test("the common form, the old flat form, quotes or none, a # or none, comments, either case")
    func forms() throws {
        let common = try Theme(
            file: "system: \"base16\"\nname: 'Rosé Pine'\nauthor: me\npalette:\n" + slots("  "))
        #expect(common.slug == "rose-pine" && common.author == "me" && common.variant == .dark)
        let flat = try Theme(file: "\u{FEFF}scheme: \"Rosé Pine\" # old\r\nauthor: \"me\"\r\n" + slots())
        #expect(flat == common)
        let loose = slots("    ").replacingOccurrences(of: ": \"", with: ":   #").replacingOccurrences(
            of: "\"", with: " # x")
        #expect(
            try Theme(file: "NAME: Rosé Pine\nAuthor: me\nunknown: yes\nPALETTE:\n" + loose.uppercased())
                == common)
    }

    @Test("a base24 scheme keeps its eight more colors, a base16 one has them from its first sixteen")
    func base24() throws {
        let base16 = try Theme(file: "name: a\n" + slots())
        #expect(base16[.base12] == base16[.base08] && base16[.base11] == base16[.base00])
        let base24 = try Theme(file: "name: a\n" + slots() + "base12: \"ffffff\"\n")
        #expect(base24[.base12] == .white && base24[.base13] == base24[.base0A])
    }

    @Test(
        "a file that is no scheme says why and where",
        arguments: [
            ("", "no `name:`"), ("name: a\nbase00: \"12345\"\n", "line 2: base00 is \"12345\""),
            ("name: a\nbase00: \"+12345\"\n", "line 2"), ("name: a\n", "no color base00"),
            ("name: \"\"\n", "no `name:`"), (String(repeating: "x", count: 70_000), "too long"),
            ("name: a\nbase00: \u{1B}[31m\n", "line 2: base00 is \"\\u{1B}[31m\""),
        ])
    func faults(file: String, reason: String) {
        let error = #expect(throws: ThemeError.self) { try Theme(file: file) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test("what a scheme calls itself cannot reach the terminal raw")
    func hostile() throws {
        let theme = try Theme(file: "name: \"a\u{1B}]0;x\u{7}\"\nauthor: \"\u{202E}\"\n" + slots())
        #expect(visible(theme.name) == theme.name && visible(theme.author) == theme.author)
        #expect(theme.slug == "a0x")
    }
}
