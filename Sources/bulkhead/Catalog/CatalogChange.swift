import Documents
import Permits

/// What differs between two catalogs: facts, and the verdicts of a workspace that come out otherwise.
struct CatalogChange {
    struct Differing {
        var surface: String
        var key: FactKey
        var before: [FactValue]
        var after: [FactValue]
    }

    struct Turned {
        var surface: String
        var client: String
        var engagement: String?
        /// nil where the surface was not known.
        var before: Outcome?
        var after: Outcome?
    }

    let facts: [Differing]
    let verdicts: [Turned]

    /// - Parameters:
    ///   - workspace: Whose active jobs are judged.
    ///   - old: The catalog before.
    ///   - new: The catalog after.
    ///   - day: The day to judge by.
    init(workspace: World, from old: Catalog, to new: Catalog, on day: Day) {
        facts = CatalogChange.facts(old, new)
        var before = workspace
        before.catalog = old
        var after = workspace
        after.catalog = new
        let (then, now) = (Judge(before), Judge(after))
        let (known, knows) = (Set(old.surfaces.map(\.id)), Set(new.surfaces.map(\.id)))
        var turned: [Turned] = []
        for client in workspace.clients where !client.archived {
            let active = client.engagements.filter { $0.status == .active && !$0.archived }.map(\.id)
            let jobs: [String?] = active.isEmpty ? [nil] : active
            for job in jobs {
                for surface in old.surfaces.map(\.id) + new.surfaces.map(\.id).filter({ !known.contains($0) })
                {
                    let request = Request(client: client.id, engagement: job, surface: surface, at: day)
                    let was = known.contains(surface) ? (try? then.decide(request))?.outcome : nil
                    let isNow = knows.contains(surface) ? (try? now.decide(request))?.outcome : nil
                    guard was != isNow, was != nil else { continue }
                    turned.append(
                        Turned(
                            surface: surface, client: client.id, engagement: job, before: was, after: isNow))
                }
            }
        }
        verdicts = turned
    }

    private static func facts(_ old: Catalog, _ new: Catalog) -> [Differing] {
        let lists = [old.facts, new.facts]
        var subjects: [String] = []
        for list in lists {
            for (id, _) in list where !subjects.contains(id) { subjects.append(id) }
        }
        let (before, after) = (Dictionary(old.facts) { $1 }, Dictionary(new.facts) { $1 })
        return subjects.flatMap { id -> [Differing] in
            let (was, isNow) = (before[id] ?? [], after[id] ?? [])
            var keys: [FactKey] = []
            for fact in was + isNow where !keys.contains(fact.key) { keys.append(fact.key) }
            return keys.compactMap { key in
                let (left, right) = (was.filter { $0.key == key }, isNow.filter { $0.key == key })
                guard left != right else { return nil }
                return Differing(surface: id, key: key, before: left.map(\.value), after: right.map(\.value))
            }
        }
    }

    /// The changes as lines for a person; empty where nothing differs.
    var lines: [String] {
        facts.map { fact in
            "\(fact.surface)  \(fact.key.name): \(words(fact.before)) -> \(words(fact.after))"
        } + verdictLines
    }

    /// The verdicts that turned, as lines for a person.
    var verdictLines: [String] {
        verdicts.map { verdict in
            let job = verdict.engagement.map { verdict.client + "/" + $0 } ?? verdict.client
            let (was, isNow) = (
                verdict.before?.rawValue ?? "not known", verdict.after?.rawValue ?? "not known"
            )
            return "\(verdict.surface) for \(job): \(was) -> \(isNow)"
        }
    }

    private func words(_ values: [FactValue]) -> String {
        values.isEmpty
            ? "not recorded"
            : values.map { $0.words.joined(separator: ",") }.joined(separator: " | ")
    }

    /// `{"facts":[{"surface","key","before","after"}],"verdicts":[{"surface","client","engagement","before","after"}]}`.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("facts")
            json.array { json in
                for fact in facts {
                    json.object { json in
                        json.key("surface")
                        json.string(fact.surface)
                        json.key("key")
                        json.string(fact.key.name)
                        json.key("before")
                        json.array { json in for value in fact.before { value.write(to: &json) } }
                        json.key("after")
                        json.array { json in for value in fact.after { value.write(to: &json) } }
                    }
                }
            }
            json.key("verdicts")
            json.array { json in
                for verdict in verdicts {
                    json.object { json in
                        json.key("surface")
                        json.string(verdict.surface)
                        json.key("client")
                        json.string(verdict.client)
                        json.key("engagement")
                        json.string(verdict.engagement)
                        json.key("before")
                        json.string(verdict.before?.rawValue)
                        json.key("after")
                        json.string(verdict.after?.rawValue)
                    }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}

extension Catalog {
    /// The facts of every vendor and surface by id.
    fileprivate var facts: [(String, [Fact])] {
        vendors.map { ($0.id, $0.facts) } + surfaces.map { ($0.id, $0.facts) }
    }
}
