/// What a check of the log found.
package struct LogVerification: Hashable, Sendable {
    package enum Damage: String, Hashable, Sendable {
        /// A row does not hash to what it says, in the place where it stands.
        case edited
        /// A number is missing.
        case deleted
        /// Rows at the end are gone, which the seal, the keys or a receipt still count.
        case truncated
        /// The rows fit each other, but not the seal.
        case rewritten
        /// A row was not made with the key of its place.
        case forged
        /// The chain of keys was begun anew, and not with the key at hand.
        case resealed
        /// The seal beside the ledger is missing or unreadable.
        case unsealed
        /// The log fits its seal, but not a receipt or a copy from an earlier day: it was made anew, or an old copy
        /// stands in its place.
        case rolledBack = "rolled-back"
    }

    package var damage: Damage?
    /// The number of the first row that is wrong; one past the end where rows are missing there.
    package var firstBad: Int?
    /// The name of the copy in `backups` that knows the row otherwise; nil where something else told.
    package var witness: String?
    /// The number of rows.
    package var rows = 0
    /// The head of the log; nil where it is empty.
    package var head: LogReceipt?

    package var ok: Bool { damage == nil }
}
