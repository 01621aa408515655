/// The fact keys that a row of the deciding kinds reads; `login_methods` is kept and shown but never decides.
enum DecidingKey: UInt8, CaseIterable, Sendable {
    case onDevice, trainsOnInput, retentionDays, humanReview, processingRegions, selectableRegions
    case incorporatedIn, headquarteredIn, controlledFrom
    case dpa, baa, e2ee, commercialUse

    init?(_ key: FactKey) {
        switch key {
        case .onDevice: self = .onDevice
        case .trainsOnInput: self = .trainsOnInput
        case .retentionDays: self = .retentionDays
        case .humanReview: self = .humanReview
        case .processingRegions: self = .processingRegions
        case .selectableRegions: self = .selectableRegions
        case .incorporatedIn: self = .incorporatedIn
        case .headquarteredIn: self = .headquarteredIn
        case .controlledFrom: self = .controlledFrom
        case .dpa: self = .dpa
        case .baa: self = .baa
        case .e2ee: self = .e2ee
        case .commercialUse: self = .commercialUse
        case .loginMethods, .other: return nil
        }
    }

    var key: FactKey {
        switch self {
        case .onDevice: .onDevice
        case .trainsOnInput: .trainsOnInput
        case .retentionDays: .retentionDays
        case .humanReview: .humanReview
        case .processingRegions: .processingRegions
        case .selectableRegions: .selectableRegions
        case .incorporatedIn: .incorporatedIn
        case .headquarteredIn: .headquarteredIn
        case .controlledFrom: .controlledFrom
        case .dpa: .dpa
        case .baa: .baa
        case .e2ee: .e2ee
        case .commercialUse: .commercialUse
        }
    }

    static let count = allCases.count

    /// Whether a value is a known one in the shape that the key demands.
    func admits(_ value: FactValue) -> Bool {
        switch (self, value) {
        case (.onDevice, .flag), (.dpa, .flag), (.baa, .flag), (.e2ee, .flag), (.commercialUse, .flag),
            (.trainsOnInput, .stance), (.humanReview, .stance), (.retentionDays, .retention),
            (.processingRegions, .list), (.selectableRegions, .list), (.incorporatedIn, .list),
            (.headquarteredIn, .list), (.controlledFrom, .list):
            true
        default: false
        }
    }
}
