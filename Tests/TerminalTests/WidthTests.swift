import CTerminal
import Canvas
import Glibc
import Testing

@Suite("Widths")
struct WidthTests {
    @Test("every scalar that is shown takes the columns that the C library gives it")
    func glibc() throws {
        let locale = try #require(
            newlocale(LC_CTYPE_MASK, "C.UTF-8", nil), "the C.UTF-8 locale is part of libc-bin")
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var differences: [String] = []
        var compared = 0
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // After a letter, so that a mark has something to stand on.
            let text = "a" + String(Character(scalar))
            // What is spelt out has the width of its spelling.
            guard visible(text) == text else { continue }
            compared += 1
            let theirs = terminal_width(value)
            if displayWidth(text) - 1 != Int(theirs) {
                differences.append("U+\(String(value, radix: 16, uppercase: true)): wcwidth \(theirs)")
            }
        }
        #expect(compared > 100_000)
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(40))")
    }
}
