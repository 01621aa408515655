import Documents
import Permits

/// Everything known about a surface as lines for a person.
struct SurfaceSheet {
    let surface: Surface
    let catalog: Catalog
    let reviews: [Review]

    var lines: [String] {
        var lines = ["\(surface.name)  (\(surface.id))"]
        if let plan = surface.plan { lines.append("plan: \(plan)") }
        if !surface.capabilities.isEmpty {
            lines.append("can: " + surface.capabilities.joined(separator: ", "))
        }
        if !surface.hosts.isEmpty { lines.append("hosts: " + surface.hosts.joined(separator: ", ")) }
        lines.append("opens as: \(launch)")
        if let note = surface.note { lines.append("note: \(note)") }
        lines += ["", "Facts"] + describe(surface.facts)
        if let vendor = catalog.vendors.first(where: { $0.id == surface.vendor }), !vendor.facts.isEmpty {
            lines += ["", "Facts of \(vendor.name)"] + describe(vendor.facts)
        }
        if !reviews.isEmpty {
            lines += ["", "Your reviews"]
            for review in reviews {
                let value = review.value.words.joined(separator: ", ")
                lines.append("  \(review.key.name) = \(value); \(review.source), read \(review.retrieved)")
                if let note = review.note { lines.append("      \(note)") }
            }
        }
        return lines
    }

    private var launch: String {
        switch surface.launch {
        case .browser(let address): "browser at \(address)"
        case .command(let command): "command \(command)"
        case .gateway(let gateway): "gateway \(gateway)"
        case .local(let local): "local \(local)"
        case .none(let reason): "nothing, it is judged only" + (reason.map { ": \($0)" } ?? "")
        }
    }

    private func describe(_ facts: [Fact]) -> [String] {
        var lines: [String] = []
        var keys: [FactKey] = []
        for fact in facts where !keys.contains(fact.key) { keys.append(fact.key) }
        for key in keys {
            let values = facts.filter { $0.key == key }
            if Set(values.map(\.value)).count > 1 { lines.append("  \(key.name): sources disagree") }
            for fact in values {
                let words = fact.value.words.joined(separator: ", ")
                let source = catalog.sources.first { $0.id == fact.source }
                var line =
                    "  \(key.name) = \(words.isEmpty ? "none" : words); \(source?.url ?? fact.source)"
                if let date = source?.date { line += " of \(date)" }
                line += ", read \(fact.retrieved)"
                if let confidence = fact.confidence { line += ", confidence \(confidence)" }
                if let regions = fact.appliesIn { line += ", only in " + regions.joined(separator: ", ") }
                lines.append(line)
                if let note = fact.note { lines.append("      \(note)") }
            }
        }
        return lines.isEmpty ? ["  none"] : lines
    }
}
