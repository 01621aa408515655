/// The words amounts are written with in the languages the recognizer knows.
enum CurrencyTable {
    /// Names of currencies and their parts, which follow a number; folded before use.
    static let words: [String] = split(
        """
        dollar dollars buck bucks pound pounds sterling quid penny pence pennies cent cents euro euros yen yens yuan
        yuans renminbi rupee rupees rupiah ringgit baht bahts won peso pesos real reais franc francs krone kroner
        krona kronor kroon lira liras lire ruble rubles rouble roubles rand riyal riyals rial rials dinar dinars
        dirham dirhams shekel shekels zloty zlotys zlotych forint forints koruna korun leva leu lei hryvnia tenge
        dong naira cedi cedis shilling shillings kwacha satoshi satoshis bitcoin bitcoins guilder guilders markka
        deutschmark deutschmarks centavo centavos kopek kopeks kopecks livre livres centime centimes couronne
        couronnes roupie roupies pfund mark kronen franken rappen gulden pfennig rupien rubel schilling dolar
        dolares libra libras centimo centimos penique peniques yenes franco francos corona coronas rublo rublos
        euri dollaro dollari sterlina sterline centesimo centesimi franchi corone iene ienes cruzeiro cruzeiros
        coroa coroas pond kwartje dubbeltje stuiver ore spann riksdaler dolari kurus sterlin avro sent peni guldeni
        frank franki yuani marki lirasi dinari rupi rupisi pesosu penni kuai mao jiao fen pataca patacas balboa balboas
        soles quetzales lempiras guaranies colones bolivianos birr taka kwanza dram lari manat
        円 ドル セント ユーロ ポンド ウォン 元 人民元 フラン ルピー ペソ ナイラ バルボア 銭 ペンス クローネ クローナ リラ ルーブル
        バーツ 米ドル 香港ドル 台湾ドル ニュー台湾ドル カナダドル カナダ・ドル 豪ドル スイスフラン スイス・フラン マルク
        米セント シリング レアル ランド 美元 欧元 英镑 日元 港元 台币 新台币 块 块钱 美分 便士 奈拉 卢比 韩元 法郎 港币 美金
        加元 澳元 澳币 港幣 瑞士法郎 卢布 泰铢 日圆 日本銭 원 달러 센트 엔 유로 파운드 위안 프랑 페소 루피 페니 펜스 크로네 크로나 마르크
        리라 루블 바트 링깃 디나르 रुपये रुपए रुपया रुपयों डॉलर सेंट यूरो पाउंड पेंस पेनी येन युआन फ्रैंक मार्का पेसो रूबल रियाल
        рублей рубля рубль руб копеек евро долларов доллара гривен лв лева лев
        """)

    /// ISO 4217 codes; the ones that are also words count only in capitals.
    static let codes: [String] = split(
        """
        usd eur gbp chf jpy cny rmb aud cad nzd hkd sgd sek nok dkk inr brl mxn zar krw twd thb myr idr php vnd pln czk
        huf ron bgn hrk isk rub uah kzt ils aed sar qar kwd bhd omr egp mad tnd ngn ghs kes tzs ugx zmw ars clp cop
        try lkr pkr bdt kr zł kč tl rs rm грн
        pen uyu pyg bob crc gtq hnl nio dop jmd ttd xcd xof xaf xpf btc eth usdt fim dem frf itl esp nlg bef ats
        meur musd msek mgbp maud mcad mchf mnok mdkk keur kusd ksek teur tsek mkr tkr mdkr mnkr 人民币 人民幣
        """)

    /// Signs, as they stand in UTF-8.
    ///
    /// "$" is found by the scanner itself.
    static let signs: [String] = [
        "£", "€", "¥", "₹", "₩", "₽", "₺", "₪", "₫", "₦", "₴", "฿", "￥", "￡", "＄", "￦", "₱", "₿", "₡",
        "₲",
        "₵", "₸",
    ]

    private static let capitalCodes: Set<String> = [
        "all", "try", "pen", "cop", "bob", "ron", "fim", "dem", "esp", "ats", "bef", "mad", "sar",
        "cad",
        "rub", "php", "nio",
        "maud", "rm", "ars", "crc", "xcd", "xof", "xaf", "xpf", "eth", "inr", "sek",
    ]

    /// Whether a lower-case word is a currency code.
    static func isCode(_ word: String) -> Bool { codeSet.contains(word) }

    /// Whether a code counts only in capitals.
    static func needsCapitals(_ code: String) -> Bool {
        capitalCodes.contains(code) || code.utf8.count == 4
    }

    private static let codeSet = Set(codes)

    /// Whether a word names a hundredth ("cents", "öre").
    static func isSubunit(_ word: [UInt8]) -> Bool {
        subunits.contains(word)
    }

    private static let subunits = folded(
        """
        cent cents penny pence pennies centime centimes centimo centimos centavo centavos centesimo centesimi rappen
        pfennig ore sent kurus peni penni kopek kopeks 센트 페니 सेंट पेंस セント
        """)

    /// Whether a word multiplies the number before it; one letter only where it touches the digits.
    static func isMagnitude(_ word: [UInt8], glued: Bool) -> Bool {
        magnitudes.contains(word) || glued && letters.contains(word)
    }

    private static let letters = folded("k m b t bn mn mm tn mio mrd mil tsd")
    private static let magnitudes = folded(
        """
        hundred thousand million millions billion billions trillion trillions mn bn tn mio mrd mrds mln mlrd mld
        millon millones millonen millionen milliarde milliarden milliard milliards milione milioni miliardo miliardi
        mil mille mila milhao milhoes bilhao bilhoes bilion bilioes biliao mil miljoen miljard miljon miljoner
        miljarder milyon milyar bin trilyon tusen tausend hundert duizend cento ciento cien lakh lakhs crore crores
        grand dozen tsd मिलियन बिलियन ट्रिलियन हजार हज़ार लाख करोड़ अरब тыс млн млрд миллионов миллиона миллиардов
        """)

    /// Whether a word may stand between a number and its currency ("de", "of").
    static func isConnector(_ word: [UInt8]) -> Bool {
        connectors.contains(word)
    }

    private static let connectors = folded("of de di d und and e y")

    /// Whether a word says whose currency it is ("US", "Swiss", "finnische").
    static func isNationality(_ word: [UInt8]) -> Bool {
        nationalities.contains(word)
    }

    private static let nationalities = folded(
        """
        us usa american canadian australian swiss hong kong singapore taiwan turkish danish norwegian swedish finnish
        dutch french german british irish mexican brazilian indian chinese japanese korean russian polish czech
        amerikanische amerikanischen amerikanska kanadische kanadiska kanadischen schweizer finnische finska
        australische australischen australiska hollandische niederlandische hollandske nederlandse danske danska
        norske norska abd kanada avustralya fin hollanda isvicre cin turk ingiliz hongkong nieuwe new zealand
        suisse suisses americains canadiens australiens svizzero svizzeri americano americani americanos americanas
        estadounidense estadounidenses canadiense canadienses canadenses australianos mexicanos argentinos chilenos
        colombianos suizos suicos suedoises norvegiennes danoises svedesi norvegesi danesi suecas noruegas danesas
        캐나다 호주 미국 홍콩 대만 스위스 핀란드 네덜란드 영국 일본 중국 싱가포르
        अमेरिकी कनाडाई ऑस्ट्रेलियाई स्विस फ़िन्निश फिनिश डच हांगकांग ब्रिटिश
        """)

    /// Whether a word is a number, simple or compound ("forty-five", "fünfundvierzig", "quarantacinque").
    static func isNumberWord(_ word: [UInt8]) -> Bool {
        guard word.count <= 60, !word.isEmpty else { return false }
        // None of them is written in the scripts of East Asia.
        if word[0] >= 0xE3 { return false }
        if numbers.contains(word) { return true }
        // A compound begins with a number.
        guard word.count > 5,
            (2...min(word.count, longestNumber)).contains(where: { numbers.contains(Array(word[..<$0])) })
        else { return false }
        // reachable[k]: the first k bytes are made of number words.
        var reachable = [true] + Array(repeating: false, count: word.count)
        for end in word.indices.map({ $0 + 1 }) {
            for start in max(0, end - longestNumber)..<end where reachable[start] {
                let part = Array(word[start..<end])
                if numbers.contains(part) || start > 0 && links.contains(part) {
                    reachable[end] = true
                    break
                }
            }
        }
        return reachable[word.count]
    }

    private static let links = folded("und en och og e y s")
    private static let numbers = folded(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half
        un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
        quarante cinquante soixante cent cents mille
        ein eine einen eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn
        sechzehn siebzehn achtzehn neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert
        tausend
        uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
        veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos cientas
        quinientos quinientas setecientos setecientas novecientos novecientas mil
        due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici venti
        trenta quaranta cinquanta sessanta settanta ottanta novanta cento mila
        um uma dois duas quatro sete oito dez doze treze catorze quinze vinte trinta quarenta cinquenta
        een twee drie vijf zes zeven negen tien twaalf dertien veertien vijftien twintig dertig veertig vijftig
        honderd duizend
        en ett tva fyra fem sex sju atta nio tio elva tolv tretton fjorton femton tjugo trettio fyrtio femtio hundra
        tusen
        bir iki uc dort bes alti yedi sekiz dokuz on yirmi otuz kirk elli yuz bin
        एक दो तीन चार पांच पाँच छह सात आठ नौ दस बीस पचास सौ
        """)
    private static let longestNumber = numbers.reduce(1) { max($0, $1.count) }

    /// The end of one East Asian numeral or magnitude character at `index`.
    static func wideMagnitude(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        guard index >= 0, index + 3 <= text.count, text[index] >= 0xE3 else { return nil }
        return wide.contains(Array(text[index..<(index + 3)])) ? index + 3 : nil
    }

    /// The start of one such character that ends before `index`.
    static func wideMagnitudeBack(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        wideMagnitude(text, index - 3).map { $0 - 3 }
    }

    private static let wide: Set<[UInt8]> = Set(
        "一二三四五六七八九十百千万萬億亿兆零〇两半만억조천백십일이삼사오육칠팔구".unicodeScalars.map { Array(String($0).utf8) })

    private static func split(_ words: String) -> [String] {
        words.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func folded(_ words: String) -> Set<[UInt8]> {
        Set(split(words).map { Skeleton.of(Array($0.utf8), by: .lookalike) })
    }

    /// A word as the questions above take it.
    static func fold(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        Skeleton.of(word, by: .lookalike)
    }
}
