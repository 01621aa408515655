import ArgumentParser
import Compartments
import Documents

struct Doctor: Work {
    static let configuration = CommandConfiguration(
        abstract: "Try what sessions need on this machine, and say what the wall is worth.",
        discussion: "Exits with 0 where a wall can be built, 40 where none can.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        var probes = Probe.all()
        probes.append(ledger())
        let grade = Grade(probes.filter { $0.name != "ledger" })
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
        return grade == .none ? .refused : .done
    }

    private func ledger() -> Probe {
        do {
            return Probe("ledger", .ok, try Desk(options.place).ledger.path)
        } catch {
            return Probe("ledger", error.exit == .damaged ? .failed : .absent, error.message)
        }
    }
}
