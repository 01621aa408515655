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
    case postBox
    case toldPassword

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
        for box in ["PO Box", "Postfach", "Postbus", "Postboks", "Apartado", "Casella postale", "PSC"] {
            add(box, .postBox)
        }
        for phrase in [
            "password is", "password was", "passphrase is", "passcode is", "passwort ist", "passwort lautet",
            "kennwort ist", "kennwort lautet", "contraseña es", "mot de passe est", "la password è",
            "senha é",
            "wachtwoord is", "lösenordet är", "hasło to", "salasana on",
        ] {
            add(phrase, .toldPassword)
        }
        return all
    }()

    /// What can be told from a few bytes, so that most sightings cost nothing more.
    struct Gate: Sendable {
        /// Folded bytes of the keyword.
        var length: Int
        /// The exact first and second byte; 0 for any.
        var lead: (UInt8, UInt8)
        /// No letter may touch it.
        var isWhole: Bool
    }

    static let gates: [Gate] = all.map { skeleton, keyword in
        var gate = Gate(length: skeleton.count, lead: (0, 0), isWhole: false)
        switch keyword {
        case .secret(let shape):
            let bytes = Array(shape.prefix.utf8)
            gate.lead = (bytes[0], bytes.count > 1 ? bytes[1] : 0)
        case .webToken: gate.lead = (UInt8(ascii: "e"), UInt8(ascii: "y"))
        case .currency, .month: gate.isWhole = true
        default: break
        }
        return gate
    }

    private static let months =
        """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin
        juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre
        octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro
        fevereiro março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus
        augusti maj marts desember ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
        marraskuuta joulukuuta января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        """
}
