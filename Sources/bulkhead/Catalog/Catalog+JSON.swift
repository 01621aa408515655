import Documents
import Permits

extension JSONWriter {
    /// Writes a surface under the names of the catalog file.
    ///
    /// - Parameter reviews: What the freelancer read about it, under the names of the workspace file; nil to leave them
    ///   out.
    mutating func surface(_ surface: Surface, reviews: [Review]? = nil) {
        beginObject()
        key("id")
        string(surface.id)
        key("name")
        string(surface.name)
        key("plan")
        string(surface.plan)
        key("capabilities")
        strings(surface.capabilities)
        key("hosts")
        strings(surface.hosts)
        key("launch")
        launch(surface.launch)
        key("facts")
        beginObject()
        var keys: [FactKey] = []
        for fact in surface.facts where !keys.contains(fact.key) { keys.append(fact.key) }
        for name in keys {
            key(data: name.name)
            beginArray()
            for fact in surface.facts where fact.key == name { self.fact(fact) }
            endArray()
        }
        endObject()
        key("note")
        string(surface.note)
        if let reviews {
            key("reviews")
            beginArray()
            for review in reviews { self.review(review) }
            endArray()
        }
        endObject()
    }

    private mutating func review(_ review: Review) {
        beginObject()
        key("key")
        string(review.key.name)
        key("value")
        review.value.write(to: &self)
        key("source")
        string(review.source)
        key("retrieved")
        string(review.retrieved.description)
        key("note")
        string(review.note)
        endObject()
    }

    private mutating func launch(_ launch: Surface.Launch) {
        let (way, target): (StaticString, String?) =
            switch launch {
            case .browser(let address): ("browser", address)
            case .command(let command): ("command", command)
            case .gateway(let gateway): ("gateway", gateway)
            case .local(let local): ("local", local)
            case .none(let reason): ("none", reason)
            }
        beginObject()
        key(way)
        string(target)
        endObject()
    }

    private mutating func fact(_ fact: Fact) {
        beginObject()
        key("value")
        fact.value.write(to: &self)
        key("source")
        string(fact.source)
        key("retrieved")
        string(fact.retrieved.description)
        key("confidence")
        string(fact.confidence)
        key("note")
        string(fact.note)
        if let regions = fact.appliesIn {
            key("applies_in")
            strings(regions)
        }
        endObject()
    }
}
