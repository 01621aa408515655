import Papers
import Testing

@Suite("A standard form is recognized by its words")
struct RecognitionTests {
    @Test("every form ships whole, with its publisher's notice")
    func ships() {
        #expect(Forms.all.map(\.id).sorted() == Forms.names)
        for form in Forms.all {
            #expect(form.attribution.contains("CC BY 4.0"))
            #expect(form.clauses.count >= 11)
            #expect(form.clauses.allSatisfy { !$0.letters.isEmpty })
        }
    }

    @Test("an unchanged copy deviates nowhere", arguments: Forms.names)
    func unchanged(name: String) throws {
        let form = try #require(Forms.named(name))
        let found = Recognition.find(PaperText(form.full), among: Forms.all)
        #expect(found?.form == name)
        #expect(found?.deviating == [])
    }

    @Test("a copy wrapped at any width is the same form", arguments: Forms.names)
    func wrapped(name: String) throws {
        let form = try #require(Forms.named(name))
        for width in [40, 76] {
            let found = Recognition.find(PaperText(wrap(form.full, width)), among: Forms.all)
            #expect(found?.form == name)
            #expect(found?.deviating == [])
        }
    }

    @Test("one changed word in any clause flags that clause alone", arguments: Forms.names)
    func oneWord(name: String) throws {
        let form = try #require(Forms.named(name))
        for clause in form.outline.clauses {
            let number = Outline.base(of: clause.number)
            guard form.clauses.contains(where: { $0.number == number }) else { continue }
            let scalars = form.outline.text.scalars
            // The word in the middle of the clause.
            var start = (clause.range.lowerBound + clause.range.upperBound) / 2
            while start > clause.range.lowerBound, scalars[start - 1].properties.isAlphabetic { start -= 1 }
            while start < clause.range.upperBound, !scalars[start].properties.isAlphabetic { start += 1 }
            var end = start
            while end < clause.range.upperBound, scalars[end].properties.isAlphabetic { end += 1 }
            guard start < end else { continue }
            let changed =
                text(scalars[..<start]) + "zebra" + text(scalars[end...])
            let found = Recognition.find(PaperText(changed), among: [form])
            #expect(found?.deviating == [number], "clause \(clause.number)")
        }
    }

    @Test("words added behind a clause change it")
    func added() throws {
        let form = try #require(Forms.named("bonterms-mutual-nda"))
        let changed = form.full.replacing(
            "upon notice to the other party.",
            with: "upon notice to the other party after ten years of service.")
        #expect(changed != form.full)
        #expect(Recognition.find(PaperText(changed), among: Forms.all)?.deviating == ["6"])
        let behind = form.full.replacing(
            "despite expiration or termination of this NDA.",
            with: "despite expiration or termination of this NDA. Nothing survives for long.")
        #expect(Recognition.find(PaperText(behind), among: Forms.all)?.deviating == ["6"])
    }

    @Test("a text of another kind is no form")
    func other() {
        #expect(Recognition.find(PaperText(Samples.services), among: Forms.all) == nil)
    }

    @Test("letters are the same however they were typed")
    func letters() {
        let plain = foldedLetters(of: "Confidential office fee 12 é".unicodeScalars)
        let scanned = foldedLetters(of: "Conﬁdential ｏﬃce fee ¹² e\u{301}".unicodeScalars)
        #expect(plain == scanned)
        #expect(plain != foldedLetters(of: "Confidential office fee 12 e".unicodeScalars))
    }

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private func wrap(_ text: String, _ width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var lines = [""]
            for word in line.split(separator: " ") {
                if lines[lines.count - 1].count + word.count > width { lines.append("") }
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
