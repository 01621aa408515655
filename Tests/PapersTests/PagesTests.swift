import Papers
import Testing

@Suite("A printed page gives back its sentences")
struct PagesTests {
    @Test("running heads and page numbers are dropped, sentences go on across pages")
    func furniture() {
        let bodies = [
            "1. Secrets stay secret and are contin-\nued on the line below",
            "2. Returning papers takes thirty days\nfrom the request",
            "3. Clause three ends the paper\nwith its last words",
        ]
        let pages = bodies.enumerated().map { number, body in
            "Acme Mutual NDA\n\n\(body)\n\nPage \(number + 1) of 3\n"
        }
        let text = Pages(pages.joined(separator: "\u{000C}")).withoutFurniture
        #expect(!text.contains("Acme"))
        #expect(!text.contains("Page"))
        #expect(text.contains("continued"))
        #expect(text.contains("3. Clause three"))
    }

    @Test("a page of pictures has no text")
    func empty() {
        #expect(!Pages("\u{000C}").hasText)
        #expect(Pages("1. The parties agree to keep secrets.\u{000C}").hasText)
    }

    @Test("evidence knows its page")
    func page() {
        let text = PaperText("first page\n\u{000C}second page\n\u{000C}third")
        #expect(text.page(of: 0) == 1)
        #expect(text.page(of: 12) == 2)
        #expect(text.page(of: text.scalars.count - 1) == 3)
    }

    @Test("Markdown reads as its words")
    func markdown() {
        let text = plainText(
            ofMarkdown:
                "1. <span class=\"x\">Term.</span> **Bold** _it_ [link](https://example.org) a_b <Party>")
        #expect(text == "1. Term. Bold it link a_b <Party>")
    }
}
