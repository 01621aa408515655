/// Everyday English words, to warn about terms that would match in ordinary text.
enum CommonWord {
    /// Whether a lower-case word is one.
    static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words: Set<String> = Set(
        """
        the of and to in is it you that he was for on are with as his they be at one have this from or had by hot
        but some what there we can out other were all your when up use word how said an each she which do their time
        if will way about many then them would write like so these her long make thing see him two has look more day
        could go come did my sound no most number who over know water than call first people may down side been now
        find any new work part take get place made live where after back little only round man year came show every
        good me give our under name very through just form much great think say help low line before turn cause same
        mean differ move right boy old too does tell sentence set three want air well also play small end put home
        read hand port large spell add even land here must big high such follow act why ask men change went light
        kind off need house picture try us again animal point mother world near build self earth father head stand
        own page should country found answer school grow study still learn plant cover food sun four thought let
        keep eye never last door between city tree cross since hard start might story saw far sea draw left late
        run while press close night real life few stop open seem together next white children begin got walk example
        ease paper often always music those both mark book letter until mile river car feet care second group carry
        took rain eat room friend began idea fish mountain north once base hear horse cut sure watch color face wood
        main enough plain girl usual young ready above ever red list though feel talk bird soon body dog family
        direct pose leave song measure state product black short numeral class wind question happen complete ship
        area half rock order fire south problem piece told knew pass farm top whole king size heard best hour better
        true during hundred am remember step early hold west ground interest reach fast five sing listen six table
        travel less morning ten simple several vowel toward war lay against pattern slow center love person money
        serve appear road map science rule govern pull cold notice voice fall power town fine certain fly unit lead
        cry dark machine note wait plan figure star box noun field rest correct able pound done beauty drive stood
        contain front teach week final gave green oh quick develop sleep warm free minute strong special mind behind
        clear tail produce fact street inch lot nothing course stay wheel full force blue object decide surface deep
        moon island foot yet busy test record boat common gold possible plane age dry wonder laugh thousand ago ran
        check game shape yes miss brought heat snow bed bring sit perhaps fill east weight language among apple apex
        orion atlas phoenix mercury titan alpha beta gamma delta omega sigma nova vision summit horizon bridge anchor
        beacon signal pulse spark wave cloud stack core edge prime target global general national united american
        first standard universal international central pacific atlantic northern southern western eastern capital
        trust bank credit union energy oil gas electric motor motors foods steel metal metals mining media press
        digital data systems system software service services solutions technology technologies network networks
        partners partner associates consulting group holdings insurance life health medical care pharma bio labs lab
        science research design studio studios works industries industrial products brands brand stores store shop
        market markets square block stripe box slack zoom meta alphabet amazon oracle sun intel shell visa chase
        discover progress challenge challenger sharp fitch allen owens fowl express gap target dollar tree best buy
        staples office depot post mail office project invoice report budget client customer user admin server host
        password token secret key value index model agent tool prompt code build release version branch commit merge
        issue review draft final internal external public private monday tuesday wednesday thursday friday saturday
        sunday january february march april may june july august september october november december spring summer
        autumn winter day month year quarter hope grace faith joy rose lily mark bill frank grant will art ray drew
        rich dean guy jack max pat sue dawn eve iris ivy ruby amber crystal pearl violet hunter mason carter baker
        cook fisher miller smith taylor walker young king knight bishop page price long short stone woods fields
        rivers lake hill banks marsh moss reed bush flowers berry bean rice lamb wolf fox swan crane drake falcon
        eagle hawk raven robin lion tiger bear panther cobra dragon ghost shadow storm thunder lightning blaze frost
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
