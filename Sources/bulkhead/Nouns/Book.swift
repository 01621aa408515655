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
        let found = try desk.choose(name, among: items.map(\.name), noun.rawValue)
        guard let item = items.first(where: { $0.name == found }) else {
            throw Failure(.notFound, "There is no \(noun.rawValue) \"\(name)\".")
        }
        return item
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
                "There is a \(noun.rawValue) \"\(name)\" already: 'bulkhead \(noun.rawValue) edit' changes it."
            )
        }
        var item = Node.map([("id", .scalar(id))])
        item.set(fields)
        try put(noun, item, owner: owner)
    }

    /// Changes the named fields of an item and keeps the others.
    ///
    /// - Parameter event: What the log says of it; nil for that the item was put.
    func edit(
        _ noun: Noun, named name: String, _ fields: Fields, as event: (kind: String, body: String)? = nil
    ) throws(Failure) {
        guard !fields.isEmpty else {
            throw Failure(
                .usage,
                "Nothing to change: name at least one field, see 'bulkhead \(noun.rawValue) edit --help'.")
        }
        var (_, owner, node) = try item(noun, named: name)
        node.set(fields)
        try put(noun, node, owner: owner, as: event)
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
