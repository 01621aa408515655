/// Countries, unions and states as agreements name them.
enum Places {
    /// Codes, each with the names it goes by in lower-case words.
    private static let table = """
        EEA european economic area|eea
        EU european union|eu
        UK united kingdom|great britain|england and wales|england|english|scotland|scots|scottish|wales|northern ireland|british|uk
        US united states|usa|u s|us
        IT italy|italian
        FR france|french
        DE germany|german
        ES spain|spanish
        PT portugal|portuguese
        IE ireland|irish
        NL netherlands|dutch
        BE belgium|belgian
        LU luxembourg
        AT austria|austrian
        CH switzerland|swiss
        PL poland|polish
        SE sweden|swedish
        NO norway|norwegian
        DK denmark|danish
        FI finland|finnish
        GR greece
        CZ czech republic|czech
        HU hungary
        SK slovakia
        SI slovenia
        HR croatia
        BG bulgaria
        LV latvia
        LT lithuania
        IS iceland
        MT malta
        CY cyprus
        RO romania
        EE estonia
        CA canada|canadian
        CA-AB alberta
        CA-ON ontario
        CA-BC british columbia
        CA-QC quebec
        AU australia|australian
        NZ new zealand
        JP japan|japanese
        SG singapore
        IN india|indian
        CN people s republic of china|people republic of china|china|chinese|prc
        HK hong kong
        TW taiwan
        KR south korea
        KP north korea
        RU russian federation|russia|russian
        IR iran|iranian
        IL israel
        BR brazil
        AR argentina
        CL chile
        CO colombia
        AE united arab emirates|dubai
        SA saudi arabia
        MY malaysia
        ID indonesia
        TH thailand
        VN vietnam
        PH philippines
        PK pakistan
        NG nigeria
        KE kenya
        EG egypt
        MX mexico
        ZA south africa
        TR turkey
        UA ukraine
        BY belarus|belarusian
        CU cuba
        SY syria
        US-CA california
        US-NY new york
        US-DE delaware
        US-TX texas
        US-WA washington
        US-MA massachusetts
        US-FL florida
        US-IL illinois
        US-NV nevada
        US-UT utah
        US-CO colorado
        US-GA georgia
        US-NJ new jersey
        US-PA pennsylvania
        US-VA virginia
        US-OH ohio
        US-MI michigan
        US-MN minnesota
        US-OR oregon
        US-AZ arizona
        US-NC north carolina
        US-TN tennessee
        US-MD maryland
        US-WI wisconsin
        US-MO missouri
        """

    /// Every word that a name of a place is made of, as the alternatives of a cue, without the small ones.
    static let words: String = {
        let names = table.split(separator: "\n").flatMap { line in
            line.split(separator: " ", maxSplits: 1).dropFirst().flatMap { $0.split(separator: "|") }
        }
        let parts = names.flatMap { $0.split(separator: " ") }.filter {
            $0.count > 1 && $0 != "of" && $0 != "and"
        }
        return Set(parts).subtracting(["people", "republic", "new", "south", "north", "korea"]).sorted()
            .joined(separator: "|")
    }()

    private static let byFirst: [String: [(name: [String], code: String)]] = {
        var index: [String: [(name: [String], code: String)]] = [:]
        for line in table.split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            for name in line[line.index(after: space)...].split(separator: "|") {
                let parts = name.split(separator: " ").map(String.init)
                index[parts[0], default: []].append((parts, String(line[..<space])))
            }
        }
        return index
    }()

    /// The codes of the places named in `words`, each once, in order.
    static func codes(in words: [Word]) -> [String] {
        var codes: [String] = []
        var index = 0
        while index < words.count {
            var length = 1
            if words[index].capital, let (parts, code) = place(words, at: index) {
                if !codes.contains(code) { codes.append(code) }
                length = parts
            }
            index += length
        }
        return codes
    }

    private static func place(_ words: [Word], at index: Int) -> (Int, String)? {
        for (parts, code) in (byFirst[words[index].text] ?? []).sorted(by: { $0.name.count > $1.name.count })
        where index + parts.count <= words.count {
            if parts.indices.allSatisfy({ words[index + $0].text == parts[$0] }) {
                return (parts.count, code)
            }
        }
        return nil
    }

    /// The code of the place whose law governs: the first place named after "law" or "laws".
    static func law(in words: [Word]) -> String? {
        guard let start = words.firstIndex(where: { $0.text == "law" || $0.text == "laws" }) else {
            return nil
        }
        let after = Array(words[start...].prefix(16))
        if let code = codes(in: after).first { return code }
        return codes(in: Array(words[max(0, start - 4)..<start])).first
    }

    /// The place of the courts: the capitalized words after "courts of" or "courts located in".
    static func court(in words: [Word]) -> String? {
        guard let start = words.firstIndex(where: { $0.text == "courts" || $0.text == "court" }) else {
            return nil
        }
        var index = start + 1
        while index < words.count, index - start < 5, !words[index].capital { index += 1 }
        guard index < words.count, words[index].capital else { return nil }
        var parts: [String] = []
        while index < words.count, words[index].capital, parts.count < 4 {
            let text = words[index].text
            parts.append((text.first.map { String($0).uppercased() } ?? "") + text.dropFirst())
            index += 1
        }
        let country = law(in: words)
        let town = parts.joined(separator: " ")
        return country.map { town + ", " + $0 } ?? town
    }
}
