import ArgumentParser
import Documents

/// `list` of a noun.
protocol Listing: Work {
    static var noun: Noun { get }
    var all: Bool { get }
    /// The fields shown in a row, beside the name.
    static var columns: [String] { get }
}

extension Listing {
    func work() throws -> Exit {
        let workspace = try Book(options.place).workspace
        // With what it is part of, an item no longer counts.
        let archived = Set(
            workspace.nodes(Self.noun.list).filter { $0.text("archived") == "true" }.compactMap {
                $0.text("id")
            })
        func counts(_ owner: String?, _ node: Node) -> Bool {
            node.text("archived") != "true" && !(owner.map(archived.contains) ?? false)
        }
        let items = Self.noun.items(of: workspace).filter { all || counts($0.owner, $0.node) }
        if options.json {
            var json = JSONWriter()
            json.object { json in
                json.key(data: Self.noun.plural)
                json.array { json in
                    for item in items { Self.noun.shown(item.node, of: item.owner).write(to: &json) }
                }
            }
            json.newline()
            print(bytes: json.bytes)
        } else if items.isEmpty {
            complain(
                "No \(Self.noun.plural) yet: 'bulkhead \(Self.noun.rawValue) add --help' shows how to add one."
            )
        } else {
            for item in items {
                let cells = Self.columns.map { key in
                    item.node.text(key) ?? item.node.texts(key).joined(separator: ",")
                }
                let mark = counts(item.owner, item.node) ? [] : ["archived"]
                say(([item.name] + cells + mark).filter { !$0.isEmpty }.joined(separator: "  "))
            }
        }
        return .done
    }
}

/// `show` of a noun.
protocol Showing: Work {
    static var noun: Noun { get }
    var name: String { get }
}

extension Showing {
    func work() throws -> Exit {
        let item = try Book(options.place).item(Self.noun, named: name)
        let shown = Self.noun.shown(item.node, of: item.owner)
        if options.json {
            print(bytes: shown.json())
        } else {
            for line in shown.lines() { say(line) }
        }
        return .done
    }
}

/// `edit` of a noun.
protocol Editing: Work {
    static var noun: Noun { get }
    var name: String { get }
    var changes: Fields { get throws }
}

extension Editing {
    func work() throws -> Exit {
        let found = try Book(options.place).edit(Self.noun, named: name, changes)
        confirm("Changed the \(Self.noun.rawValue) \(found).", found, at: options.place)
        return .done
    }
}

/// `remove` of a noun, which archives.
protocol Removing: Work {
    static var noun: Noun { get }
    var name: String { get }
}

extension Removing {
    func work() throws -> Exit {
        let found = try Book(options.place).archive(Self.noun, named: name)
        confirm(
            "Archived the \(Self.noun.rawValue) \(found): it no longer counts, and is kept.", found,
            at: options.place)
        return .done
    }
}
