/// Words and prefixes that make a recognizer look closer.
///
/// They ride in the same automaton as the dictionary.
enum Keyword: Sendable {
    case currency(Scan.CurrencyMark, needsCapitals: Bool)
    case month
    case secret(SecretShape)
    case privateKey
    case webToken
    case curl
    case street
    case age

    /// Every keyword with its folded spelling.
    static let all: [(skeleton: [UInt8], keyword: Keyword)] = {
        var all: [([UInt8], Keyword)] = []
        func add(_ text: String, _ keyword: Keyword) {
            all.append((Skeleton.of(Array(text.utf8), by: .lookalike), keyword))
        }
        for word in CurrencyTable.words { add(word, .currency(.word, needsCapitals: false)) }
        for code in CurrencyTable.codes {
            add(code, .currency(.code, needsCapitals: CurrencyTable.needsCapitals(code)))
        }
        for month in months.split(whereSeparator: \.isWhitespace) { add(String(month), .month) }
        for shape in SecretShape.known { add(shape.prefix, .secret(shape)) }
        add("PRIVATE KEY", .privateKey)
        add("eyJ", .webToken)
        add("curl", .curl)
        for street in Scan.streetWords { add(street, .street) }
        for phrase in [
            "years old", "year old", "y/o", "yo,", "years of age", "at the age of", "aged", "jahre alt",
            "ans,",
        ] {
            add(phrase, .age)
        }
        return all
    }()

    private static let months =
        """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin
        juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre
        octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro
        fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus
        """
}
