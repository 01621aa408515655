/// What a wall is worth on this machine.
package enum Grade: String, Sendable, CaseIterable {
    /// Command and browser sessions, each with a network of its own.
    case full
    /// Command sessions only.
    case commands
    /// No wall can be built: nothing starts.
    case none

    package init(_ probes: [Probe]) {
        let failed = Set(probes.filter { $0.state == .failed }.map(\.name))
        let absent = Set(probes.filter { $0.state == .absent }.map(\.name))
        if !failed.isEmpty {
            self = .none
        } else if absent.isSuperset(of: ["chromium", "firefox"]) || absent.contains("screen") {
            self = .commands
        } else {
            self = .full
        }
    }

    package var sentence: String {
        switch self {
        case .full: "Full wall: commands and browsers run apart, and reach only what the verdict allows."
        case .commands: "Command wall: commands run apart; browsers cannot be opened here."
        case .none: "No wall: sessions are refused until what failed is mended."
        }
    }

    /// What no wall of this kind does.
    package static let limits = [
        "It holds back mistakes and curious programs, not malware made to break out: both sides share one kernel.",
        "A host that the verdict allows receives whatever is typed or uploaded; redaction is the other half.",
        "An allowed host may pass data on, and one behind a shared front may answer for another (domain fronting).",
        "On X11 the windows of one login share clipboard, keys and pictures; Wayland does not.",
    ]
}
