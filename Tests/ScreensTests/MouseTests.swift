import Canvas
import Permits
import Testing

@testable import Screens

@Suite("The mouse")
struct MouseTests {
    @Test("a press chooses a row, a second one opens it")
    func rows() {
        var desk = Desk()
        desk.click("HAL")
        #expect(desk.state.chosenEntry?.id == "halden")
        #expect(desk.state.place == .home)
        desk.click("HAL")
        #expect(desk.state.place == .client)
        #expect(desk.state.client.id == "halden")
    }

    @Test("a double press on the row that was chosen before opens it once")
    func chosenRow() {
        var desk = Desk()
        desk.click("NOR", times: 2)
        #expect(desk.state.place == .client)
        #expect(desk.state.form == nil)
    }

    @Test("a press on a tab and on a hint does what its key does", arguments: [Look(), Look(glyphs: .ascii)])
    func keys(_ look: Look) {
        var desk = Desk()
        desk.click("2 Permits", look)
        #expect(desk.state.place == .matrix)
        desk.click("q back", look)
        #expect(desk.state.place == .home)
        desk.click("n new client", look)
        #expect(desk.state.place == .form)
        desk.click("esc leave", look)
        #expect(desk.state.place == .home)
        desk.click("? help", look)
        #expect(desk.state.place == .help)
        desk.press("q n")
        desk.click("2 Permits", look)
        #expect(desk.state.place == .form, "what was typed would be lost")
    }

    @Test("a cell of the matrix is chosen by its row and column, and opened")
    func cells() {
        var desk = Desk()
        desk.press("2")
        let line = desk.frame().lines.firstIndex { $0.contains("Kimi chat") } ?? 0
        let cell = Position(column: desk.state.nameWidth + State.cellWidth * 2 + 1, row: line)
        desk.click(at: cell)
        #expect(desk.state.matrixTool?.name == "Kimi chat")
        #expect(desk.state.matrix.columns[at: desk.state.matrix.column]?.client == "mercer")
        desk.click(at: cell)
        #expect(desk.state.place == .why)
        #expect(desk.state.why.request?.client == "mercer")
    }

    @Test("in a long list the second press opens what the first one chose, though the list has moved")
    func longList() {
        var world = sampleWorld()
        world.clients = (0..<200).map { Client(id: "c\($0)", name: "Client \($0)", tag: "C\($0 % 90)") }
        var desk = Desk(world)
        desk.press("end")
        let place = Position(column: 8, row: 6)
        desk.click(at: place)
        let chosen = desk.state.chosenEntry?.id
        desk.click(at: place)
        #expect(desk.state.place == .client)
        #expect(desk.state.client.id == chosen)
    }

    @Test("a key between two presses makes the second one a first one")
    func between() {
        var desk = Desk()
        desk.click("MER")
        desk.press("down up")
        desk.click("MER")
        #expect(desk.state.place == .home)
    }

    @Test("the wheel moves the choice by three rows")
    func wheel() {
        var desk = Desk()
        desk.send(.input(.mouse(Mouse(.wheelDown, at: Position(column: 3, row: 9)))))
        #expect(desk.state.home.row == 3)
        #expect(desk.state.place == .home)
        desk.send(.input(.mouse(Mouse(.wheelUp, at: Position(column: 3, row: 9)))))
        #expect(desk.state.home.row == 0)
    }

    @Test("in a form a press goes to a field, takes a choice, and opens a list at the second press")
    func forms() {
        var desk = Desk(size: Size(columns: 120, rows: 40))
        desk.press("o")
        desk.click("( ) never")
        #expect(desk.state.form?["disclosure"]?.chosen == ["never"])
        desk.click("Title")
        #expect(desk.state.form.map { $0.fields[$0.focus].id } == "title")
        desk.click("Kind")
        desk.click("Kind")
        #expect(desk.state.focus == .pick)
        desk.click(") msa", times: 2)
        #expect(desk.state.form?["kind"]?.chosen == ["msa"])
    }

    @Test("nothing under a dialog answers, and a question is answered by a press on yes or no")
    func dialogs() {
        var desk = Desk()
        desk.press("e 'x esc")
        #expect(desk.state.focus == .confirm)
        let before = desk.state
        desk.click(at: Position(column: 4, row: 6))
        desk.click("2 Permits")
        #expect(desk.state.focus == .confirm && desk.state.place == before.place)
        desk.click("esc no")
        #expect(desk.state.overlay == nil && desk.state.place == .form)
        desk.press("esc")
        desk.click("yes")
        #expect(desk.state.place == .home)
    }

    @Test("a launch is never started by presses on its conditions")
    func launch() {
        var desk = Desk()
        desk.press("2 j s")
        #expect(desk.state.focus == .launch)
        desk.click("strip names", times: 4)
        #expect(desk.sessions.isEmpty)
        #expect(desk.state.focus == .launch)
    }

    @Test(
        "every part that answers does so twice, and the screen is drawn after it",
        arguments: journeys.map(\.name))
    func everywhere(_ name: String) {
        var desk = Desk()
        desk.press(journeys.first { $0.name == name }?.script ?? "")
        let frame = desk.frame()
        let state = desk.state
        var seen: Set<Target> = []
        for row in 0..<frame.size.rows {
            for column in 0..<frame.size.columns {
                var mouse = Mouse(.left, at: Position(column: column, row: row))
                mouse.target = frame.target(at: mouse.position)
                guard let target = mouse.target, seen.insert(target).inserted else { continue }
                desk.state = state
                desk.send(.input(.mouse(mouse)))
                desk.send(.input(.mouse(mouse)))
                #expect(desk.frame().size == frame.size)
            }
        }
        #expect(state.overlay != nil || seen.count > Place.tabs.count, "nothing answers in \(name)")
    }
}
