/// The head of the log in one of the copies in `backups`.
struct KeptHead {
    /// The file's name.
    var name: String
    /// When its last row was written, as the log says it.
    var at: String
    var head: LogReceipt
}
