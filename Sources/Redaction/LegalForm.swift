/// Legal forms that follow a company's name and that people leave out.
enum LegalForm {
    private static let words: Set<String> = Set(
        """
        ltd limited plc inc incorporated corp corporation co company llc llp lp lllp pllc pc gmbh ag kg kgaa ohg ug
        mbh ev eg se sa sas sarl sasu snc sca eurl scop spa srl srls sapa sl slu sau sc bv nv vof cv as asa ans
        ab hb kb oy oyj aps is amba sro as doo dd zrt nyrt kft bt rt spzoo spzo ooo oao pao zao ao tov pt tbk bhd
        pte pty pvt private proprietary kk gk ltda eireli sab cv jsc pjsc cjsc ojsc ltee ulc holding holdings group
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let phrases: [[String]] = [
        ["gmbh", "co", "kg"], ["gmbh", "und", "co", "kg"], ["ag", "co", "kg"], ["co", "kg"], ["co", "ltd"],
        ["pty", "ltd"], ["pte", "ltd"], ["pvt", "ltd"], ["private", "limited"], ["sp", "z", "o", "o"],
        ["s", "p", "a"], ["s", "r", "l"], ["s", "a"], ["s", "a", "s"], ["s", "l"], ["b", "v"], ["n", "v"],
        ["s", "r", "o"], ["a", "s"], ["d", "o", "o"], ["l", "l", "c"], ["s", "a", "r", "l"], ["k", "k"],
        ["p", "l", "c"],
    ]

    /// How many of `words` (lower case) name the legal form at the end; never all of them.
    static func suffix(of words: [String]) -> Int {
        for phrase in phrases where words.count > phrase.count && Array(words.suffix(phrase.count)) == phrase
        {
            return phrase.count
        }
        guard words.count > 1, let last = words.last, Self.words.contains(last) else { return 0 }
        return 1
    }
}
