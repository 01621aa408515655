/// Why the ledger cannot do what it was asked; each says what is wrong and what to do.
package enum LedgerError: Error, Hashable, Sendable {
    /// There is no ledger in this home.
    case absent(home: String)
    /// The file or folder is not what it should be; the reason is a half-sentence.
    case unsafe(path: String, reason: String)
    /// Written by a newer version of the program.
    case tooNew(version: Int)
    /// A file of that name is there, but no ledger of this program.
    case foreign(path: String)
    case damaged(detail: String)
    /// Another program held the ledger for longer than this one waits.
    case locked
    case full
    case readOnly
    /// Reading or writing failed for another reason; the text is SQLite's.
    case failed(detail: String)
    /// The change does not fit what is recorded.
    case conflict(detail: String)
    /// There is no item of that noun and id.
    case notFound(noun: String, id: String)
    /// A program that does the work is not installed.
    case missing(program: String)
    /// The program age refused, for example a key or a passphrase; the text is its own.
    case cipher(detail: String)
    /// The program age could not open a backup: another key, or no whole backup; the text is its own.
    case sealed(detail: String)
    /// A file that is to be made is there.
    case taken(path: String)
    /// The log does not fit its seal, so nothing may be added to it.
    case logDamaged(detail: String)

    /// One sentence for a person.
    ///
    /// It may hold a path: escape it before it reaches a terminal.
    package var message: String {
        switch self {
        case .absent(let home): "There is no ledger in \(home): run bulkhead init, or import a workspace."
        case .unsafe(let path, let reason): "\(path) \(reason); nothing was opened."
        case .tooNew(let version):
            "The ledger is from a newer Bulkhead (format \(version), this one knows \(Schema.version)): "
                + "update the program."
        case .foreign(let path): "\(path) is no ledger of Bulkhead; it was left as it is."
        case .damaged(let detail):
            "The ledger is damaged (\(detail)): run bulkhead doctor, or restore a backup with "
                + "bulkhead restore-backup."
        case .locked: "The ledger is locked by another program: try again when it is done."
        case .full: "The disk is full: nothing was changed. Free some space and try again."
        case .readOnly: "The ledger cannot be written (read-only file or file system): nothing was changed."
        case .failed(let detail): "The ledger could not be read or written (\(detail)): nothing was changed."
        case .conflict(let detail): "This does not fit what is recorded: \(detail)."
        case .notFound(let noun, let id): "There is no \(noun) \(id)."
        case .missing(let program): "The program \(program) is not installed: nothing was changed."
        case .cipher(let detail): "age could not do it (\(detail)): nothing was changed."
        case .sealed(let detail):
            "The backup could not be opened (\(detail)): nothing was changed. Name its key with --identity, or take "
                + "another backup."
        case .taken(let path): "\(path) is there already: name a new file, or move that one away first."
        case .logDamaged(let detail):
            "The log does not fit its seal (\(detail)), so nothing is added to it: run bulkhead log verify."
        }
    }

    /// A short name for `--json`.
    package var code: String {
        switch self {
        case .absent, .notFound: "not-found"
        case .unsafe: "unsafe"
        case .tooNew: "too-new"
        case .foreign, .damaged: "damaged"
        case .locked: "locked"
        case .full: "disk-full"
        case .readOnly: "read-only"
        case .failed: "failed"
        case .conflict: "conflict"
        case .missing: "missing"
        case .cipher: "cipher"
        case .sealed: "sealed"
        case .taken: "taken"
        case .logDamaged: "log-damaged"
        }
    }

    /// The exit code: 4 where something is not there, 2 where what was given is not fit, 40 where a program is missing,
    /// else 3.
    package var exitCode: Int32 {
        switch self {
        case .absent, .notFound: 4
        case .conflict, .cipher, .taken: 2
        case .missing: 40
        default: 3
        }
    }
}
