/// The bytes of a row that are hashed, in one buffer that serves a whole log.
///
/// They are the hash of the row before in hexadecimal (64 zeros for the first row), then the row's number, time,
/// kind, number of key, seal in hexadecimal and body, with a space between. The seal is made over the same
/// without itself.
struct LogLine {
    private(set) var bytes: [UInt8] = []

    /// Puts a row in the place of what was there.
    ///
    /// - Parameter mac: the seal; nil for what the seal is made over.
    mutating func set(
        after previous: some Collection<UInt8>, sequence: Int, at: some Collection<UInt8>,
        kind: some Collection<UInt8>, keyIndex: Int, mac: (some Collection<UInt8>)?,
        body: some Collection<UInt8>
    ) {
        bytes.removeAll(keepingCapacity: true)
        appendHexadecimal(previous, to: &bytes)
        bytes.append(0x20)
        appendDigits(sequence)
        bytes.append(0x20)
        bytes.append(contentsOf: at)
        bytes.append(0x20)
        bytes.append(contentsOf: kind)
        bytes.append(0x20)
        appendDigits(keyIndex)
        bytes.append(0x20)
        if let mac {
            appendHexadecimal(mac, to: &bytes)
            bytes.append(0x20)
        }
        bytes.append(contentsOf: body)
    }

    private mutating func appendDigits(_ number: Int) {
        if number < 0 { bytes.append(0x2D) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}
