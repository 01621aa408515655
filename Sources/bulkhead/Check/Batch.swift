import Documents
import Permits

/// Many requests, one JSON object a line in, one verdict a line out, in the same order.
struct Batch {
    var place: Place
    /// `-` for standard input.
    var file: String

    /// Judges every line and exits with `.usage` where one was invalid, which gets `{"error":…}` in its place, else
    /// with `.done`.
    func answer() throws(Failure) -> Never {
        let bytes = try read(file)
        let desk = try Desk(place)
        let reader = RequestReader(today: try place.day)
        let judge = Judge(try desk.world())
        var exit = Exit.done
        var json = JSONWriter(capacity: 1 << 20)
        var written = WrittenFindings()
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let rest = UnsafeBufferPointer(rebasing: bytes[start...])
                let end = start + (rest.firstIndex(of: 0x0A) ?? rest.count)
                let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
                start = end + 1
                if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
                do {
                    let verdict = try judge.decide(try reader.read(line))
                    json.verdict(verdict) { written.write($0, to: &$1) }
                } catch {
                    exit = .usage
                    let message = (error as? RequestReader.Problem)?.message ?? "\(error)"
                    json.object { json in
                        json.key("error")
                        json.string(message)
                    }
                }
                json.newline()
                if json.bytes.count > 1 << 19 {
                    print(bytes: json.bytes)
                    json.removeAll()
                }
            }
        }
        print(bytes: json.bytes)
        leave(exit)
    }
}
