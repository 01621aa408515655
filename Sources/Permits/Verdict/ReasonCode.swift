/// Why a finding stands as it does; a closed set, listed in the documentation.
package enum ReasonCode: String, CaseIterable, Sendable, Hashable {
    case onDevice = "on-device"
    case unclassified
    case stale
}
