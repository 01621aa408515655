/// The colors of a base16 or base24 scheme by their standard names.
package enum Slot: Int, CaseIterable, Hashable, Sendable {
    case base00, base01, base02, base03, base04, base05, base06, base07
    case base08, base09, base0A, base0B, base0C, base0D, base0E, base0F
    case base10, base11, base12, base13, base14, base15, base16, base17

    /// What a base16 scheme has in place of a base24 color (base24 styling guide 0.1.3); nothing for the
    /// first 16.
    var fallback: Slot? {
        switch self {
        case .base10, .base11: .base00
        case .base12: .base08
        case .base13: .base0A
        case .base14: .base0B
        case .base15: .base0C
        case .base16: .base0D
        case .base17: .base0E
        default: nil
        }
    }
}
