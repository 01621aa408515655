/// What a fact is about: the keys that decide, and any other, which is kept and shown.
package enum FactKey: Hashable, Sendable {
    case onDevice, trainsOnInput, retentionDays, humanReview, processingRegions, selectableRegions
    case incorporatedIn, headquarteredIn, controlledFrom
    case dpa, baa, e2ee, commercialUse, loginMethods
    case other(String)

    /// The keys that decide, in the order of the specification.
    package static let deciding: [FactKey] = [
        .onDevice, .trainsOnInput, .retentionDays, .humanReview, .processingRegions, .selectableRegions,
        .incorporatedIn, .headquarteredIn, .controlledFrom, .dpa, .baa, .e2ee, .commercialUse, .loginMethods,
    ]

    package init(_ name: String) {
        self = FactKey.deciding.first { $0.name == name } ?? .other(name)
    }

    package var name: String {
        switch self {
        case .onDevice: "on_device"
        case .trainsOnInput: "trains_on_input"
        case .retentionDays: "retention_days"
        case .humanReview: "human_review"
        case .processingRegions: "processing_regions"
        case .selectableRegions: "selectable_regions"
        case .incorporatedIn: "incorporated_in"
        case .headquarteredIn: "headquartered_in"
        case .controlledFrom: "controlled_from"
        case .dpa: "dpa"
        case .baa: "baa"
        case .e2ee: "e2ee"
        case .commercialUse: "commercial_use"
        case .loginMethods: "login_methods"
        case .other(let name): name
        }
    }
}

extension FactKey {
    /// The name in words.
    package var words: String {
        switch self {
        case .onDevice: "on device"
        case .trainsOnInput: "trains on input"
        case .retentionDays: "retention days"
        case .humanReview: "human review"
        case .processingRegions: "processing regions"
        case .selectableRegions: "selectable regions"
        case .incorporatedIn: "incorporated in"
        case .headquarteredIn: "headquartered in"
        case .controlledFrom: "controlled from"
        case .dpa, .baa, .e2ee: name
        case .commercialUse: "commercial use"
        case .loginMethods: "login methods"
        case .other(let name): String(name.map { $0 == "_" ? " " : $0 })
        }
    }
}
