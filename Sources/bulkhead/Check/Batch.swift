import Documents
import Permits

/// Many requests, one JSON object a line in, one verdict a line out, in the same order.
///
/// Lines are judged as they come in and answers are printed before more is waited for, so memory does not grow with them.
struct Batch {
    var place: Place
    /// `-` for standard input.
    var file: String
    /// Whether to say of each what would change the answer.
    var remedies = false

    /// Bytes of answers that are printed at one go.
    private static let portion = 1 << 18

    /// Judges every line and exits with `.usage` where one was invalid, which gets `{"error":…}` in its place, else
    /// with `.done`.
    func answer() throws(Failure) -> Never {
        var lines = try LineReader(file)
        let desk = try Desk(place)
        let reader = RequestReader(today: try place.day)
        let judge = Judge(try desk.world())
        var exit = Exit.done
        var writer = VerdictWriter(capacity: Batch.portion + 1 << 16)
        while try lines.read({ line in
            do {
                guard let line else { throw RequestReader.Problem(message: LineReader.tooLong) }
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
                let verdict = try judge.decide(try reader.read(line))
                writer.write(verdict, remedies: remedies ? Permits.remedies(judge, verdict) : nil)
            } catch {
                exit = .usage
                let message = (error as? RequestReader.Problem)?.message ?? "\(error)"
                writer.json.object { json in
                    json.key("error")
                    json.string(message)
                }
            }
            writer.json.newline()
            if writer.json.count > Batch.portion { writer.print() }
        }) { writer.print() }
        leave(exit)
    }
}

extension VerdictWriter {
    /// Prints what was written, and begins anew.
    fileprivate mutating func print() {
        bulkhead.print(json)
        json.removeAll()
    }
}
