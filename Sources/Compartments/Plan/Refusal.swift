/// Why a session does not start: one sentence, and the exit code that goes with it.
package struct Refusal: Error, Hashable, Sendable {
    /// A closed set, for scripts.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// Another client's session is open.
        package static let otherClient = Code(rawValue: "other-client-open")
        /// The same profile is open already.
        package static let profile = Code(rawValue: "profile-open")
        /// A duty is neither done nor acknowledged.
        package static let openDuties = Code(rawValue: "open-duties")
        package static let undetermined = Code(rawValue: "undetermined")
        package static let denied = Code(rawValue: "denied")
        /// A program or a kernel feature is missing.
        package static let missing = Code(rawValue: "missing-component")
        /// A folder of the engagement cannot be shown to a session.
        package static let folder = Code(rawValue: "folder")
        /// A precondition such as a VPN does not hold.
        package static let precondition = Code(rawValue: "precondition")
        package static let ledger = Code(rawValue: "ledger")
        /// The surface is judged only, or the command makes no sense.
        package static let usage = Code(rawValue: "usage")
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message as a person reads it.
    package var sentence: String {
        message.prefix(1).uppercased() + message.dropFirst() + (message.hasSuffix(".") ? "" : ".")
    }

    /// The form of every error with `--json`.
    package var json: String {
        JSONText.object([
            (
                "error",
                JSONText.object([
                    ("code", JSONText.string(code.rawValue)), ("message", JSONText.string(sentence)),
                ])
            )
        ])
    }

    package var exitCode: Int32 {
        switch code {
        case .denied: 30
        case .undetermined: 20
        case .ledger: 3
        case .usage: 2
        default: 40
        }
    }
}
