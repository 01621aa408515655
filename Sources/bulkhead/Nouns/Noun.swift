import Documents
import Permits

/// A kind of item of the ledger that the command line lists, shows and changes.
enum Noun: String {
    case client, engagement, agreement, obligation, consent, account

    /// The list of the workspace file that holds the items, or the items they are part of.
    var list: String {
        switch self {
        case .client, .engagement: "clients"
        case .agreement, .obligation: "agreements"
        case .consent: "consents"
        case .account: "accounts"
        }
    }

    /// The list within such an item; nil where the items themselves are meant.
    var inner: String? {
        switch self {
        case .engagement: "engagements"
        case .obligation: "obligations"
        default: nil
        }
    }

    /// What an inner item is part of, as the field that says so; nil for the others.
    private var ownerKey: String? {
        switch self {
        case .engagement: "client"
        case .obligation: "agreement"
        default: nil
        }
    }

    /// An item as it is shown: one that is part of another says of which.
    func shown(_ item: Node, of owner: String?) -> Node {
        guard let ownerKey, let owner, case .map(let entries) = item.content else { return item }
        let own = entries.map { ($0.key, $0.value) }
        return .map(own.prefix(1) + [(ownerKey, .scalar(owner))] + own.dropFirst())
    }

    var plural: String { rawValue + "s" }

    /// One of the kind, with its article.
    var phrase: String { (self == .client || self == .consent ? "a " : "an ") + rawValue }

    /// How a person names one.
    var form: String { self == .engagement ? "CLIENT/ENGAGEMENT" : "ID" }

    /// The items of a workspace with what names them: an id, or `client/engagement`.
    func items(of workspace: Node) -> [(name: String, owner: String?, node: Node)] {
        workspace.nodes(list).flatMap { outer -> [(name: String, owner: String?, node: Node)] in
            let id = outer.text("id") ?? ""
            guard let inner else { return [(id, nil, outer)] }
            return outer.nodes(inner).map { item in
                let name = item.text("id") ?? ""
                return (self == .engagement ? id + "/" + name : name, id, item)
            }
        }
    }
}
