/// The value of a fact, in the shape that its key demands.
package enum FactValue: Hashable, Sendable {
    /// How a vendor treats input by default; later cases are stricter.
    package enum Stance: String, CaseIterable, Sendable, Comparable {
        case never
        case optIn = "opt-in"
        case optOut = "opt-out"
        case always

        package static func < (left: Stance, right: Stance) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// How long a vendor keeps content; the two words are infinite.
    package enum Retention: Hashable, Sendable {
        case days(Int)
        case accountLifetime
        case indefinite
    }

    case unknown
    /// Resolved on the request's route; only a surface's catalog values may say so.
    case inherit
    case flag(Bool)
    case stance(Stance)
    case retention(Retention)
    /// Regions, jurisdictions, login methods.
    case list([String])
    /// The value of a key that never decides.
    case text(String)
}
