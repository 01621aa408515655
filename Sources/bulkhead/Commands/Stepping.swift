import ArgumentParser
import Documents
import Ledger

/// `undo` and `redo`: one step through the changes of the records.
protocol Stepping: Work {
    static var direction: Ledger.Direction { get }
    /// What is said of a step: before it, after it, and where there is none.
    static var words: (question: String, done: String, none: String) { get }
    var dryRun: Bool { get }
    var yes: Bool { get }
}

extension Stepping {
    func work() throws -> Exit {
        let desk = try Desk(options.place)
        guard let row = try guarded({ try desk.ledger.nextStep(Self.direction) }) else {
            throw Failure(.notFound, Self.words.none)
        }
        let before = writeWorkspace(try desk.workspace())
        let after =
            try guarded { try desk.ledger.preview(Self.direction) }.map { writeWorkspace($0) } ?? before
        let lines = String(decoding: LineDifference.lines(from: before, to: after), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        if !options.json {
            complain("Row \(row.sequence) of \(row.at): \(row.kind) \(row.body)")
            say(lines)
        }
        let isDone = dryRun ? false : try asked(Self.words.question, yes: yes, at: options.place)
        if isDone {
            _ = try guarded { try desk.ledger.step(Self.direction, expecting: row.sequence) }
            desk.renewTag()
            if !options.json { complain(Self.words.done) }
        }
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("done")
                json.bool(isDone)
                json.key("seq")
                json.int(row.sequence)
                json.key("at")
                json.string(row.at)
                json.key("kind")
                json.string(row.kind)
                json.key("body")
                json.string(row.body)
                json.key("lines")
                json.array { json in for line in lines { json.string(line) } }
            }
            json.newline()
            print(bytes: json.bytes)
        }
        return isDone || dryRun ? .done : .refused
    }
}
