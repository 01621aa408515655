/// Legal forms before or behind a company's name that people leave out.
enum LegalForm {
    private static let words: Set<[UInt8]> = folded(
        """
        ltd limited plc inc incorporated corp corporation co company llc llp lp lllp pllc pc gmbh ag kg kgaa ohg ug
        mbh ev eg se sa sas sarl sasu snc sca eurl scop spa srl srls sapa sl slu sau sc bv nv vof cv as asa ans
        ab hb kb oy oyj aps is amba sro as doo dd zrt nyrt kft bt rt spzoo spzo ooo oao pao zao ao tov pt tbk bhd
        berhad sdn pte pty pvt private proprietary kk gk ltda lda eireli sab cv jsc pjsc cjsc ojsc ltee ulc
        holding holdings group spk sarlu srlu unipessoal еоод оод ад ооо оао зао пао ао тов αε επε ικε οε εε 株式会社 有限公司 주식회사 유한회사 kabushiki kaisha sti
        """)

    /// Forms that stand before the name.
    private static let leading: Set<[UInt8]> = folded(
        "주 株 유 有 ооо оао зао пао ао ип тов pt شركة مؤسسة 주식회사 유한회사 株式会社 有限会社 合同会社")

    /// Forms that are written without a space behind or before the name.
    private static let joined = [
        "股份有限公司", "有限责任公司", "有限公司", "股份公司", "株式会社", "有限会社", "合同会社", "주식회사", "유한회사",
    ]

    private static let phrases: [[[UInt8]]] = [
        "gmbh & co kg", "ag & co kg", "se & co kg", "ug & co kg", "gmbh & co kgaa", "& co kg", "& co",
        "ug haftungsbeschränkt", "s n c", "gmbh co kg", "gmbh und co kg", "ag co kg", "co kg", "co ltd",
        "pty ltd", "pte ltd", "pvt ltd",
        "private limited",
        "sp z o o", "sp k", "s p a", "s r l", "s r l s", "s a", "s a s", "s a s u", "s l", "s l u", "s c",
        "b v", "n v",
        "c v", "s r o", "a s", "a g", "d o o", "l l c", "s a r l", "k k", "p l c", "a e", "α ε", "ε π ε",
        "ι κ ε", "ο ε",
        "o o o", "о о о", "ltd sti", "s a de c v", "s de r l", "s de r l de c v", "b v b a", "e v", "e k",
        "ش م م", "m b h",
    ].map { $0.split(separator: " ").map { fold(String($0)) } }

    private static func fold(_ word: String) -> [UInt8] { Skeleton.of(Array(word.utf8), by: .lookalike) }

    private static func folded(_ text: String) -> Set<[UInt8]> {
        Set(text.split(whereSeparator: \.isWhitespace).map { fold(String($0)) })
    }

    /// A name without one of its legal forms.
    ///
    /// - Returns: nil where none is left to take away, or nothing else would be left.
    static func removed(from words: [String]) -> [String]? {
        let folded = words.map { fold($0.lowercased()) }
        for phrase in phrases
        where words.count > phrase.count && folded.suffix(phrase.count).elementsEqual(phrase) {
            return Array(words.dropLast(phrase.count))
        }
        if words.count > 1, let last = folded.last, Self.words.contains(last) {
            return Array(words.dropLast())
        }
        if words.count > 1, let first = folded.first, leading.contains(first) {
            return Array(words.dropFirst())
        }
        for form in joined {
            if let last = words.last, last.hasSuffix(form), last != form {
                return words.dropLast() + [String(last.dropLast(form.count))]
            }
            if let first = words.first, first.hasPrefix(form), first != form {
                return [String(first.dropFirst(form.count))] + words.dropFirst()
            }
        }
        return nil
    }
}
