import CSQLite
import Permits

/// The current row of a statement; valid until the next step.
struct Row {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func flag(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }

    /// The bytes of a text; empty for NULL.
    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// Lends the bytes of five columns, texts or blobs, until `body` ends.
    func withBytes(
        _ first: Int32, _ second: Int32, _ third: Int32, _ fourth: Int32, _ fifth: Int32,
        _ body: (
            UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>,
            UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>
        ) -> Void
    ) {
        func lent(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
            // Neither a text nor a blob is converted, so the pointers stay.
            let start = sqlite3_column_blob(statement, column)
            return UnsafeBufferPointer(
                start: start?.assumingMemoryBound(to: UInt8.self),
                count: Int(sqlite3_column_bytes(statement, column)))
        }
        body(lent(first), lent(second), lent(third), lent(fourth), lent(fifth))
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// A date; nil for NULL.
    ///
    /// Reads the digits in place, for there are many.
    func optionalDay(_ column: Int32) throws -> Day? {
        guard !isNull(column) else { return nil }
        let bytes = bytes(column)
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        guard bytes.count == 10,
            let day = Day(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        else { throw LedgerError.damaged(detail: "a date that is none") }
        return day
    }

    func day(_ column: Int32) throws -> Day {
        guard let day = try optionalDay(column) else {
            throw LedgerError.damaged(detail: "a date is missing")
        }
        return day
    }

    /// A word of an enumeration.
    func word<Word: RawRepresentable>(_ column: Int32, _ type: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        let text = text(column)
        guard let word = Word(rawValue: text) else { throw LedgerError.damaged(detail: "an unknown word") }
        return word
    }

    func optionalWord<Word: RawRepresentable>(_ column: Int32) throws -> Word?
    where Word.RawValue == String {
        isNull(column) ? nil : try word(column)
    }

    /// The words of a text, split at spaces.
    func words(_ column: Int32) -> [String] {
        let bytes = bytes(column)
        var words: [String] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x20 { end += 1 }
            if end > start {
                let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
                words.append(String(decoding: word, as: UTF8.self))
            }
            start = end + 1
        }
        return words
    }

    func categories(_ column: Int32) throws -> DataCategories {
        var set: DataCategories = []
        for word in words(column) {
            guard let category = DataCategory(rawValue: word) else {
                throw LedgerError.damaged(detail: "an unknown data category")
            }
            set.formUnion(DataCategories(category))
        }
        return set
    }

    func duties(_ column: Int32) throws -> Duties {
        var set: Duties = []
        for word in words(column) {
            guard let duty = Duty(rawValue: word) else {
                throw LedgerError.damaged(detail: "an unknown duty")
            }
            set.formUnion(Duties(duty))
        }
        return set
    }

    func period(_ column: Int32) throws -> Period? {
        guard let text = optionalText(column) else { return nil }
        guard let period = Period(text) else { throw LedgerError.damaged(detail: "a period that is none") }
        return period
    }
}
