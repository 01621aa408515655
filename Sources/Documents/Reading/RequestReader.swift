package import Permits

/// Reads requests from JSON lines, without building a tree.
package struct RequestReader {
    /// What is wrong with a line, as a sentence.
    package struct Problem: Error, Hashable, Sendable {
        package var message: String

        package init(message: String) { self.message = message }
    }

    /// The day for a request that names none.
    private let today: Day

    package init(today: Day) { self.today = today }

    /// Reads one line, an object of which only `client` and `surface` must be there.
    ///
    /// The keys are `client`, `engagement`, `surface`, `route`, `account`, `data`, `done` and `at`; a `null`
    /// counts as absent, any other key is an error.
    ///
    /// - Parameter line: the bytes of one line, without its end.
    package func read(_ line: UnsafeBufferPointer<UInt8>) throws(Problem) -> Request {
        var scanner = LineScanner(line: line)
        return try scanner.request(at: today)
    }
}

/// The state of reading one line.
private struct LineScanner {
    let line: UnsafeBufferPointer<UInt8>
    var position = 0

    init(line: UnsafeBufferPointer<UInt8>) { self.line = line }

    mutating func request(at today: Day) throws(RequestReader.Problem) -> Request {
        var request = Request(client: "", surface: "", at: today)
        try expect("{", "the line is no JSON object")
        var seen: UInt16 = 0
        if !skip("}") {
            repeat {
                let field = try key()
                guard seen & field.bit == 0 else {
                    throw .init(message: "the key \(field.rawValue) appears twice")
                }
                seen |= field.bit
                try expect(":", "a colon is missing after the key \(field.rawValue)")
                try value(of: field, into: &request)
            } while skip(",")
            try expect("}", "a comma or the end of the object is missing")
        }
        skipSpace()
        guard position == line.count else { throw .init(message: "something follows the end of the object") }
        guard !request.client.isEmpty else { throw .init(message: "client is missing") }
        guard !request.surface.isEmpty else { throw .init(message: "surface is missing") }
        return request
    }

    private enum Field: String, CaseIterable {
        case client, engagement, surface, route, account, data, done, at

        var bit: UInt16 {
            switch self {
            case .client: 1
            case .engagement: 2
            case .surface: 4
            case .route: 8
            case .account: 16
            case .data: 32
            case .done: 64
            case .at: 128
            }
        }

        /// The key as a line nearly always has it.
        var quoted: StaticString {
            switch self {
            case .client: "\"client\""
            case .engagement: "\"engagement\""
            case .surface: "\"surface\""
            case .route: "\"route\""
            case .account: "\"account\""
            case .data: "\"data\""
            case .done: "\"done\""
            case .at: "\"at\""
            }
        }
    }

    private mutating func key() throws(RequestReader.Problem) -> Field {
        skipSpace()
        for field in Field.allCases where skip(word: field.quoted) { return field }
        guard let name = try text() else { throw .init(message: "a key in quotes is missing") }
        guard let field = Field(rawValue: name) else {
            throw .init(
                message:
                    "the key \(quoted(name)) is not known; known are "
                    + Field.allCases.map(\.rawValue).joined(separator: ", ")
            )
        }
        return field
    }

    private mutating func value(of field: Field, into request: inout Request) throws(RequestReader.Problem) {
        if skipNull() { return }
        switch field {
        case .data:
            try words(or: "data category") { name in
                DataCategory(rawValue: name).map { request.data.formUnion(DataCategories($0)) } != nil
            }
        case .done:
            try words(or: "duty") { name in
                Duty(rawValue: name).map { request.done.formUnion(Duties($0)) } != nil
            }
        case .at:
            let text = try required(field)
            guard let day = Day(text) else {
                throw .init(message: "\(quoted(text)) is not a date (YYYY-MM-DD)")
            }
            request.at = day
        case .client: request.client = try required(field)
        case .engagement: request.engagement = try required(field)
        case .surface: request.surface = try required(field)
        case .route: request.route = try required(field)
        case .account: request.account = try required(field)
        }
    }

    private mutating func required(_ field: Field) throws(RequestReader.Problem) -> String {
        guard let text = try text() else { throw .init(message: "\(field.rawValue) must be a text") }
        guard !text.isEmpty else { throw .init(message: "\(field.rawValue) is empty") }
        return text
    }

    /// Reads a list of words.
    ///
    /// - Parameter take: takes a word; false where it is no `noun`.
    private mutating func words(
        or noun: String, _ take: (String) -> Bool
    ) throws(RequestReader.Problem) {
        try expect("[", "data and done must be lists")
        if skip("]") { return }
        repeat {
            guard let text = try text() else {
                throw .init(message: "a list holds something that is no text")
            }
            guard take(text) else { throw .init(message: "\(quoted(text)) is no \(noun)") }
        } while skip(",")
        try expect("]", "a comma or the end of the list is missing")
    }

    private mutating func skipSpace() {
        while position < line.count, line[position] <= 0x20 {
            switch line[position] {
            case 0x20, 0x09, 0x0D, 0x0A: position += 1
            default: return
            }
        }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < line.count, line[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(
        _ character: Unicode.Scalar, _ message: @autoclosure () -> String
    ) throws(RequestReader.Problem) {
        guard skip(character) else { throw .init(message: message()) }
    }

    private mutating func skipNull() -> Bool {
        skipSpace()
        return skip(word: "null")
    }

    /// Skips a word that stands right here.
    private mutating func skip(word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard line.count - position >= count else { return false }
        for index in 0..<count where line[position + index] != word.utf8Start[index] { return false }
        position += count
        return true
    }

    /// A JSON string; nil where none begins here.
    private mutating func text() throws(RequestReader.Problem) -> String? {
        guard skip("\"") else { return nil }
        let start = position
        var all: UInt8 = 0
        while position < line.count {
            let byte = line[position]
            all |= byte
            if byte == UInt8(ascii: "\"") {
                let slice = UnsafeBufferPointer(rebasing: line[start..<position])
                position += 1
                if all < 0x80 { return String(decoding: slice, as: UTF8.self) }
                guard let text = String(validating: slice, as: UTF8.self) else {
                    throw .init(message: "a text is not valid UTF-8")
                }
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
            guard byte >= 0x20 else { throw .init(message: "a control character stands in a text") }
            position += 1
        }
        throw .init(message: "the line ends inside quotes")
    }

    /// The rare string with escapes.
    private mutating func escapedText(from start: Int) throws(RequestReader.Problem) -> String {
        var bytes = Array(line[start...])[...]
        var text: [UInt8] = []
        while let byte = bytes.popFirst(), byte >= 0x20 {
            if byte == UInt8(ascii: "\"") {
                position = line.count - bytes.count
                guard let text = String(validating: text, as: UTF8.self) else {
                    throw .init(message: "a text is not valid UTF-8")
                }
                return text
            }
            if byte == UInt8(ascii: "\\") {
                guard let scalar = JSONEscape.read(&bytes) else {
                    throw .init(message: "a bad escape in a text")
                }
                text += scalar.utf8
            } else {
                text.append(byte)
            }
        }
        throw .init(message: "the line ends inside quotes")
    }
}
