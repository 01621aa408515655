import Terminal
import Testing

@Suite("What the environment says about the terminal")
struct SurroundingsTests {
    private func surroundings(_ variables: [String: String]) -> Surroundings {
        Surroundings { variables[$0] }
    }

    @Test(
        "the first locale variable that is set decides, installed or not",
        arguments: [
            (["LANG": "en_US.UTF-8"], true), (["LANG": "xx_YY.utf8"], true), (["LANG": "C"], false),
            ([:], false),
            (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
            (["LC_ALL": "", "LANG": "de_DE.UTF-8@euro"], true),
            (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
            (["LC_ALL": "POSIX", "LC_CTYPE": "C.UTF-8"], false),
            (["LANG": "de_DE.ISO-8859-1"], false),
        ] as [([String: String], Bool)])
    func locale(variables: [String: String], isUTF8: Bool) {
        #expect(surroundings(variables).isUTF8 == isUTF8)
    }

    @Test("NO_COLOR counts when it is not empty, whatever its value")
    func noColor() {
        #expect(surroundings([:]).wantsColor)
        #expect(surroundings(["NO_COLOR": ""]).wantsColor)
        #expect(!surroundings(["NO_COLOR": "0"]).wantsColor)
        #expect(!surroundings(["NO_COLOR": "yes"]).wantsColor)
    }

    @Test("a dumb terminal, or one without a name, cannot be drawn on")
    func dumb() {
        #expect(!surroundings([:]).canDraw)
        #expect(!surroundings(["TERM": "dumb"]).canDraw)
        #expect(surroundings(["TERM": "vt100"]).canDraw)
    }
}
