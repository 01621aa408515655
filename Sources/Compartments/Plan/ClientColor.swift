/// The color of a client's browser frame: the same for the same client, everywhere.
package enum ClientColor {
    /// Tones of equal weight that are told apart at a glance, as `#rrggbb`.
    ///
    /// All are so light that Chromium takes them for the frame as they are; it darkens deeper ones.
    private static let tones = [
        "#8ab4f8", "#f4a261", "#7bc47f", "#c39bea", "#f5a199", "#4fc3b5", "#d9b84a", "#f291b8",
        "#9fb3c8", "#a9c24f", "#63c4e0", "#c9a98a",
    ]

    package static func of(client: String) -> String {
        // FNV-1a: any even spread will do.
        var hash: UInt32 = 2_166_136_261
        for byte in client.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return tones[Int(hash % UInt32(tones.count))]
    }
}
