/// The color of a client's browser frame: the same for the same client, everywhere.
package enum ClientColor {
    /// Tones of equal weight that are told apart at a glance, as `#rrggbb`.
    private static let tones = [
        "#1f6feb", "#b4540a", "#2d7d46", "#8e44ad", "#b3261e", "#0f766e", "#8a6d00", "#c2185b",
        "#4a5568", "#5b3fd6", "#5c7a00", "#00738f",
    ]

    package static func of(client: String) -> String {
        // FNV-1a: any even spread will do.
        var hash: UInt32 = 2_166_136_261
        for byte in client.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return tones[Int(hash % UInt32(tones.count))]
    }
}
