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

    var plural: String { rawValue + "s" }

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
