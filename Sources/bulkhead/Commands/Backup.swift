import ArgumentParser
import Documents
import Glibc
import Ledger

struct Backup: Work {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write an encrypted copy of the ledger, with the program age.",
        discussion: """
            Without --recipient, age asks for a passphrase on the terminal. The line that is printed is a receipt of the \
            log: kept elsewhere, it proves a later rollback with 'bulkhead log verify --receipt'.
            """)

    @OptionGroup var options: PlaceOptions
    @Option(help: "A public key of age or SSH; may be repeated.") var recipient: [String] = []
    @Argument(help: "The new file.") var file: String

    func work() throws -> Exit {
        let desk = try Desk(options.place)
        if recipient.isEmpty, !canAsk {
            throw Failure(
                .usage,
                "Without a terminal nobody can be asked for a passphrase: name a public key with --recipient."
            )
        }
        let receipt = try guarded { try desk.ledger.backup(to: file, recipients: recipient) }
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("file")
                json.string(file)
                json.key("receipt")
                json.string(receipt.text)
            }
            json.newline()
            print(bytes: json.bytes)
        } else {
            say(receipt.text)
            complain(
                "The backup lies in \(file). The line above is the receipt of its log: keep it elsewhere.")
        }
        return .done
    }

    /// Whether age finds a terminal to ask on.
    private var canAsk: Bool {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        if terminal >= 0 { close(terminal) }
        return terminal >= 0 || isatty(0) == 1
    }
}

struct RestoreBackup: Work {
    static let configuration = CommandConfiguration(
        commandName: "restore-backup", abstract: "Put a backup in the place of the ledger.",
        discussion: "A damaged backup is refused. The present ledger is kept beside the restored one.")

    @OptionGroup var options: PlaceOptions
    @Option(help: "The file with the secret key of age; a passphrase is asked for if absent.")
    var identity: String?
    @Argument(help: "What 'bulkhead backup' wrote.") var file: String

    func work() throws -> Exit {
        let home = try options.place.home
        let restored = try guarded {
            try Ledger.restoreBackup(file, identity: identity, home: home, moment: Int64(time(nil)))
        }
        (try? Desk(options.place))?.renewTag()
        if let kept = restored.kept { complain("The ledger that was there lies in \(kept).") }
        if let key = restored.firstKey {
            complain("The log begins a new chain of keys. Its first key, shown this once: \(key)")
        }
        confirm("Restored the ledger from \(file).", file, at: options.place)
        return .done
    }
}
