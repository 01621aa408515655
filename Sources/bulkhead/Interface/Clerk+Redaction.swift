import Glibc
import Ledger
import Permits
import Redaction
import Screens

extension Clerk {
    /// The most bytes of a text that a person looks through span by span.
    private static let longestText = 1 << 20

    private func redactionDesk(_ job: Job, changes: Bool) throws(Failure) -> RedactionDesk {
        let name = job.engagement.map { "\(job.client)/\($0)" } ?? job.client
        return try RedactionDesk(desk, job: name, changes: changes, patience: 2)
    }

    /// The bytes of a text, wherever it is.
    private func bytes(of source: TextSource) throws(Failure) -> [UInt8] {
        let bytes: [UInt8]
        switch source {
        case .clipboard: bytes = try Clipboard.read()
        case .file(let path): bytes = try read(wholePath(path))
        case .text(let text): bytes = text
        }
        guard !bytes.isEmpty else { throw Failure(.usage, "There is no text in it.") }
        guard bytes.count <= Clerk.longestText else {
            throw Failure(
                .usage,
                "The text is longer than \(Clerk.longestText >> 20) MiB: 'bulkhead redact' takes texts of any length."
            )
        }
        return bytes
    }

    /// Looks through a text for what must not leave.
    func preview(_ source: TextSource, _ job: Job) throws(Failure) -> Preview {
        let text = try bytes(of: source)
        let work = try redactionDesk(job, changes: true)
        let map = try work.map(create: true)
        // Kept at once, so that two windows give a new job the same placeholders.
        if work.isNew { try work.keep(map) }
        return Preview(text, with: Detector(try work.dictionary()), map: map)
    }

    /// Keeps the placeholders and the receipt; what is left is to put the text on the clipboard.
    ///
    /// - Returns: what is said once it is there.
    func keep(
        _ text: Redacted, _ placeholders: TokenMap, _ job: Job, surface: String?
    ) throws(Failure) -> String {
        let work = try redactionDesk(job, changes: true)
        let verdict = try surface.map { name throws(Failure) in try work.verdict(on: name) }
        var map = placeholders
        guard map.merge(try work.map(create: true)) else {
            throw Failure(
                .refused,
                "Another program gave out the same placeholders meanwhile. Take the text in again with p.")
        }
        try work.keep(map)
        var receipt = SealedBox.Digest()
        receipt.add(text.bytes)
        try work.record(text.report, hash: receipt.finish(), surface: surface, verdict: verdict)
        return "\(text.report.maskedCount) masked"
    }

    /// Puts the real names back into an answer.
    func restored(_ source: TextSource, _ job: Job) throws(Failure) -> Answer {
        let text = try bytes(of: source)
        let work = try redactionDesk(job, changes: false)
        var restorer = Restorer(try work.map(create: false), in: .auto)
        let out = restorer.restore(text) + restorer.finish()
        try work.record(restored: restorer.restored, unknown: restorer.unknown.count)
        return .restored(String(decoding: out, as: UTF8.self), unknown: restorer.unknown.count)
    }

    /// Adds a term to a list of the client's dictionary.
    func learn(_ term: String, _ list: TermList, _ job: Job) throws -> Answer {
        guard let before = try desk.ledger.client(job.client) else {
            throw Failure(.notFound, "There is no client \"\(job.client)\" any more.")
        }
        var client = before
        func add(_ terms: inout [String]) { if !terms.contains(term) { terms.append(term) } }
        switch list {
        case .names: add(&client.redact.names)
        case .codenames: add(&client.redact.codenames)
        case .domains: add(&client.redact.domains)
        case .custom: add(&client.redact.custom)
        }
        try desk.ledger.put(client)
        forget()
        return .learned(before)
    }
}
