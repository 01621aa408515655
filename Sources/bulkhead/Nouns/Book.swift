import Documents
import Permits

/// The workspace as a document, for looking items up and for changing one at a time: a change is a small import, so it
/// is checked as an import is.
struct Book {
    let desk: Desk
    let workspace: Node

    init(_ place: Place) throws(Failure) {
        desk = try Desk(place)
        workspace = try tree(writeWorkspace(try desk.workspace()))
    }

    /// The item of a name, in full or, for a person, as a beginning that only one has.
    ///
    /// - Throws: ``Failure`` where there is none, or more than one begins so.
    func item(_ noun: Noun, named name: String) throws(Failure) -> (name: String, owner: String?, node: Node)
    {
        let items = noun.items(of: workspace)
        let names = items.map(\.name)
        let found =
            noun == .engagement
            ? try engagement(name, among: names) : try desk.choose(name, among: names, noun.rawValue)
        guard let item = items.first(where: { $0.name == found }) else {
            throw Failure(.notFound, "There is no \(noun.rawValue) \"\(name)\".")
        }
        return item
    }

    /// The engagement that a text names: `CLIENT/ENGAGEMENT`, or its own id where no other client has one of that id.
    private func engagement(_ text: String, among names: [String]) throws(Failure) -> String {
        if names.contains(text) { return text }
        if let slash = text.firstIndex(of: "/") {
            let client = try item(.client, named: String(text[..<slash])).name + "/"
            let whole = client + text[text.index(after: slash)...]
            return try desk.choose(whole, among: names.filter { $0.hasPrefix(client) }, "engagement")
        }
        let own = names.filter { $0.hasSuffix("/" + text) }
        guard own.count <= 1 else {
            throw Failure(.usage, "\"\(text)\" could be \(own.joined(separator: ", ")): name the client too.")
        }
        if let only = own.first { return only }
        return try desk.choose(text, among: names, "engagement")
    }

    /// The fields with what they refer to named in full.
    ///
    /// - Parameter client: Whose item it is, where the fields do not say so.
    private func whole(_ fields: Fields, client: String?) throws(Failure) -> Fields {
        var fields = fields
        var client = client
        if let name = fields.text("client"), !name.isEmpty {
            let found = try item(.client, named: name).name
            fields.replace("client", by: found)
            client = found
        }
        if let name = fields.text("engagement"), !name.isEmpty, let client {
            let job = name.hasPrefix(client + "/") ? name : client + "/" + name
            let found = try item(.engagement, named: job).name
            fields.replace("engagement", by: String(found.dropFirst(client.count + 1)))
        }
        if let name = fields.text("surface"), !name.isEmpty {
            fields.replace("surface", by: try desk.surface(named: name))
        }
        return fields
    }

    /// Adds an item.
    ///
    /// - Parameter owner: The client of an engagement, the agreement of an obligation.
    /// - Throws: ``Failure`` where the id is taken, or the item is not valid.
    func add(_ noun: Noun, id: String, owner: String?, _ fields: Fields) throws(Failure) {
        let name = noun == .engagement ? "\(owner ?? "")/\(id)" : id
        guard !noun.items(of: workspace).contains(where: { $0.name == name }) else {
            throw Failure(
                .usage,
                "There is \(noun.phrase) \"\(name)\" already: 'bulkhead \(noun.rawValue) edit' changes it."
            )
        }
        var item = Node.map([("id", .scalar(id))])
        item.set(try whole(fields, client: nil))
        try put(noun, item, owner: owner)
    }

    /// Changes the named fields of an item and keeps the others.
    ///
    /// - Parameter event: What the log says of it; nil for that the item was put.
    /// - Returns: The name of the item in full.
    @discardableResult
    func edit(
        _ noun: Noun, named name: String, _ fields: Fields, as event: (kind: String, body: String)? = nil
    ) throws(Failure) -> String {
        guard !fields.isEmpty else {
            throw Failure(
                .usage,
                "Nothing to change: name at least one field, see 'bulkhead \(noun.rawValue) edit --help'.")
        }
        var (found, owner, node) = try item(noun, named: name)
        node.set(try whole(fields, client: node.text("client")))
        try put(noun, node, owner: owner, as: event)
        return found
    }

    /// Marks an item archived: it no longer counts, and is kept.
    func archive(_ noun: Noun, named name: String) throws(Failure) -> String {
        var (found, owner, node) = try item(noun, named: name)
        node.set("archived", .scalar("true"))
        try put(noun, node, owner: owner, as: ("archive", "\(noun.rawValue) \(found)"))
        return found
    }

    private func put(
        _ noun: Noun, _ item: Node, owner: String?, as event: (kind: String, body: String)? = nil
    ) throws(Failure) {
        var whole = item
        let id = item.text("id") ?? ""
        if let inner = noun.inner {
            guard var outer = workspace.nodes(noun.list).first(where: { $0.text("id") == owner }) else {
                throw Failure(
                    .notFound,
                    "There is no \(noun == .engagement ? "client" : "agreement") \"\(owner ?? "")\".")
            }
            outer.set(inner, .list(outer.nodes(inner).filter { $0.text("id") != id } + [item]))
            whole = outer
        }
        let document = Node.map([("bulkhead", .scalar("1")), (noun.list, .list([whole]))])
        let name = noun.inner == nil ? id : "\(owner ?? "")/\(id)"
        try desk.take(
            document.json(), file: Failure.typed, replace: false,
            as: event ?? ("put", "\(noun.rawValue) \(name)"))
    }
}
