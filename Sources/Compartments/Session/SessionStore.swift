/// What a session needs of the ledger.
package protocol SessionStore {
    /// Adds a row without an end and returns its number.
    func begin(_ record: SessionRecord) throws -> Int64
    /// Replaces what is known of the hosts that a session asked for.
    func note(_ session: Int64, reached: [SessionRecord.Contact], refused: [SessionRecord.Contact]) throws
    /// Ends a row.
    func finish(_ session: Int64, at end: Int64, cause: EndCause) throws
    /// The numbers of the rows without an end.
    func unfinished() throws -> [Int64]
}
