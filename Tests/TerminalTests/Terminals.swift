import Foundation

/// Both ends of a bare terminal: the screen gets one, the test reads what arrives at the other.
final class Terminals {
    /// The end that programs use.
    let end: Int32
    private var other: Int32

    init?(columns: UInt16 = 80, rows: UInt16 = 24) {
        other = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift does not import.
        var locked: Int32 = 0
        var number: UInt32 = 0
        guard other >= 0, ioctl(other, 0x4004_5431, &locked) == 0, ioctl(other, 0x8004_5430, &number) == 0
        else {
            return nil
        }
        end = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard end >= 0 else { return nil }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(end, UInt(TIOCSWINSZ), &size)
        _ = fcntl(other, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(end)
        hangUp()
    }

    /// What was written since the last call; the kernel has it by the time that write returns.
    func written() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = read(other, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The terminal's modes, to compare.
    func modes() -> [UInt32] {
        var modes = termios()
        tcgetattr(end, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    func hangUp() {
        if other >= 0 { close(other) }
        other = -1
    }
}
