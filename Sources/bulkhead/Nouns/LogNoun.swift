import ArgumentParser
import Documents
import Glibc
import Ledger

struct LogNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "What was changed, asked, opened and refused.",
        subcommands: [List.self, Verify.self, Export.self])

    struct List: Work {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The rows of the log, oldest first.")
        @OptionGroup var options: PlaceOptions
        @Option(help: "Only the last rows, so many.") var last: Int = 100

        func work() throws -> Exit {
            guard last > 0 else { throw Failure(.usage, "--last counts rows: at least 1.") }
            let desk = try Desk(options.place)
            let rows = try guarded { try desk.ledger.recentLog(limit: last) }.reversed()
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("log")
                    json.array { json in
                        for row in rows {
                            json.object { json in
                                json.key("seq")
                                json.int(row.sequence)
                                json.key("at")
                                json.string(row.at)
                                json.key("kind")
                                json.string(row.kind)
                                json.key("body")
                                json.string(row.body)
                                json.key("hash")
                                json.string(hexadecimal(row.hash))
                            }
                        }
                    }
                }
                json.newline()
                print(bytes: json.bytes)
            } else {
                for row in rows { say("\(row.sequence)  \(row.at)  \(row.kind)  \(row.body)") }
            }
            return .done
        }
    }

    struct Verify: Work {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Check that no row was changed, taken away, put in or moved.",
            discussion: """
                Found are edits, deletion, truncation and reordering after the fact; a rollback to an older copy is found \
                against a receipt you hold, or a later copy in the folder backups. A lie told by you is not found. Exits \
                with 0, or 3 where the log is damaged.
                """)
        @OptionGroup var options: PlaceOptions
        @Option(
            help: "The head of the log on an earlier day, as reports and backups print it; may be repeated.")
        var receipt: [String] = []
        @Option(
            name: .customLong("first-key"), help: "A file that holds the first key; - for standard input.")
        var firstKey: String?

        func work() throws -> Exit {
            let receipts = try receipt.map { text in
                guard let receipt = LogReceipt(text) else {
                    throw Failure(.usage, "\"\(text)\" is no receipt: it is a number, a dash and 64 digits.")
                }
                return receipt
            }
            let key = try firstKey.map { file in
                let text = trimmed(String(decoding: try read(file).filter { $0 != 0x0A }, as: UTF8.self))
                guard let key = bytes(hexadecimal: text), key.count == 32 else {
                    throw Failure(.usage, "\(file) holds no first key: it is 64 hexadecimal digits.")
                }
                return key
            }
            let desk = try Desk(options.place)
            let found = try guarded { try desk.ledger.verifyLog(firstKey: key, receipts: receipts) }
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("ok")
                    json.bool(found.ok)
                    json.key("first_bad")
                    if let row = found.firstBad { json.int(row) } else { json.null() }
                    json.key("damage")
                    json.string(found.damage?.rawValue)
                    json.key("head")
                    json.string(found.head?.text)
                }
                json.newline()
                print(bytes: json.bytes)
            } else if let damage = found.damage {
                say("The log is damaged at row \(found.firstBad ?? 0): \(damage.rawValue).")
                if let copy = found.witness {
                    complain(
                        "backups/\(copy) knows that row otherwise. Where you began the ledger anew yourself, move the older copies away."
                    )
                }
                complain(
                    "Compare it with a backup: 'bulkhead restore-backup FILE' keeps the present ledger beside it."
                )
            } else {
                say("\(found.rows) rows, no damage. Head: \(found.head?.text ?? "none")")
            }
            return found.ok ? .done : .damaged
        }
    }

    struct Export: Work {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Print the log as lines that public tools can check.",
            discussion: "Each line is a SHA-256 in hexadecimal, a space, and the text it was made of.")
        @OptionGroup var options: PlaceOptions

        func work() throws -> Exit {
            let desk = try Desk(options.place)
            if options.json {
                let rows = try guarded { try desk.ledger.log() }
                var json = JSONWriter()
                json.object { json in
                    json.key("log")
                    json.array { json in
                        var previous = LogRow.origin
                        for row in rows {
                            json.object { json in
                                json.key("hash")
                                json.string(hexadecimal(row.hash))
                                json.key("line")
                                json.string(row.line(after: previous))
                            }
                            previous = row.hash
                        }
                    }
                }
                json.newline()
                print(bytes: json.bytes)
                return .done
            }
            try guarded {
                try desk.ledger.exportLog { line in
                    say(String(line.hasSuffix("\n") ? line.dropLast() : line[...]))
                }
            }
            return .done
        }
    }
}
