import Canvas
import Permits

extension Form {
    static func client(_ item: Client?, taken: Set<String>, tags: Set<String>) -> Form {
        var form = Form(
            .client(item), title: item == nil ? "New client" : "Client",
            fields: [
                Field("name", "Name", required: true, value: item?.name, help: "The client as it signs."),
                Field(
                    "tag", "Tag", required: true, value: item?.tag,
                    help:
                        "2 to 4 letters, or a short word in Chinese, Japanese or Korean. It stands in the title bar and "
                        + "heads the matrix; you type it before anything that cannot be taken back."),
                Field(
                    "aliases", "Also called", .words, value: item?.aliases.joined(separator: ", "),
                    help: "Parted by commas."),
                Field(
                    "jurisdiction", "Country", value: item?.jurisdiction,
                    help: "Where it has its seat, in two letters: FR, DE, US."),
                Field(
                    "conflict", "Competes in", value: item?.conflictClass,
                    help:
                        "Clients with the same word here compete: an account that held the material of one is closed to "
                        + "the other."),
                Field(
                    "terms", "Terms",
                    .choice([Field.Option("recorded", "written"), Field.Option("none", "none exist")]),
                    chosen: [item?.terms.rawValue ?? "recorded"],
                    help:
                        "\"None exist\" says that nothing was signed. Otherwise every answer is ?? until an agreement is "
                        + "recorded."),
                Field(
                    "names", "People", .words, value: item?.redact.names.joined(separator: ", "),
                    help: "Names that redaction masks, parted by commas."),
                Field(
                    "codenames", "Codenames", .words, value: item?.redact.codenames.joined(separator: ", "),
                    help: "Masked by redaction."),
                Field(
                    "domains", "Domains", .words, value: item?.redact.domains.joined(separator: ", "),
                    help: "Masked by redaction."),
                Field(
                    "custom", "Other words", .words, value: item?.redact.custom.joined(separator: ", "),
                    help: "Masked by redaction."),
                Field(
                    "exact", "Exact capitals", .words,
                    value: item?.redact.caseSensitive.joined(separator: ", "),
                    help:
                        "Terms from above that are masked only in these very capitals: Apple, but not apple."),
                Field(
                    "allowed", "Never masked", .words, value: item?.redact.allowed.joined(separator: ", "),
                    help: "Words that look like names or secrets and are none."),
            ], taken: taken)
        form.takenTags = tags.subtracting(item.map { [$0.tag] } ?? [])
        return form
    }

    func client(_ item: Client?) -> Client {
        let name = text("name") ?? ""
        let tag = text("tag") ?? ""
        var made =
            item
            ?? Client(
                id: freshID(from: name, fallback: freshID(from: tag, fallback: "client")), name: name,
                tag: tag)
        made.name = name
        made.tag = tag
        made.aliases = words("aliases")
        made.jurisdiction = text("jurisdiction").map(regionCode)
        made.conflictClass = text("conflict").map(slug)
        made.terms = choice("terms").flatMap { Client.Terms(rawValue: $0) } ?? .recorded
        made.redact.names = words("names")
        made.redact.codenames = words("codenames")
        made.redact.domains = words("domains")
        made.redact.custom = words("custom")
        made.redact.caseSensitive = words("exact")
        made.redact.allowed = words("allowed")
        return made
    }

    /// What is wrong with a tag.
    func tagFault(_ tag: String) -> String? {
        if takenTags.contains(where: { $0.lowercased() == tag.lowercased() }) {
            return "Another client has this tag."
        }
        guard (2...4).contains(displayWidth(tag)), Tag.isTag(tag) else {
            return "Write 2 to 4 letters, such as NOR."
        }
        return nil
    }
}
