package import Permits

/// One item of the ledger as it shall be from now on.
///
/// An archived item is kept and no longer counts.
package enum Change: Hashable, Sendable {
    /// The client itself; its engagements are left as they are.
    case client(Client)
    case engagement(Engagement, client: String)
    /// The agreement with its obligations.
    case agreement(Agreement)
    case obligation(Obligation, agreement: String)
    case consent(Consent)
    case account(Account)
    /// A reading; one that stood in its place is withdrawn.
    case review(Review, replacing: Review? = nil)
    /// What a vendor's signed terms state; another fact that stood in its place is stated no more.
    case fact(SignedFact, agreement: String, replacing: SignedFact? = nil)
    case surface(SurfaceDraft)
    case settings(Settings)

    /// What it is, in one word.
    package var noun: String {
        switch self {
        case .client: "client"
        case .engagement: "engagement"
        case .agreement: "agreement"
        case .obligation: "obligation"
        case .consent: "consent"
        case .account: "account"
        case .review: "review"
        case .fact: "signed fact"
        case .surface: "surface"
        case .settings: "settings"
        }
    }

    /// The same item, archived or not; settings are always there.
    package func archived(_ archived: Bool = true) -> Change {
        switch self {
        case .client(var item):
            item.archived = archived
            return .client(item)
        case .engagement(var item, let client):
            item.archived = archived
            return .engagement(item, client: client)
        case .agreement(var item):
            item.archived = archived
            return .agreement(item)
        case .obligation(var item, let agreement):
            item.archived = archived
            return .obligation(item, agreement: agreement)
        case .consent(var item):
            item.archived = archived
            return .consent(item)
        case .account(var item):
            item.archived = archived
            return .account(item)
        case .review(var item, _):
            item.archived = archived
            return .review(item)
        case .fact(var item, let agreement, _):
            item.archived = archived
            return .fact(item, agreement: agreement)
        case .surface(var item):
            item.archived = archived
            return .surface(item)
        case .settings: return self
        }
    }

    /// The item's id in the ledger.
    package var id: String {
        switch self {
        case .client(let item): item.id
        case .engagement(let item, _): item.id
        case .agreement(let item): item.id
        case .obligation(let item, _): item.id
        case .consent(let item): item.id
        case .account(let item): item.id
        case .review(let item, _): "\(item.surface) \(item.key.name)"
        case .fact(let item, _, _): "\(item.surface) \(item.key.name)"
        case .surface(let item): item.surface.id
        case .settings: "settings"
        }
    }
}

extension World {
    /// The world once a change is saved.
    package func applying(_ change: Change) -> World {
        var world = self
        switch change {
        case .client(var item):
            if let place = world.clients.firstIndex(where: { $0.id == item.id }) {
                item.engagements = world.clients[place].engagements
                world.clients[place] = item
            } else {
                world.clients.append(item)
            }
        case .engagement(let item, let client):
            guard let place = world.clients.firstIndex(where: { $0.id == client }) else { break }
            world.clients[place].engagements.put(item) { $0.id == item.id }
        case .agreement(let item): world.agreements.put(item) { $0.id == item.id }
        case .obligation(let item, let agreement):
            guard let place = world.agreements.firstIndex(where: { $0.id == agreement }) else { break }
            world.agreements[place].obligations.put(item) { $0.id == item.id }
        case .consent(let item): world.consents.put(item) { $0.id == item.id }
        case .account(let item): world.accounts.put(item) { $0.id == item.id }
        case .review(let item, let old):
            for review in [old?.withdrawn, item].compactMap(\.self) {
                world.reviews.put(review) { $0.isSameReading(as: review) }
            }
        case .fact(let item, let agreement, let old):
            guard let place = world.agreements.firstIndex(where: { $0.id == agreement }) else { break }
            world.agreements[place] = world.agreements[place].stating(item, inPlaceOf: old)
        case .surface(let draft):
            world.catalog.surfaces.removeAll { $0.id == draft.surface.id }
            if !draft.archived { world.catalog.surfaces.append(draft.surface) }
        case .settings(let item): world.settings = item
        }
        return world
    }
}

extension Review {
    /// The same reading as one that no longer counts.
    package var withdrawn: Review {
        var made = self
        made.archived = true
        return made
    }

    /// Whether the ledger keeps both as one.
    package func isSameReading(as other: Review) -> Bool {
        surface == other.surface && key == other.key && retrieved == other.retrieved && source == other.source
            && value == other.value
    }
}

extension Array {
    /// Puts an item in the place of the one it replaces, or at the end.
    fileprivate mutating func put(_ item: Element, replacing isSame: (Element) -> Bool) {
        if let place = firstIndex(where: isSame) { self[place] = item } else { append(item) }
    }
}
