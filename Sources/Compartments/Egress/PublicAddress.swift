/// Which addresses lie outside this machine and its networks.
///
/// From the IANA registries of special-purpose addresses (RFC 6890): whatever names this machine, a private or
/// a link's network, or many machines at once. Ranges for documentation and benchmarks lead nowhere and are no
/// danger.
package enum PublicAddress {
    /// - Parameter address: the four bytes of an IPv4 address as one number.
    package static func isPublic(v4 address: UInt32) -> Bool {
        func lies(in network: UInt32, _ bits: UInt32) -> Bool {
            address >> (32 - bits) == network >> (32 - bits)
        }
        return
            !(lies(in: 0x0000_0000, 8)  // this network
            || lies(in: 0x0A00_0000, 8)  // private
            || lies(in: 0x6440_0000, 10)  // carrier's shared range
            || lies(in: 0x7F00_0000, 8)  // loopback
            || lies(in: 0xA9FE_0000, 16)  // link-local, with the clouds' metadata service
            || lies(in: 0xAC10_0000, 12)  // private
            || lies(in: 0xC000_0000, 24)  // protocol assignments
            || lies(in: 0xC0A8_0000, 16)  // private
            || address >= 0xE000_0000)  // multicast, reserved, broadcast
    }

    /// - Parameter address: the sixteen bytes of an IPv6 address.
    package static func isPublic(v6 address: [UInt8]) -> Bool {
        guard address.count == 16 else { return false }
        func number(at index: Int) -> UInt32 {
            address[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
        }
        // IPv4 in disguise: mapped, compatible (with :: and ::1), NAT64, 6to4.
        if address[..<10].allSatisfy({ $0 == 0 }) {
            guard address[10] == 0xFF, address[11] == 0xFF else { return false }
            return isPublic(v4: number(at: 12))
        }
        if address.starts(with: [0x00, 0x64, 0xFF, 0x9B]) {
            return address[4..<12].allSatisfy { $0 == 0 } && isPublic(v4: number(at: 12))
        }
        if address.starts(with: [0x20, 0x02]) { return isPublic(v4: number(at: 2)) }
        // Teredo tunnels; everything outside 2000::/3 is local, multicast or unassigned.
        if address.starts(with: [0x20, 0x01, 0x00, 0x00]) { return false }
        return address[0] & 0xE0 == 0x20
    }
}
