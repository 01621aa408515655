import Permits

/// A plan as bytes, for the pipe between `bulkhead` and `bulkhead-session`: rows of a name, a count and that
/// many values, every piece ended by a zero byte.
package enum PlanText {
    package struct Malformed: Error {}

    package static func bytes(of plan: Plan) -> [UInt8] {
        var writer = Writer()
        writer.row("bulkhead-plan", ["1"])
        writer.row("program", [plan.program.rawValue])
        writer.row("command", plan.command)
        writer.row("directory", [plan.workingDirectory])
        for mount in plan.mounts { writer.row("mount", fields(of: mount)) }
        for variable in plan.environment {
            writer.row(variable.isSecret ? "secret" : "variable", [variable.name, variable.value])
        }
        writer.row("hosts", plan.hosts)
        writer.row("loopback", plan.loopback.map { String($0) })
        for standIn in plan.standIns { writer.row("stand-in", [standIn.host, String(standIn.port)]) }
        writer.optional("profile", plan.profile)
        writer.row("tag", [plan.tag])
        writer.row("place", [plan.place.ledger, plan.place.locks, plan.place.compartment])
        let record = plan.record
        writer.row("client", [record.client])
        writer.row("verdict", [record.verdict])
        writer.optional("engagement", record.engagement)
        writer.optional("surface", record.surface)
        writer.optional("route", record.route)
        writer.optional("account", record.account)
        writer.optional("evidence", record.evidence)
        writer.optional("basis", record.basis)
        writer.row("day", [record.day.description])
        writer.row("acknowledged", record.acknowledged)
        if plan.reportsInJSON { writer.row("json", []) }
        return writer.bytes
    }

    package static func plan(from bytes: [UInt8]) throws -> Plan {
        var reader = Reader(rest: bytes[...])
        guard let first = try reader.row(), first.name == "bulkhead-plan", first.values == ["1"] else {
            throw Malformed()
        }
        var plan = Plan(
            command: [], workingDirectory: "/", record: SessionRecord(client: "", verdict: ""), tag: "",
            place: Plan.Place(ledger: "", locks: "", compartment: ""))
        while let row = try reader.row() { try read(row, into: &plan) }
        guard !plan.command.isEmpty, !plan.place.locks.isEmpty, !plan.record.client.isEmpty else {
            throw Malformed()
        }
        return plan
    }

    private static func fields(of mount: Mount) -> [String] {
        switch mount.content {
        case .readOnly(let source): ["read-only", mount.target, source]
        case .writable(let source): ["writable", mount.target, source]
        case .scratch: ["scratch", mount.target, ""]
        case .folder: ["folder", mount.target, ""]
        case .link(let destination): ["link", mount.target, destination]
        case .text(let text): ["file", mount.target, text]
        case .sealed: ["sealed", mount.target, ""]
        }
    }

    private static func mount(from fields: [String]) throws -> Mount {
        guard fields.count == 3 else { throw Malformed() }
        switch fields[0] {
        case "read-only": return Mount(.readOnly(source: fields[2]), at: fields[1])
        case "writable": return Mount(.writable(source: fields[2]), at: fields[1])
        case "scratch": return Mount(.scratch, at: fields[1])
        case "folder": return Mount(.folder, at: fields[1])
        case "link": return Mount(.link(to: fields[2]), at: fields[1])
        case "file": return Mount(.text(fields[2]), at: fields[1])
        case "sealed": return Mount(.sealed, at: fields[1])
        default: throw Malformed()
        }
    }

    private static func read(_ row: Row, into plan: inout Plan) throws {
        switch row.name {
        case "program":
            guard let program = Plan.Program(rawValue: try row.only()) else { throw Malformed() }
            plan.program = program
        case "command": plan.command = row.values
        case "directory": plan.workingDirectory = try row.only()
        case "mount": plan.mounts.append(try mount(from: row.values))
        case "variable", "secret":
            let (name, value) = try row.pair()
            plan.environment.append(Variable(name, value, isSecret: row.name == "secret"))
        case "hosts": plan.hosts = row.values
        case "loopback": plan.loopback = try row.values.map(port)
        case "stand-in":
            let (host, number) = try row.pair()
            plan.standIns.append(Plan.StandIn(host: host, port: try port(number)))
        case "profile": plan.profile = try row.only()
        case "tag": plan.tag = try row.only()
        case "place":
            guard row.values.count == 3 else { throw Malformed() }
            plan.place = Plan.Place(
                ledger: row.values[0], locks: row.values[1], compartment: row.values[2])
        case "client": plan.record.client = try row.only()
        case "verdict": plan.record.verdict = try row.only()
        case "engagement": plan.record.engagement = try row.only()
        case "surface": plan.record.surface = try row.only()
        case "route": plan.record.route = try row.only()
        case "account": plan.record.account = try row.only()
        case "evidence": plan.record.evidence = try row.only()
        case "basis": plan.record.basis = try row.only()
        case "day":
            guard let day = Day(try row.only()) else { throw Malformed() }
            plan.record.day = day
        case "acknowledged": plan.record.acknowledged = row.values
        case "json": plan.reportsInJSON = true
        default: throw Malformed()
        }
    }

    private static func port(_ text: String) throws -> UInt16 {
        guard let port = UInt16(text) else { throw Malformed() }
        return port
    }

    private struct Row {
        var name: String
        var values: [String]

        func only() throws -> String {
            guard values.count == 1 else { throw Malformed() }
            return values[0]
        }

        func pair() throws -> (String, String) {
            guard values.count == 2 else { throw Malformed() }
            return (values[0], values[1])
        }
    }

    private struct Writer {
        var bytes: [UInt8] = []

        /// A zero byte cannot be part of a path, an argument or a variable; it ends the value here as there.
        mutating func piece(_ text: String) {
            bytes.append(contentsOf: text.utf8.prefix { $0 != 0 })
            bytes.append(0)
        }

        mutating func row(_ name: String, _ values: [String]) {
            piece(name)
            piece(String(values.count))
            for value in values { piece(value) }
        }

        mutating func optional(_ name: String, _ value: String?) {
            if let value { row(name, [value]) }
        }
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func piece() throws -> String {
            guard let end = rest.firstIndex(of: 0) else { throw Malformed() }
            defer { rest = rest[(end + 1)...] }
            return String(decoding: rest[..<end], as: UTF8.self)
        }

        mutating func row() throws -> Row? {
            if rest.isEmpty { return nil }
            let name = try piece()
            guard let count = Int(try piece()), count >= 0, count <= rest.count else { throw Malformed() }
            var values: [String] = []
            for _ in 0..<count { values.append(try piece()) }
            return Row(name: name, values: values)
        }
    }
}
