import Canvas
import Permits
import Testing

@testable import Screens

@Suite("Names that lie about their width")
struct WideNameTests {
    /// The sample, with something behind every name.
    private func world(_ tail: String) -> World {
        var world = sampleWorld()
        for place in world.clients.indices {
            world.clients[place].name += tail
            for job in world.clients[place].engagements.indices {
                world.clients[place].engagements[job].title += tail
            }
        }
        for place in world.catalog.surfaces.indices { world.catalog.surfaces[place].name += tail }
        for place in world.agreements.indices { world.agreements[place].title = "Agreement" + tail }
        return world
    }

    /// Where the table of a frame shows a verdict, and which; the words beside it may need more lines.
    private func verdicts(_ world: World, _ script: String, _ size: Size) -> [String] {
        var desk = Desk(world, size: size)
        desk.press(script)
        let frame = desk.frame()
        let marks = Set(Outcome.allCases.map { $0.glyph(.unicode) })
        return frame.cells.indices.filter {
            $0 % size.columns < 80 && marks.contains(frame.cells[$0].text)
        }.map {
            "\($0 / size.columns):\($0 % size.columns) \(frame.cells[$0].text)"
        }
    }

    @Test(
        "no name, however wide, long or stacked, moves a verdict or pushes it off the screen",
        arguments: [
            String(repeating: "客", count: 200), String(repeating: "👩‍👩‍👧‍👦", count: 100),
            "e" + String(repeating: "\u{301}", count: 10_000) + String(repeating: "x", count: 200),
            String(repeating: "\u{200B}\u{202E}", count: 200), String(repeating: "ﷺ", count: 200),
            String(repeating: "🇫🇷\u{FE0F}", count: 200), String(repeating: "\t", count: 200),
        ], ["", "2", "j enter"])
    func stays(tail: String, script: String) {
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
            let plain = verdicts(world(String(repeating: "x", count: 200)), script, size)
            #expect(!plain.isEmpty)
            #expect(verdicts(world(tail), script, size) == plain, "\(script) at \(size.columns)")
        }
    }
}
