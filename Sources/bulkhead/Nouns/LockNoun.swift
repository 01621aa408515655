import ArgumentParser
import Documents
import Glibc
import Ledger

struct LockNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "A passphrase or a security key in front of the interface.",
        discussion: """
            The interface asks at its start, and after some minutes without a key; until it is answered the screen shows \
            nothing. It keeps people away from your screen. It does not encrypt the ledger, and the commands do not ask.
            """,
        subcommands: [Status.self, Set.self, Remove.self])

    struct Status: Work {
        static let configuration = CommandConfiguration(
            commandName: "status", abstract: "Whether a lock is set, and which.")
        @OptionGroup var options: PlaceOptions

        func work() throws -> Exit {
            let home = try options.place.home
            let lock = try guarded { try InterfaceLock.read(home: home) }
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("lock")
                    json.string(lock.map { $0.word } ?? "none")
                    json.key("idle")
                    if let lock { json.int(lock.idle) } else { json.null() }
                }
                json.newline()
                print(bytes: json.bytes)
            } else if let lock {
                say(
                    "The interface is opened by a \(lock.word), and locks after \(lock.idle) s without a key."
                )
            } else {
                say("No lock is set: 'bulkhead lock set' sets one.")
            }
            return .done
        }
    }

    struct Set: Work {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Set the lock; one that is set already is asked first.",
            discussion: """
                The passphrase is asked for twice on the terminal, or read as lines from standard input: first the one in \
                force, if any, then the new one. With --command no passphrase is set: the interface runs that program on \
                its terminal, and opens when it exits with 0, as a check of a security key does; it has to open once now.
                """)
        @OptionGroup var options: PlaceOptions
        @Option(help: "Minutes without a key until it locks.") var minutes = 10
        @Option(
            name: .customLong("command"), parsing: .remaining,
            help: "The program that asks the security key, and its arguments; last on the line.")
        var program: [String] = []

        func work() throws -> Exit {
            guard (1...1440).contains(minutes) else {
                throw Failure(.usage, "--minutes is a number from 1 to 1440.")
            }
            guard program.allSatisfy({ !$0.contains("\n") }) else {
                throw Failure(.usage, "The program and its arguments cannot hold a line break.")
            }
            let desk = try Desk(options.place)
            try LockNoun.openInForce(desk)
            let lock: InterfaceLock
            if program.isEmpty {
                let secret = try readSecret("New passphrase: ")
                guard secret.count >= 8 else {
                    throw Failure(.usage, "A passphrase has at least 8 bytes; nothing was changed.")
                }
                if isatty(0) == 1, !(try readSecret("Once more: ").equals(secret)) {
                    throw Failure(.usage, "The two differ; nothing was changed.")
                }
                guard let made = InterfaceLock(secret, idle: minutes * 60) else {
                    throw Failure(.refused, "There is not enough memory to set a passphrase (64 MiB).")
                }
                lock = made
            } else {
                lock = InterfaceLock(kind: .command(program), idle: minutes * 60)
                guard try opens(lock) else {
                    throw Failure(
                        .refused,
                        "\(program[0]) does not open it now, and would shut you out: nothing was changed.")
                }
            }
            try guarded {
                try desk.ledger.record("lock", "set, by \(lock.word)")
                try lock.write(home: desk.ledger.path)
            }
            confirm(
                "The lock is set; it shuts the next time the interface opens.", lock.word, at: options.place)
            return .done
        }
    }

    struct Remove: Work {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take the lock away; it is asked first.")
        @OptionGroup var options: PlaceOptions

        func work() throws -> Exit {
            let desk = try Desk(options.place)
            guard try guarded({ try InterfaceLock.read(home: desk.ledger.path) }) != nil else {
                confirm("No lock is set.", "none", at: options.place)
                return .done
            }
            try LockNoun.openInForce(desk)
            try guarded {
                try desk.ledger.record("lock", "removed")
                try InterfaceLock.remove(home: desk.ledger.path)
            }
            confirm("There is no lock any more.", "none", at: options.place)
            return .done
        }
    }

    /// Asks the lock that is set, if there is one.
    fileprivate static func openInForce(_ desk: Desk) throws(Failure) {
        guard let lock = try guarded({ try InterfaceLock.read(home: desk.ledger.path) }) else { return }
        guard try opens(lock) else {
            throw Failure(.refused, "That does not open the lock in force; nothing was changed.")
        }
    }
}

extension InterfaceLock {
    /// What opens it, as a word.
    var word: String {
        switch kind {
        case .passphrase: "passphrase"
        case .command: "program"
        }
    }
}
