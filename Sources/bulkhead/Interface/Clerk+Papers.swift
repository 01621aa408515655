import Documents
import Glibc
import Ledger
import Papers
import Permits
import Screens

extension Clerk {
    /// The standard forms that can be chosen by name.
    func forms() -> [Field.Option] {
        ImportedAgreement.forms().map { Field.Option($0.id, "\($0.name) \($0.version)") }
    }

    /// Records the terms of a paper, marked with how far each was read.
    func save(
        _ agreement: Agreement, terms: [String: ReadingMark], kinds: [String: ReadingMark]
    ) throws {
        var agreement = agreement
        for place in agreement.obligations.indices where !agreement.obligations[place].archived {
            switch terms[agreement.obligations[place].id] {
            case .unknown: agreement.obligations[place].reading = .unknown
            case .unread, .absent: agreement.obligations[place].reading = .proposed
            case .recorded, nil: break
            }
        }
        try desk.ledger.put(agreement)
        let absent = agreement.obligations.filter(\.archived).map(\.id)
        let recorded = terms.filter { $0.value == .recorded }.keys.sorted()
        let unknown = terms.filter { $0.value == .unknown }.keys.sorted()
        for reading in [
            TermReading(.recorded, of: recorded), TermReading(.unknown, of: unknown),
            TermReading(.absent, of: absent),
        ] where !reading.terms.isEmpty { try desk.ledger.record(reading.event.kind, reading.event.body) }
        // Who read what, and found it absent or open, is evidence too.
        let read = KindReadings(of: agreement.id, kinds).event
        try desk.ledger.record(read.kind, read.body)
        forget()
    }

    /// Reads a paper on a thread of its own, for as long as nobody stops it.
    ///
    /// - Returns: the paper as a screen shows it.
    static func paper(_ source: PaperSource, client: String, at place: Place) throws(Failure) -> PaperPage {
        let desk = try Desk(place)
        let world = try desk.workspace()
        let taken = Set(world.agreements.map(\.id))
        let operatesAs = world.settings.operatesAs
        switch source {
        case .file(let path):
            let path = wholePath(path)
            let imported = try ImportedAgreement(
                path, prefix: client, operatesAs: operatesAs
            ) { _ in DateFacts() }
            let form = imported.recognition.flatMap { found in
                ImportedAgreement.forms().first { $0.id == found.form }
            }
            return PaperPage(
                client: client, source: .file(path), title: String(path.split(separator: "/").last ?? ""),
                recognition: imported.recognition, warnings: imported.paper.warnings,
                text: imported.paper.text,
                proposals: imported.proposals, variables: form?.variables ?? [],
                fileHash: imported.fileHash, operatesAs: operatesAs, taken: taken)
        case .form(let id):
            guard let form = ImportedAgreement.forms().first(where: { $0.id == id }) else {
                throw Failure(.notFound, "There is no form \"\(id)\".")
            }
            let text = PaperText(form.full)
            return PaperPage(
                client: client, source: source, title: "\(form.name) \(form.version)", text: text,
                proposals: Reading(Outline(text)).proposals, variables: form.variables,
                operatesAs: operatesAs, taken: taken)
        }
    }
}

/// A path with the person's own folder in place of `~`.
func wholePath(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst()
}

/// The files and folders whose path begins as typed, folders with a slash behind; at most some.
func paths(beginning typed: String) -> [String] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let start = slash.map { typed[typed.index(after: $0)...] } ?? typed[...]
    guard let directory = opendir(folder.isEmpty ? "." : wholePath(folder)) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory), found.count < 2000 {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard name != ".", name != "..", name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix(".")
        else {
            continue
        }
        var status = stat()
        let isFolder = stat(wholePath(folder + name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        found.append(folder + name + (isFolder ? "/" : ""))
    }
    return found.sorted()
}
