import Canvas
import Glibc

/// Writes bytes to standard output as they are: JSON, or text already made visible.
func print(bytes: [UInt8]) { write(bytes, to: 1) }

/// Prints one line for a person on standard output; control characters in it are shown, not sent.
func say(_ line: String = "") { write(Array((visible(line) + "\n").utf8), to: 1) }

/// Prints one line for a person on standard error; control characters in it are shown, not sent.
func complain(_ line: String) { write(Array((visible(line) + "\n").utf8), to: 2) }

private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
            Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        }
        if count < 0 {
            if errno == EINTR { continue }
            return
        }
        offset += count
    }
}
