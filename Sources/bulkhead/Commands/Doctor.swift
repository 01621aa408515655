import ArgumentParser
import Compartments
import Documents
import Ledger

struct Doctor: Work {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Try what sessions need on this machine, and say what the wall is worth.",
        discussion:
            "Exits with 0 where a wall can be built, 40 where none can, 3 where the ledger is damaged.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        var probes = Probe.all()
        let machine = probes
        probes.append(ledger())
        probes += documents()
        probes += lookalikes()
        probes += settings()
        let grade = Grade(machine)
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key("grade")
                json.string(grade.rawValue)
                json.key("probes")
                json.array { json in
                    for probe in probes {
                        json.object { json in
                            json.key("name")
                            json.string(probe.name)
                            json.key("state")
                            json.string(probe.state.rawValue)
                            json.key("detail")
                            json.string(probe.detail)
                        }
                    }
                }
                json.key("limits")
                json.array { json in for limit in Grade.limits { json.string(limit) } }
            }
            json.newline()
            print(bytes: json.bytes)
        } else {
            for probe in probes {
                let padding = String(repeating: " ", count: max(1, 18 - probe.name.count))
                let state =
                    probe.state.rawValue + String(repeating: " ", count: 8 - probe.state.rawValue.count)
                say(state + probe.name + padding + probe.detail)
            }
            say()
            say(grade.sentence)
            for limit in Grade.limits { say("  " + limit) }
        }
        if probes.contains(where: { $0.name == "ledger" && $0.state == .failed }) { return .damaged }
        return grade == .none ? .refused : .done
    }

    /// Whether the signed papers are still the files that were read.
    private func documents() -> [Probe] {
        guard let papers = try? Desk(options.place).workspace().agreements else { return [] }
        return papers.filter { !$0.archived }.compactMap { paper in
            guard let document = paper.document, let recorded = document.sha256 else { return nil }
            let name = "document"
            guard let bytes = try? read(document.path) else {
                return Probe(name, .absent, "\(paper.id): the file is not where it was when it was recorded")
            }
            guard hexadecimal(sha256(bytes)) == recorded.lowercased() else {
                return Probe(
                    name, .failed,
                    "\(paper.id): the file is not the one that was recorded; read it anew with 'bulkhead agreement import'"
                )
            }
            return Probe(name, .ok, "\(paper.id): the file is the one that was recorded")
        }
    }

    /// Clients, accounts and surfaces of one's own that can be taken for another.
    private func lookalikes() -> [Probe] {
        guard let desk = try? Desk(options.place), let world = try? desk.workspace() else { return [] }
        let own = (try? OwnCatalog(options.place).ids) ?? []
        let surfaces = own.isEmpty ? [] : (try? desk.catalog().surfaces) ?? []
        return (Lookalikes(world).sentences + Lookalikes(surfaces, own: own).sentences)
            .map { Probe("names", .warning, $0) }
    }

    /// What keeps the interface from opening as its settings say.
    private func settings() -> [Probe] {
        do {
            let configuration = try InterfaceConfiguration(reading: options.place)
            return configuration.faults.map { Probe("settings", .failed, $0) }
                + [configuration.themeFault(in: options.place.themes)].compactMap { $0 }
                .map { Probe("theme", .warning, $0) }
        } catch {
            return [Probe("settings", .failed, error.message)]
        }
    }

    /// Whether the ledger opens, is whole, and has a log that fits itself.
    private func ledger() -> Probe {
        do {
            let ledger = try Desk(options.place).ledger
            if let damage = try guarded({ try ledger.damage() }).first {
                return Probe("ledger", .failed, "it is damaged (\(damage)): 'bulkhead restore-backup FILE'")
            }
            let log = try guarded { try ledger.verifyLog() }
            if let damage = log.damage {
                return Probe(
                    "ledger", .failed, "its log is damaged at row \(log.firstBad ?? 0) (\(damage.rawValue))")
            }
            let copy = ledger.newestCopy().map { "newest copy of \($0)" } ?? "no copy yet"
            return Probe("ledger", .ok, "\(ledger.path), \(log.rows) rows in the log, \(copy)")
        } catch {
            return Probe("ledger", error.exit == .damaged ? .failed : .absent, error.message)
        }
    }
}
