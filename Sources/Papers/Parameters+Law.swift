/// Parameters that tell the law, and how the agreement changes.
extension Parameters {
    func law() -> Parameter {
        var fields: [Parameter.Field] = []
        var law: Parameter?
        var forum: Parameter?
        if let name = texts.indices.first(where: {
            texts[$0] == "governing" && words[$0].capital && $0 + 1 < texts.count && texts[$0 + 1] == "law"
                && words[$0 + 1].capital
        }) {
            law = record(
                (
                    "ref",
                    .text(
                        facts.outline.text.slice(
                            words[name].range.lowerBound..<words[name + 1].range.upperBound))
                ))
        }
        if law == nil, let code = Places.law(in: words) { law = .text(code) }
        for (index, text) in texts.enumerated()
        where text == "jurisdiction" || text == "courts" || text == "in" {
            if text != "in", words[index].capital, index > 0,
                ["in", "such", "the"].contains(texts[index - 1]), forum == nil
            {
                forum = record(("ref", .text(facts.outline.text.slice(words[index].range))))
            }
        }
        // The forum of a form still to be filled stands in brackets.
        if forum == nil, let first = passages.first, let last = passages.last {
            let range = first.range.lowerBound..<last.range.upperBound
            let scalars = facts.outline.text.scalars
            if let open = scalars[range].firstIndex(of: "["),
                let close = scalars[open..<range.upperBound].firstIndex(of: "]"), close - open < 60
            {
                forum = record(("ref", .text(facts.outline.text.slice((open + 1)..<close))))
            }
        }
        if forum == nil, let place = Places.court(in: words) { forum = .text(place) }
        if let law { fields.append(.init("law", law)) }
        if let forum { fields.append(.init("forum", forum)) }
        let exclusive = has("exclusive", "exclusively", "sole", "solely") && !has("nonexclusive")
        fields.append(.init("exclusive", .flag(exclusive)))
        return .record(fields)
    }

    func amendment() -> Parameter {
        let signed = hasBeginning("signed", "executed", "signature")
        let form = signed ? "signed_writing_both" : has("email") ? "email" : "writing"
        return record(("form", .text(form)), ("supersedes_prior", .flag(clauseHasBeginning("supersede"))))
    }
}
