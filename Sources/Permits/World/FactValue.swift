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

extension FactValue {
    /// The value as the catalog writes it; a list with commas.
    package var words: String {
        switch self {
        case .unknown: "unknown"
        case .inherit: "inherit"
        case .flag(let yes): yes ? "yes" : "no"
        case .stance(let stance): stance.rawValue
        case .retention(.days(let days)): String(days)
        case .retention(.accountLifetime): "account-lifetime"
        case .retention(.indefinite): "indefinite"
        case .list(let codes): codes.isEmpty ? "none" : codes.listed()
        case .text(let text): text
        }
    }
}

extension FactValue: CustomStringConvertible {
    package var description: String { words }
}
