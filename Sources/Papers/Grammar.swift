/// The cues of every kind, and the words they are made of.
///
/// They describe how agreements speak, not any one agreement: who may do what with which information,
/// said in the ways English drafting says it.
struct Grammar: Sendable {
    static let shared = Grammar()

    let lexicon: Lexicon
    let cues: [(kind: ClauseKind, cues: [Cue])]

    private init() {
        var lexicon = Lexicon(classes: Self.classes)
        cues = ClauseKind.allCases.compactMap { kind in
            Self.lines[kind].map { lines in
                (kind, lines.split(separator: "\n").map { Cue(String($0), &lexicon) })
            }
        }
        self.lexicon = lexicon
    }

    static let classes: [String: String] = [
        "neg":
            "not|never|no|neither|nor|without|refrain|refrains|prohibited|forbidden|prohibits|forbids|none|nobody|"
            + "inadmissible|impermissible|disallowed|ineligible",
        "info": "information|material|materials|data|document|documents|content|contents|phi|file|files|know|"
            + "secret|secrets|documentation|records|media|code|text|texts|everything|anything|figures|footage|drawings|papers|matters",
        "disclose": "disclos*|reveal*|divulg*|communicat*|disseminat*|publish*|share|shares|shared|sharing|"
            + "transfer*|furnish*|release|released|provide|provided|pass|distribut*|supply|supplied|transmit*|make|"
            + "made|give|access|expose|show",
        "persons": "employee*|officer*|director*|personnel|staff|agent|agents|advis*|contractor|contractors|"
            + "consultant*|representative*|affiliate*|counsel|attorney*|accountant*|subsidiar*|lawyer*|worker*|"
            + "auditors|solicitor*|workforce",
        "consent": "consent*|approv*|permission|authori*|agreed|agreement|permitted|cleared|clearance",
        "ai": "ai|aitool|genai|llm|llms|ml|mt|gpt*|chatgpt|chatbot*|copilot|generative|neural",
        "agreement": "agreement|nda|mnda|contract|dpa|baa|addendum|undertaking|cooperation|deed|rider",
        "paper":
            "@agreement|terms|conditions|engagement|retainer|arrangement|mandate|assignment|sow|they|this|it",
        "restrict":
            "requires|require|required|prohibited|forbidden|not|never|no|only|unless|without|subject|neither",
        "urgent":
            "immediately|immediate|promptly|prompt|hours|within|delay|aware|soon|days|discover*|forthwith|"
            + "becom*|suspect*|suspicion|learn*|once|straight|latest",
        "bound": "shall|will|must|agree*|undertake*|may|covenant*|is|are",
        "input":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|"
            + "ingest*|convey*|dictate*|insert*|load|expose*|provide|provided|process|processed|disclos*|share|shared|transmit*|copy|send|"
            + "sent|prompt|prompts|prompting|run|introduce*|make|supply|transfer*|use|used",
        "place":
            "eu|eea|european|union|europe|switzerland|swiss|germany|german|france|uk|britain|kingdom|england|"
            + "canada|canadian|alberta|ontario|quebec|québec|states|us|usa|america|australia|australian|zealand|"
            + "singapore|japan|india|ireland|netherlands|spain|italy|austria|territory|territories|country|"
            + "countries|region|regions|jurisdiction|jurisdictions|province|continent",
        "land":
            "china|chinese|russia|russian|iran|korea|belarus|cuba|syria|prc|country|countries|jurisdiction|"
            + "jurisdictions|foreign|sanction*|embargo*|adversar*|outside|us|eu|eea|states|union",
        "store":
            "stor*|host*|keep|keeps|kept|reside|resides|resident|locate|located|remain|remains|held|processed|process|"
            + "processing|maintain|maintained|backup*",
        "vendor": "vendor*|provider*|supplier*|entity|entities|company|companies|service|services|tool|tools|"
            + "system|systems|subprocessor*|subcontractor*|product|products|operator*|developer*|manufacturer*",
        "loss":
            "wrong|infringement*|unauthori*|breach*|incident*|loss|lost|misuse*|compromis*|leak*|violation*|accidental*|"
            + "misappropriat*|improper*|inadvertent*|theft|stolen|intrusion*",
        "tell":
            "notif*|inform|informs|informed|report|reports|reported|advise|advises|alert|notice|tell|tells|warn|warns|know",
        "use": "use|uses|used|using|employ|employs|employed|exploit*|utilis*|utiliz*|apply|applied|make",
        "puts":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|entry|feed|feeding|place|put",
        "seat":
            "headquartered|incorporated|domiciled|based|owned|controlled|established|organized|organised|located|"
            + "operated|seat|seated|registered|resident|hosted|developed|laws",
        "principal":
            "customer|customers|client|clients|principal|principals|prime|upstream|studio|studios|publisher*|"
            + "sponsor*|funder*|broadcaster*|licensor*|buyer*|owner*",
        "showcase": "portfolio|showreel|cv|resume|linkedin|website|social",
        "ended": "terminat*|expir*|end|ended|completion|conclusion|closure|closeout|close",
        "products":
            "chatgpt|openai|anthropic|whisper|deepl|midjourney|llama|mistral|perplexity|deepseek|notebooklm|"
            + "grammarly|qwen|memoq|trados|huggingface|ollama|kimi|moonshot",
    ]

    private static let lines: [ClauseKind: String] = [
        .definition: """
        confidential|proprietary|evaluation ..3 information|material|materials|data ..6 means|mean|includes|include|refers|defined|comprises|consists ! as defined
        information ..25 identif*|marked|designat*|label*|stamp*|understood|deemed ..10 confidential|proprietary
        mark|marked|designat*|identif*|legend|label|labelled|labeled|stamp|stamped ..12 confidential|proprietary|confidence
        confidential information ..4 any|all ..14 information ..20 disclosed
        information ..16 regardless|irrespective|whatever ..8 form|manner|way|medium
        information ..14 verbally|orally
        confidential information|material|materials|data ..2 is|are|covers|comprises|denotes|shall ..3 any|all|anything|everything ! as defined
        confidential information all|any information|data|non|technical|business|commercial
        confidential|proprietary ..2 within the meaning ..14 are|is
        is|are ..1 confidential|proprietary ..1 @info & everything|all|any|anything|whatever|briefs ! not|no
        everything|anything ..16 is|are|be ..1 confidential|secret ! not|no|public
        information|material|data ..1 is|are|covers|comprises ..1 everything|anything|whatever ! not
        """,
        .noThirdPartyDisclosure: """
        @neg ..8 @disclose ..14 third|anyone|person|persons|others|entity|outside|else ! existence ! publicity ! solicit* ! licen* ! transfer*|assign* ..3 contract|agreement|rights|nda|mnda
        @neg ..4 disclos*|reveal*|divulg* ..14 except|other|unless|than|without|save
        keep|hold|holds|maintain|maintains|treat|preserve|regard ..12 confidential|confidence|confidentiality|secret|secrecy|confidentially ! integrity ! retained ! results ! retain
        information|materials ..14 @neg be ..4 disclosed|divulged|revealed|shared|published|transferred|communicated
        limit|limits|restrict ..4 disclosure|access ..12 information ! may ..1 restrict|limit
        @neg ..3 disclose|reveal|divulge ..8 information|materials|secrets ! existence
        @neg ..16 disclos*|reveal*|divulg* ..14 third|anyone|any person|person|persons|others|entity|outside|public ! existence ! publicity ! solicit* ! licen*
        disclos*|reveal*|divulg*|pass|passes|share|shares|communicat* ..10 nobody|noone ! existence
        disclos*|reveal*|divulg*|pass|passes|share|shares|communicat* ..6 no ..1 one|other|person|party|third ! existence
        keep|keeps|hold ..6 yourself|themselves|himself|herself|itself|secret ! until
        @neg ..8 share|pass ..8 anyone|anybody|someone|others|else
        @neg ..8 make|made ..8 accessible|available ..6 third|others|anyone|person
        maintain|maintains|keep|keeps|observe|observes|preserve ..4 secrecy|silence|confidentiality
        treat|keep|hold|regard ..20 as|strictly ..3 confidential|secret ! results
        information|materials ..6 stays|stay|remains|remain ..2 between|with
        @neg ..14 show|tell|forward|release|publish ..12 anyone|anybody|others|outside|third|elsewhere ! existence ! licen* ! @ai
        @neg ..26 use or|nor|and disclose ..14 third|person|anyone|others|confidential
        silence ..14 third|anyone|others|matters|information
        hold|keep|keeps ..12 in confidence
        """,
        .permittedRecipients: """
        disclos*|access|available|reveal*|share|provide|furnish*|give|communicate|transmit* ..22 its|their|those|such|his|to|your|our|of ..8 @persons ..40 need|needs|required|requires|require|necessary|know|bound|aware|obligat*|purpose|involved ! compelled ! @neg ..8 disclos* ..14 @persons ..14 unless
        limit|limits|restrict|restricts|confine ..14 @persons
        only|solely ..14 to|those|its|their ..8 @persons ! @neg ..4 only ! use ..6 only ! licen*
        disclos* ..20 person|persons ..20 made|make|informed ..4 aware
        responsible|liable|responsibility ..14 breach*|acts|act|compliance|comply ..12 @persons
        may|disclos* ..6 @disclose ..20 @persons ! compelled ! @neg ..8 disclos* ..14 @persons ..14 unless ! existence ! terms ! government ! court ! suspected ! whistleblow*
        employee*|officer*|director*|personnel|staff|agents|advis*|contractors|consultants|representatives|affiliates|counsel|subcontractors|who|whose|person|persons|those|provider*|translator*|reviser* ..24 bound|agreed|obliged|signed|protect ..12 strict|strictly|protective|restrictive|stringent|onerous|exacting|equivalent ! subprocessor* ! phi ! personal ! silence
        may|can ..3 see|view|receive|access ..16 if|who|provided ..8 bound|agreed|obliged|signed
        apart|except|save|other ..2 from|for|to|than ..6 people|persons|those|reviewers|colleagues|employees|members ..12 assigned|approved|bound|need|cleared ! licen*
        limit|limits|restrict|restricts|confine|confines|only ..14 person|persons|people|individuals|those|members ..14 need|bound|signed|know|authori*|committed ! use ..6 only ! licen*
        grant|give|provide ..4 access ..10 only ..14 staff|personnel|employees|members|persons
        """,
        .purposeLimitation: """
        use|used|uses|using ..15 only|solely|exclusively ..8 for|to|in|as|purpose|purposes|necessary & @info|it|confidential
        only|solely|exclusively ..4 use|used|uses|using ..16 for|to|as|accordance|in & @info|it|confidential ! @ai
        @neg ..6 use|used|uses|using|make|exploit ..22 except|other|than|purpose|purposes|any|own|benefit & @info|confidential ! @ai ! name|names|logo|logos
        use|used ..12 limited to
        use|uses|used|using ..12 for|to|in ..14 nothing else|other ! name|names ! @ai
        for ..6 purpose|purposes only|solely|exclusively & use|uses|used|using ! @ai
        use|uses|used|using ..8 for ..2 any|other ..2 purpose|purposes ..2 other|except|save|than|but ! @ai
        use|uses|used|using ..12 otherwise than ! @ai
        @neg ..8 use ..14 save|except|but ! name|names|logo ! @ai
        use|uses|used ..8 only|solely|exclusively ..4 within|for|to|in|on & @info|it|them|same ! name|names ! @ai
        use|uses|used|using ..10 for no ..2 purpose|purposes|reason ..2 other|except|but|than
        may ..2 be used solely|only|exclusively ..4 for|to|in|within ! name|names ! @ai
        @use ..10 for|to ..14 for no other|further purpose|reason
        @use ..8 for no ..2 purpose|purposes|reason ..3 other|than|except|but
        @neg ..26 use or|nor|and disclose ..16 except|other|save|than|proper|course|necessary|purpose|purposes & @info
        @neg ..6 @use ..14 for|to ..3 its|his|their|your|our|own|other ..2 own|purposes|benefit|purpose ! name|names|logo ! @ai
        exploit* ..6 for ..2 purposes|purpose ..12 @neg
        use|uses|used|using ..10 for ..6 alone
        only ..4 access ..4 use ..8 for
        """,
        .compelledDisclosure: """
        require*|compel*|order*|obligat*|obliged|request*|pursuant|served ..14 law|laws|court*|subpoena*|government*|regulat*|judicial|administrative|authorit*|tribunal & disclos* & court*|subpoena*|government*|judicial|regulator*|regulatory|tribunal|process|authorit*|order|orders|notif*|notice|compelled ! secretary ! data subject
        legally|compelled ..6 compelled|required|disclose ..20 disclos*|information
        permitted|protected|immun* ..20 whistleblow*
        law|laws|subpoena*|court*|authorit*|regulator* ..10 requires|require|compels|orders|demands ..10 disclos*|information ! data subject
        disclos* ..6 by operation of law
        disclos* ..30 government official*
        subpoena*|summons ..25 notify|notifies|notice|inform|quash|object|protective
        protected disclosure|disclosures
        order ..6 court|authority|regulator ..10 gives|give|warning|notice|tell|tells
        """,
        .secrecyOfRelationship: """
        existence|fact|status|occurrence|nature ..8 discussion*|negotiation*|agreement|relationship|talks|engagement|nda|mnda|project|cooperation|transaction|contract|services|mandate|assignment|order & confidential*|disclos*|secre*|reveal*|include*|divulg*|mention*
        discussions|discussion ..2 negotiations|negotiation ..4 relating|concerning|regarding|taking
        terms|contents|content|conditions ..4 this @agreement ..3 is|are|shall|be|as|not ..4 confidential|secret|disclosed
        confidential|secret|disclose|reveal ..10 terms ..3 this @agreement
        identity|name|names ..3 client|clients|customer|customers ..20 confidential|secret|disclos*|reveal*
        @neg ..4 disclos*|reveal*|mention* ..6 identity|name|names ..3 client|clients|customer|customers
        fact ..6 works|work|working|engaged|cooperat*|collaborat*|advis*|retained & confidential*|disclos*|secre*|reveal*|include*|covers|divulg*|mention*
        covers|includes|include|comprises ..16 terms of|and this|the @agreement
        @neg ..8 disclos*|reveal*|known|tell|mention*|say ..8 that ..10 discussions|negotiations|talks|considered|considering|engaged|working|exchanged|changed|taking
        fact ..2 that ..10 exists|exist|existence|engaged|works|considered|negotiat*|localised|under|taking
        discussions|negotiations|talks ..5 taking place|state|status
        who the ..2 client|customer|studio|buyer ..1 is
        """,
        .noPublicity: """
        publicity|advertis*|testimonial*|announcement|announcements & @neg|consent|approval|permission|prior|unless|forbidden ! processor* ! addition
        press release*|releases & @neg|consent|approval|permission|prior|unless
        @neg ..8 use ..8 name|names|logo|logos|trademark*|brand* ! remov*
        @neg ..12 portfolio
        portfolio ..25 consent|permission|approval|until|unless
        keep|kept|hold ..6 ourselves|private|quiet|secret ..4 until
        @neg ..6 publicly|public ..4 announce*|disclose|refer*|use|identify|statement*
        @neg ..6 publish* ..8 article*|paper*|result*|findings|case
        portfolio|showreel|website|references ..30 before|after|until|consent|permission|approval|released|confirm*
        show|display|publish|present|post ..14 portfolio|showreel|social
        name|names|naming|mention|mentions|mentioning|list|refer ..10 reference|references|referee|customer & @neg|consent|permission|approval|refrain ! references to
        refrain|not|never ..4 naming|mentioning|advertising
        @neg ..6 publicise|publicize|advertise
        @neg ..3 be ..2 published|presented|publicised|publicized|announced
        no ..2 news|media ..1 release|releases
        @neg ..3 be ..2 posted|shown|displayed
        add|show|list|display|include|mention ..8 @showcase ..14 once|after|until|when|unless|only|before|consent|permission
        @neg ..8 post|posts|publish|share ..10 social|online|stills|clips|screenshots
        no ..6 release*|statement*|announcement* ..14 absent|without|unless|approv*|consent
        naming|mentioning ..6 reference* ..4 requires|needs|only
        @neg ..3 be ..1 named|mentioned|listed|shown ..8 reference*|portfolio|website|cv
        @neg ..2 mention|name ..8 social|reference|publicly
        """,
        .noSubcontracting: """
        @neg ..8 subcontract|subcontracts|subcontracted|subcontracting|subcontractor|subcontractors|delegate|outsource ! phi ! subprocessor* ! disclos*
        subcontract*|outsource*|delegate* ..25 only|without|unless|prior ..12 consent|permission|approval|written|agree*|approved ! phi ! personal
        @neg ..6 engage|appoint|involve|assign|hire ..8 third|subcontract*|freelanc*|another|others ! subprocessor* ! personal
        may ..6 subcontract* ..12 only ! phi
        only ..6 consent|permission|approval ..8 subcontract* ! phi
        personally ..8 perform|carry|provide
        perform|performs|render|renders|provide|provides|carry|do|execute ..10 in person
        perform|render|provide|carry|do ..8 personally|yourself|himself|herself|themselves
        third|others|another|substitute* ..6 engaged|involved|used|appointed|commissioned ..8 only|without|consent|approval ! personal
        @neg ..4 hand|pass ..4 on|over ..4 another|others|third|else
        @neg ..6 engage|appoint|send|provide ..6 substitute|replacement
        bring|involve ..4 someone|somebody|anyone|else|others ..10 ask|consent|first|approval|permission
        use|engagement|involvement|deployment|employment|recourse ..4 third|agents|subcontractor*|freelancers|others|assistants ..10 only|requires|without|admissible|subject|permitted ! personal
        assignments|services|work|order|orders|duties|engagement ..2 are|is ..1 personal
        passing|hand|handing|pass ..4 on ..16 colleague|colleagues|others|third|agent|anyone|someone
        engag*|appoint*|use|uses ..3 subcontractor* ..14 only|without|unless|after|prior|subject|objection ! phi ! personal
        @neg ..4 place|award|let ..3 lower|sub ..2 tier|subcontract|subcontracts
        @neg ..4 send ..3 someone|somebody|another|others|anyone
        @neg ..10 carried|performed|done|executed ..3 by ..3 third|another|others|someone|anyone
        """,
        .flowDown: """
        comply|follow|adhere|observe|abide|respect ..8 customer|client|clients|end|project|principal ..5 polic*|guideline*|rules|standards|requirement* ! data protection ! process*
        comply|follow|adhere|observe|abide|respect ..4 polic*|guideline*|requirement*|rules ..8 customer|customers|clients|client|end|principal ! data protection ! process* ! deemed
        flow|flows|flowed|flowing down
        pass|passed|passes ..3 through|down ..8 obligation*|terms|requirement*
        customer|client|project|end ..2 specific ..6 terms|requirement*|instruction*|polic*|nda|rules|obligation*|agreement*
        end client|customer|clients ..12 terms|polic*|requirement*|obligation*|nda
        terms|obligations|requirements|polic* ..6 imposed|required ..4 client|clients|customer|end
        back to back
        client|clients|customer|customers|principal ..8 impos*|rules|polic*|guideline*|requirement* ..24 follow|comply|observe|bind|binds|binding ! data protection
        observe|follow|comply|respect ..6 polic*|rules|guideline* ..10 client|clients|customer|customers ! data protection ! process*
        prime|head|upstream contract|agreement ..20 incorporat*|bind*|flow*|apply|applies|comply|observe|follow
        incorporat* ..4 reference & prime|head|upstream
        @principal impose*|impos* ..10 rules|requirements|terms|polic*|obligations|conditions
        comply|follow|adhere|observe|abide|respect ..6 polic*|rules|requirement*|guideline*|procedures ..8 @principal ! data protection ! process* ! deemed
        clauses|terms|provisions ..4 prime contract
        """,
        .aiUseApproval: """
        @neg ..8 use|uses|used|using|employ|rely|utili*|deploy|adopt ..14 @ai|@products ! @input ..10 into ! to|for|in|as ..2 train*|tune|tuning
        @ai|@products ..14 @neg ..3 be ..3 used|permitted|allowed|employed
        prior|written|express|explicit ..8 consent|approval|permission|authori*|agreement ..25 @ai ! input|paste|upload|submit|enter ! train* ! training
        use|using ..8 @ai ..16 prohibited|forbidden|requires|require|approved|approval|consent|permission
        @ai ..10 only ..8 approved|approval|consent|permission
        unless ..16 approved|approves|consent*|agreed|authori* ..25 @ai ! input|paste|upload|submit|enter
        @neg ..10 recourse|resort|use|employ|deploy|reliance ..10 @ai ! @input ..10 into ! to|for|in|as ..2 train*|tune|tuning
        @ai ..40 requires|require|needs|subject ..8 consent|approval|permission|authori*|agreement|release ! input|paste|upload|submit|enter
        approval|consent|permission|authori* ..14 before ..8 @ai ! input|paste|upload|submit|enter
        @neg ..16 created|produced|generated|made|altered|enhanced|written|drafted ..10 @ai ! to|for|in|as ..2 train*|tune|tuning ! accessible|available
        @ai ..10 only ..14 listed|approved|approves|agreed|consent*|released|authori* ! input|paste|upload|submit|enter
        @ai ..20 @neg ..3 be ..3 used|employed|relied ! to|for|in|as ..2 train*|tune|tuning
        @ai ..14 is|are ..2 prohibited|forbidden|excluded|banned|blocked|barred|disallowed
        @ai ..20 only ..4 after|once ..20 approv*|consent*|agreed|released|authori* ! input|paste|upload|submit|enter
        no|neither ..4 @ai ..24 allowed|permitted|acceptable|deployed|admissible|eligible ! train* ! @seat
        @ai ..24 unless|until|before ..12 cleared|whitelisted|sanctioned|approved|authori*|listed|released ! @puts
        @neg ..4 deploy|deploys|rely|relies|adopt ..6 @ai
        unless|until ..14 @tell ..10 @ai
        using ..3 @ai ..14 @neg ..2 allowed|permitted|acceptable
        """,
        .aiInputBan: """
        @neg ..8 input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|insert*|expose*|provide|process|processed|disclos*|share|transmit*|copy|send|prompt|prompts|prompting|introduce*|supply|transfer* ..40 @ai|@products
        input*|paste*|pasting|upload*|submit*|entering|feeding ..30 @ai|@products ..14 prohibited|forbidden|not
        @neg ..8 input|inputting|paste*|upload*|submit*|enter|feed|process ..40 train|trains|training|trained|learn|learns & @ai|tool|tools|service|services|third|online
        @neg ..6 use|uses|used|using ..12 @ai|@products ..12 with|on|to|for|in|process ..8 confidential|personal|proprietary|translate|materials|source
        confidential|personal|client|customer ..20 @neg ..3 be ..3 input*|pasted|uploaded|submitted|entered|fed|processed|disclosed|used ..20 @ai|@products ! train* ! tune
        @neg ..14 be ..3 input*|pasted|uploaded|submitted|entered|fed|processed|included|ingested|put|translated|transcribed ..16 @ai|prompt|prompts|prompting
        process|processed|processing|translat*|transcri*|summari* ..30 @ai ..24 requires|require|prohibited|forbidden|consent|permission & @info|it|them
        @info ..24 requires|consent|permission|approval ..20 @ai & input*|paste*|upload*|submit*|enter*|process*
        @neg ..8 input*|include*|place|put|enter ..8 prompt|prompts
        @neg ..8 allow|cause|permit ..14 ingested|processed|accessible|accessed|read|scanned ..10 @ai
        entry|entering|input|inputting|upload|uploading|submission|feeding|disclosure|transfer ..24 @ai ..30 inadmissible|prohibited|forbidden|not|only|unless|requires|barred
        @neg ..6 be ..3 made available|accessible|shown|given|supplied|provided ..6 to ..3 @ai|it|them|any & @ai
        @neg ..16 be ..2 run|passed|put|processed|analysed|analyzed ..3 through|by|with|in ..6 @ai
        @neg ..8 use|uses|used|using ..4 free|consumer|personal|public|unpaid ..3 version*|plan*|account*|tier*|edition* & @ai
        @neg ..8 place|places|put|include ..16 prompt|prompts & @info|credentials|code|client|customer
        @neg ..6 connect|connects|expose|expos* ..16 @ai
        @ai ..1 of ..4 @info ..40 requires|require|prohibited|not|unless
        """,
        .aiConditionalPermission: """
        may|can|permitted|allowed|free|entitled ..8 use|uses|using|employ|utili* ..14 @ai|@products ! may not ! neither|nor ! no ..8 may ! only ..14 approv*|consent*|permission|listed|released
        @ai|@products ..12 may|can ..3 be ..3 used|employed ! not be ! no ..8 may ! only ..14 approv*|consent*|permission|listed|released
        use ..6 @ai|@products ..14 permitted|allowed|acceptable ! not permitted ! not allowed ! prohibited
        may ..10 process* ..25 @ai ! may not ! neither|nor ! no ..8 may
        @ai ..24 is|are ..2 permitted|allowed|exempt|excepted|acceptable|unaffected ! not permitted ! not allowed ! only ..14 approv*|consent*|permission|listed
        @ai ..30 is|are|remain|remains ..2 permissible|admissible|fine|ok|welcome|unobjectionable|allowed ! @neg ..3 permissible|admissible|fine|ok|welcome|allowed
        no objection & @ai
        @ai ..6 may|can ..3 be ..3 used|employed|run ! not be ! no ..8 may ! only
        may ..4 be ..2 used & @ai ! @neg ! unless ! only
        free|entitled ..2 use ..6 @ai
        left|leave ..5 judgement|judgment|discretion & @ai
        may ..2 have recourse ..8 system|tool|model|@ai & @ai ! only
        nothing ..8 prohibit*|prevent*|restrict*|preclude*|forbid* ..10 @ai
        """,
        .aiNoTraining: """
        @neg|prohibit* ..20 train|trains|trained|training|finetune|finetuning|finetuned ..20 model*|ai|llm|llms|ml|algorithm*|network*|engine*|system*
        @neg ..25 used|use|uses ..12 train|training|improve|improving|develop ..12 model*|ai|llm|llms|ml|algorithm*|engine*|system*
        @neg ..10 retain*|store*|keep|use ..6 train*|learn ..10 information|data|content|input*|it|them
        model*|ai|llm ..16 @neg ..4 train*|trained|learn
        train|trains|training|trained ..6 on ..8 information|data|content|input*|it|them|prompts|text ! employee* ! workforce
        @ai ..10 that|which|who ..10 learn*|improve*|train* ..20 @neg
        @neg ..16 train|trains|training|retrain|tune|tuning|tuned|learn* & @ai
        @neg ..10 used|use ..10 training|train|improve|develop ..10 @ai
        @neg ..20 include*|included ..8 training ..2 data|set|corpus|dataset
        nothing ..16 train|training|improve|learn & @ai
        @neg|barred|precluded|prevent*|exclude|excludes|excluding ..12 train*|improv*|enhance|refine|learn* ..10 model|models|@ai|algorithm*|service|services|product*|input*|output* & @ai
        prevent*|exclud*|disable*|off ..10 learn*|train*|training & @ai
        barred|prohibited|precluded ..4 from ..6 using|use ..10 improve|train|develop
        """,
        .aiNoRetention: """
        @neg|zero ..10 retain*|store|stores|stored|retention|log|logs|logged|cache*|keep|keeps ..25 @ai|prompt|prompts|prompting|input*|output*|vendor|provider|tool|tools|model*|it|them|any|@info & @ai|prompt|prompts|prompting|train*
        zero ..2 retention
        retain|retains|retained|store|stores ..10 train|trains|use ..14 information|data|content|input*|it|them
        @neg ..16 retain|retains|retained|store|stores|stored|keep|kept|log|logged|cached ..20 @info|beyond|longer|session|operator|provider & @ai|prompt|prompts|prompting|completion*
        @ai ..8 that|which ..6 retain*|store|stores|log|logs|keep ..20 @neg
        neither ..10 train* ..14 keep|retain*|store*|log
        nothing ..10 retained|stored|kept|logged & @ai|prompt|prompts
        prevent*|exclud* ..10 stored|retained|kept|logged & @ai
        @neg ..6 keep|keeps|stores|store|retain|retains ..12 longer|beyond & @ai
        deleted|erased|discarded ..4 as soon|immediately|once|after & @ai|prompt|prompts|prompting
        """,
        .aiToolList: """
        @products
        approved|permitted|authori*|prohibited|banned|allowed ..4 @ai ..3 tool|tools|systems|services|vendors & list|schedule|annex|appendix|register
        list ..6 approved|permitted|authori*|prohibited|banned ..6 @ai
        claude|gemini|copilot|bard|cursor|phrase ..20 @products|@ai
        @ai|@products ..20 copilot|claude|gemini|bard
        banned|prohibited ..6 @ai ..4 system|systems|tool|tools|application*|service*
        @ai ..8 named|listed|included|set|appearing ..8 list|register|schedule|annex|appendix|catalog*
        @ai ..8 allow|approved|white|safe list|lists
        approved|permitted|authori*|prohibited|banned|allowed|blocked|listed|denied ..2 tool|tools|services|systems|applications|products ..4 page|list|register|schedule|annex|catalog*|inventory & @ai
        """,
        .aiUseRecords: """
        record|records|log|logs|register|inventory|documentation|document ..22 @ai
        @ai ..22 record|records|recorded|log|logs|logged|register|documented
        inform|notify|disclose|discloses|declare|tell|identify|state ..16 use|used|uses|using ..8 @ai
        inform|notify|disclose|declare|state|identify ..16 @ai ..6 tool|tools|system|systems|services ..10 used|use|name|version
        list|overview|summary|inventory|details|account ..6 @ai ..6 used
        tell|inform|notify|disclose|state|declare|say ..8 which|what|whether|any ..8 @ai ..6 use|used|uses
        note|notes|record|records|log|document|documents|register ..6 @ai ..8 version|date|name|job|purpose
        identify|declare|disclose ..16 generated|produced|created|assisted ..12 @ai
        obtain|seek|request|ask ..20 stating|naming|specifying ..14 version & @ai
        declar*|inform*|notif*|disclos*|states|tells|lists ..12 which|what|whether ..12 @ai
        state|declare|indicate|tick|specify|report|say|tell|inform|note ..6 whether|which|what ..16 @ai
        log|logs|record|records|list|history|copies ..4 prompts|prompting|prompt|queries & @ai
        note|notes|record|log|logs|recorded ..10 which|what|stating|naming ..2 @ai
        """,
        .aiOutputRules: """
        @ai ..2 generated|assisted|produced|created|derived|output*
        output|outputs|result|results ..25 review*|label*|mark|marked|verif*|check*|edit*|human|own*|licen*|responsib* & @ai
        generated|produced|created ..8 @ai|@products ! no part|portion|element
        @ai ..25 output|outputs ..20 review*|label*|verif*|check*|human|own*|responsib*
        check*|review*|verif*|test|tests|edit*|postedit*|validate* ..8 output*|result*|segment*|suggestion*|code & @ai
        responsib*|liable|accountable ..8 output*|result* & @ai
        produced|created|made|generated ..4 with|by ..3 help|aid|assistance|them|it ..14 label*|marked|mark|identif*|disclos* & @ai
        identify|mark|label|flag ..16 generated|produced|created|assisted ..12 @ai
        postedit* & @ai
        accountable|responsible|answerable|liable ..10 produces|generates|output*|generated|produced & @ai
        bear|bears|carry|carries ..4 notice|label|statement|mark & @ai
        validated|reviewed|checked|verified|validate|review|check|verify ..8 person|human|professional|engineer|expert|specialist & @ai
        person|human|professional|engineer|expert|specialist ..4 validate*|review*|check*|verif* & @ai
        """,
        .dataResidency: """
        @store ..15 only|exclusively|solely|within|inside ..8 @place & @info|server*|backup*|hosting ! court* ! registered ! venue ! offices ! @place ..1 gdpr|data|act|law
        only|exclusively|solely ..8 @store ..10 in|within|inside ..6 @place & @info|server* ! court*
        @neg ..8 store|stored|host|hosted|kept|held|maintain|maintained|reside ..14 outside ..6 @place
        @neg ..4 leave ..6 @place
        residency|localisation|localization ..10 data|information|requirement*
        data|information ..6 residency|localisation|localization
        processing|storage|hosting|inference ..6 exclusively|only|solely ..12 @place
        inference|storage|processing|hosting ..6 in|within ..3 @place & data|processing|inference
        @store ..3 within|inside|in ..4 @place & @info ! court* ! registered ! venue ! offices ! transfer* ! may
        @neg ..4 be ..6 accessed|kept|processed|stored ..8 outside ..4 @place
        """,
        .crossBorderTransfer: """
        transfer*|transmit*|export*|send|sent|move|moved|access|accessed|disclos*|process|processed|use ..16 outside ..8 @place|of & @info|personal
        cross border
        restricted transfer*
        standard contractual clause*
        sccs
        third countr*|country
        transfer*|process ..12 globally|internationally|abroad|overseas|worldwide ! license* ! licence*
        adequacy decision*|determination
        @neg ..4 leave|exit ..6 @place & personal|data|information
        @neg ..4 transfer|transfers|send|sends|export|move|take ..6 outside|out ..3 @place ! court*
        @neg ..6 access|accessed|accessible ..4 from ..3 outside
        @neg ..12 be ..2 communicated|sent|transferred|moved|exported|disclosed|transmitted ..4 outside ..3 @place
        """,
        .jurisdictionExclusion: """
        @neg|prohibit*|banned|exclud* ..25 headquartered|incorporated|domiciled|based|owned|controlled|established|organized|located|operated ..6 in|by|from ..8 @land & @vendor ! court* ! stored ! transfer*
        banned|prohibited|sanctioned|excluded|embargoed ..3 country|countries|jurisdiction|jurisdictions|vendor|vendors|supplier*
        @neg ..10 use|engage|procure ..12 @vendor ..14 from|in|of ..6 china|russia|iran|korea|prc|sanctioned|embargoed
        @neg|prohibit* ..30 provider*|vendor*|operator*|entit* ..6 established|headquartered|incorporated|based|controlled|owned|domiciled ..12 china|russia|iran|korea|prc|belarus|republic|sanctioned ! court*
        @vendor ..12 headquartered|established|incorporated|based|controlled|owned|domiciled ..10 china|russia|prc|iran|korea|belarus|republic ..6 @neg|prohibited|excluded|banned
        @vendor ..6 subject ..4 law|laws ..4 china|russia|prc|iran|korea|belarus
        @vendor|@ai ..14 @seat ..10 china|russia|prc|iran|korea|belarus|republic|sanctioned|embargoed|adversary & @neg|excluded|prohibited|banned|barred|ineligible
        @neg ..3 @ai ..6 @seat ..14 china|russia|prc|iran|korea|belarus|republic|sanctioned
        @vendor ..8 @seat|answerable ..14 state|country|countries|jurisdiction* ..12 @neg|excluded
        restricted|sanctioned|embargoed ..1 countries|country|jurisdictions & @vendor
        """,
        .subprocessorApproval: """
        subprocessor* & approv*|authori*|object*|consent*|unless|engag*|appoint*|list|notify|notice|agreement
        disclose|disclos*|phi|personal ..14 subcontractor|subcontractors & may|consent*|approv*|authori*|unless & phi|personal
        subcontractor|subcontractors ..20 phi|personal & may|consent*|approv*|authori*|unless ! ensure
        @neg ..8 engage|use|appoint|bring|involve ..4 another|other|third|further|additional processor|processors
        """,
        .dpaRequired: """
        data processing|protection agreement|addendum|contract|terms
        processor ..14 controller|behalf & personal
        deemed|acts|act|is ..4 processor
        article|art 28
        dpa & sign*|comply|enter*|execut*|attach*|require*|conclude*
        process* ..4 personal data ..6 behalf
        acts|act|processes|process ..4 behalf & processor
        processing terms|conditions|annex|schedule|addendum|appendix
        """,
        .baaRequired: """
        business associate ..2 agreement|contract & sign*|execut*|enter*|require*|place|ensure
        subcontractor|subcontractors|vendor|vendors|agents ..6 execut*|enter*|sign*|agree*|written ..25 phi|hipaa
        baa & sign*|execut*|subcontractor ..3 execut*
        """,
        .personalDataLimits: """
        process|processed|processing|use|handle|access|collect ..8 personal|pii ..30 instruct*|only|solely|necessary|minimum|extent|lawful* ! phi ! subprocessor*
        comply|compliance|accordance ..14 data protection|gdpr|ccpa|pipeda|privacy ..3 law*|legislation|act|regulation*|gdpr|requirements ! hipaa ! phi
        personal data|information ..30 instruction|instructions|minimum|minimi*
        only ..6 process ..6 personal|data ..25 instruction*|accordance
        minimum ..6 personal|necessary ..8 personal|data|information
        minimum ..6 phi ..3 necessary
        comply|complies|compliance|accordance|line ..12 gdpr|dsgvo|ccpa|pipeda ! standard contractual
        handle|use|process ..4 personal ..6 line|accordance|compliance
        process* ..4 personal ..10 only|solely|exclusively
        """,
        .deidentification: """
        deidentif*|anonymi*|pseudonymi* ! definition
        redact*|sanitis*|sanitiz*|mask*|strip* ..8 data|information|names|name|details|identif*|personal|content ! agreement ! media|devices
        remov*|delet*|replac* ..6 identif*|names ..10 before|prior|from
        before|prior ..24 remov*|replac*|mask*|strip* ..10 names|identif*
        remov*|replac*|strip*|mask*|redact*|obscur* ..10 identifiers|identity|identities
        mask*|redact*|anonymi*|pseudonymi*|strip* ..8 before|prior ! agreement
        """,
        .dataSubjectRequests: """
        data subject* ..25 request*|right*|exercise
        request*|requests ..8 individual*|data
        individual* ..3 request*|rights ..12 access|amend|request*|hipaa|respond
        request* ..6 data subject*
        person|individual|someone|people ..4 asks|ask|requests ..10 records|data|information|copy & request|requests|pass|forward
        """,
        .copyLimits: """
        @neg ..10 copy|copied|copies|reproduc*|duplicat*|photocop*|replicat* ! retain* ! keep ! counterpart* ! legend*|marking* ! return ! destroy
        make ..6 copies ..14 only|except|necessary|without ! retain*
        copy|reproduce|copies ..12 only ..8 necessary|required|extent|purpose|for ! retain* ! counterpart*
        right|permitted|entitled ..3 copy|make ..6 copies|confidential|information
        copied|reproduced|duplicated ..8 only|without ..6 consent|permission|approval|authori*|with
        copies ..6 made ..3 only|solely
        download|downloads|copy|copies|print ..6 no more|only ..10 needs|need|require*|necessary|delivery
        @neg ..2 copy|reproduce|excerpt|summarize|summarise|extract ..10 information|material*
        """,
        .standardOfCare: """
        degree|standard|level ..3 care|diligence
        reasonable ..3 care|precautions|protection|protections|efforts|measures|steps ..16 protect*|prevent*|secre*|confidential*|safeguard*|unauthor* ! process*
        same ..4 care|protections|precautions|measures|degree|manner|standard|protection ..14 own|its|similar
        no less than ..4 reasonable
        protect|protects|guard|guards|safeguard|treat|handle ..16 own ..8 information|secrets|papers|confidential|proprietary|data|materials
        guard|protect|safeguard ..8 as ..3 as ..3 own
        care ..10 own
        secure|protect|guard|safeguard ..16 own ..4 secrets|information
        reasonable ..1 care ! skill ! perform*
        at least equal|equivalent|as ..8 own
        prudent ..3 person|business|businessman|professional
        """,
        .securityMeasures: """
        encrypt*
        multi|two factor
        mfa|2fa
        administrative ..4 technical|physical ..6 safeguards|measures
        technical ..3 organizational|organisational ..4 measures|safeguards
        appropriate ..6 security|safeguards ! confidential information means
        passwords|firewall*|antivirus|malware
        password ..4 protect*|manager|policy|strong|complex*
        secure|secured ..4 server*|system*|network*|device*|environment*|storage|location*|manner|place|cloud
        security ..2 measures|policy|policies|controls|standards|requirements|program|programme
        access control*|controls
        confidentiality integrity ..3 availability
        iso|iec 27001
        nist|fips|soc
        cyber essentials
        """,
        .breachNotice: """
        @tell ..30 @loss & @urgent ! cure* ! warrant* ! terminat* ! subpoena* ! court ! remed*
        @loss ..35 notify|notifies|notified|inform|informs|report|reports|reported|advise|alert|tell|warn|know & @urgent ! cure* ! warrant* ! terminat* ! subpoena* ! court ! material
        @tell ..20 hours ..12 aware|discover*|learn*
        suspect|suspects|suspected|realise|realize|notice|know ..24 call|contact|phone|email|ring|escalate & @urgent
        @tell ..24 within ..4 hours|days|day ..12 notic*|becoming|discover*|aware|learn*
        @tell ..14 @info & unauthori* & @urgent
        """,
        .auditRecords: """
        audit|audits|auditing|inspect|inspection|inspections ! tangible ! gathered ! summary of ! oral* ! visual*
        books ..4 records
        make|makes ..20 records ..12 available
        maintain|maintains|keep|keeps|retain ..6 records|accounting ..20 compliance|disclosure*|process*|year*|month*|confidential|received|access ! @ai
        demonstrate ..4 compliance
        audited
        examine|examination ..6 records|books|documents|systems
        record ..3 all|of ..4 categories ..3 processing
        permit|permits|allow|allows ..6 verification|verify ! @ai
        """,
        .agreementTerm: """
        @agreement ..6 commence*|start|starts|begin|begins|effective|enter|enters|come|comes|takes|becomes ..30 continue*|expire*|terminat*|until|remain*|period|term|end|ends ! invalid ! unenforceable ! affiliate
        @agreement ..4 shall|will ..4 terminate|expire|end|continue|remain|lapse|run|last ..25 year*|month*|day|days|until|after|from|date|unless|completion ! cure ! breach ! fails ! unenforceable ! invalid ! surviv*
        @agreement ..4 expires|terminates|continues|lasts|runs ..20 year*|month*|until|after|end|date|terminated
        term|duration ..3 this? @agreement ..4 is|shall|will|begins|commences|of ! confidential information means
        contract|agreement ..2 stays|remains|continues|is ..4 place|force|effect ! unenforceable ! invalid ! remaining ! rest
        expires ..6 year*|month* ..8 from|after
        term of ..5 year*|years|months|month ! obligation* ! covenant* ! duties
        valid|validity|force ..10 for|period ..5 year*|months|month ! obligation*
        @paper ..3 take|takes|came|comes|enter|enters ..3 effect|force ..30 continue*|expire*|expires|terminat*|until|period|term|end|ends|fixed|indefinite*|year*|month* ! surviv*
        @paper ..2 start|starts|begin|begins|commence*|run|runs ..30 end|ends|until|run|runs|period|term|indefinite*|year*|month* ! surviv* ! notice ..4 period
        @paper ..2 apply|applies|remain|continue ..4 long ! surviv* ! confidential
        take|takes effect ..30 continue*|expire*|until|period|term|end|ends|fixed|indefinite*
        begins|begin|starts|commences ..14 ends|end|expires|expire ..8 year*|month* ! surviv*
        @paper ..2 lasts|last ..4 long
        @paper ..2 starts|start|begins|begin|commences ..14 ends|end|expires|terminates ! notice ..4 period
        @paper ..2 effective ..10 until|through ! surviv*
        @paper ..8 commenced|commence|commences|start|starts|begin|begins ..30 continue*|ends|until|period|term|expire*|indefinite* ! surviv* ! notice ..4 period
        @agreement ..3 govern*|cover*|appl* ..10 during ..8 period|year*|month*
        @agreement ..2 remains|remain|stays|continues ..3 force|effect|place ..8 long|until|while|for ! surviv* ! confidential*
        period of performance
        @agreement|terms|conditions ..3 apply|applies ..2 from ..10 moment|date|day|acceptance|signature
        @paper ..4 concluded|made|entered ..4 for ..4 indefinite|period|fixed
        commence*|start*|begin* ..8 continue* ..6 until|unless
        @agreement ..3 govern*|cover*|appl* ..6 within ..6 year*|month*
        """,
        .terminationNotice: """
        may ..8 terminate|end|cancel|withdraw ..25 notice|written|writing|time|reason|convenience|notif*|cause ! remedy ! cure ! fails ! material ! insolven* ! breach*
        terminat* ..20 by|upon|on|with ..10 notice ! cure ! material ! breach* ! insolven* ! surviv* ! destroy ! return
        chooses|wishes|wants|decides|elects|wish|desires ..3 end|terminate|cancel|stop ..18 writing|written|notice|notif*
        days|weeks|months|month ..5 notice ..8 terminat* ! cure ! breach*
        terminat*|cancel* ..6 giving ..12 notice ! cure
        gives|giving|give ..3 notice of? termination ! breach
        close|cancel|end|terminate ..8 account|project|order|contract|agreement ..16 notice|whenever
        may|can ..8 end ..4 period|term|agreement|this|it ..8 notice|notif*
        period of notice
        may ..4 resiliate|rescind|denounce|withdraw ..16 notice
        """,
        .survival: """
        survive|survives|surviving|survival ! no representation
        remain|remains|continue|continues|continuing|bound ..10 force|effect|apply|bound|binding|confidential ..16 after|following|notwithstanding|beyond|despite ..8 terminat*|expir*|end|completion|conclusion ! retained ! negotiat*
        obligation*|obligations|duty|duties|provisions|undertaking*|confidentiality|clauses|restrictions|secrecy ..24 for|period ..12 year*|month* ..8 after|from|following|of|thereafter ! destroy
        obligation*|duty|duties|confidential*|undertaking*|secrecy|provisions ..26 indefinite*|perpetu*|unlimited
        obligation*|duty|duties|confidential*|undertaking*|secrecy|provisions|apply ..20 without limit
        notwithstanding|after|following|beyond|despite ..6 terminat*|expir*|end|completion ..25 continue*|bound|remain|remains|obligation* ! return ! destroy ! retained ! delet* ! compl* ..3 retained
        period|for ..6 year* ..6 after|from|following ..8 terminat*|expir*|disclos*|receipt|end & confidential*|obligation*|disclose|secret ! retain*
        trade secret* ..20 long|until|remains|while|qualif* ! means
        obligation*|duties|duty|covenant*|undertaking* ..14 last|lasts|end|ends|lapse|lapses|cease|expire|expires|bind|binds|run|runs|continue|continues|apply|applies|outlast ..24 year*|month*|indefinite*|perpetu*|period ! notice ! return ! destroy
        stay|stays|remain|remains ..3 confidential|secret|protected ..16 after|beyond|no|without|forever|even|indefinite*
        obligation*|duties|duty|covenant*|undertaking* ..6 not|never ..2 expire|end|lapse|cease
        outlast|outlasts|outlive*
        section|clause|article|paragraph ..3 continues|survives|binds|bind|remains|applies ..14 year*|month* ..10 after|from|following|beyond
        lasts|last|runs|continues|continue ..8 year*|month* ..10 disclos*|receipt|received
        remain|remains|stay ..2 confidential ..4 long
        section*|article*|clause*|paragraph* ..10 continue|continues|remain|remains|persist*|live ..4 effect|force|bind*|apply|on
        @neg ..2 affected ..4 @ended & confidential*|obligation*
        persist*|endure* ..14 year*|month*|indefinite*|beyond|after
        either during ..12 or ..4 after & @neg|confidential*
        during and ..1 after & @neg|confidence|confidential|secret
        part|section|clause|article ..4 goes|go|keeps|keep on? applying|binding
        goes|go on applying|binding
        """,
        .returnOrDestroy: """
        return|returns|returned|returning|destroy|destroys|destroyed|destruction|erase|erased|delete|deletes|deleted|redeliver*|surrender*|dispose*|purge*|shred*|deliver ..14 @info|copies|copy|property|tangible|embod*|thereof|them|same ! accidental ! unlawful ! counterpart* ! data subject ! markings ! notices ! return* ..4 contact
        confidential ..20 @bound ..6 returned|destroyed|erased|deleted
        hand|hands|handed|handing|give|deliver|surrender ..2 over|back|up ..12 @info|copies|it|them|property
        @info|copies ..16 @bound|has|have ..3 be ..3 returned|destroyed|erased|deleted|surrendered
        within ..8 days|day|weeks|month|months ..12 delete|destroy|erase|return|returns|purge ..14 @info|copies|all|it
        wipe|wipes|sanitiz*|sanitis*|scrub|remove|removes ..10 confidential|media|copies|devices|everything|all ! markings ! notice ! notices ! names ! identif*
        deliver|return|returned ..10 documents|property|materials|devices|notes|drawings
        erase|erases|destroy|destroys|delete|deletes ..10 everything|anything|what|documents|papers
        """,
        .retainedCopies: """
        unless|except*|save|excepted ..14 law|laws|statut*|legal|retention ..12 stor*|retain*|retention|keep|kept|copies ! @ai ! disclos*
        may|entitled ..2 keep|retain ! keep ..8 confidential|secret ! title ! @ai ! prompt|prompts|prompting ! ownership
        copies|copy|backups ..8 keep|kept|retain|retained|expire|overwritten|cycle|purge* ! @ai ! purge ..6 copies
        retain|retains|retained|retaining|retention ..25 copy|copies|backup*|information|phi|data|archiv*|record|records & may|entitled|permitted|allowed|except*|notwithstanding|not|required|obliged|backup*|archiv*|polic*|law|legal|one|entitle ! title ! ownership ! intellectual ! @ai ! prompt|prompts|prompting ! retain* all
        keep|keeps|kept ..8 copy|copies|archival ! confidential* ..8 keep
        backup|backups|archive|archival|archives|archived ! @ai ! encrypt* ! delet* ! eras* ! leave ! outside ! wip*
        stored ..10 law|regulation
        further storage
        retain|keep ..2 no ..4 copies|copy
        one|single|archival copy ..10 held|kept
        statutory|legal|mandatory ..3 retention|storage|archiving
        apart|except|save|other ..2 from|for|than ..6 copies|backups|archiv*
        not|without ..4 purge|purging|delete|erase|search|overwrite ..6 backup|backups|archiv*
        archival|archive|record ..1 copy|set
        hold|holding|hang ..1 on ..1 to ..4 copy|copies
        except|save|but ..2 one|single|1 ..2 copy
        """,
        .governingLaw: """
        governed ..12 law|laws
        construed ..14 law|laws
        governing law ! conflict
        law|laws of ..4 state|republic|england|kingdom|province|commonwealth|germany|france|canada|ireland|alberta & govern*|construed|apply|applies|subject|interpreted
        exclusive|sole ..6 jurisdiction
        jurisdiction ..6 courts ! competent
        courts of|in|located ..10 jurisdiction|exclusive|dispute*|action
        law|laws ..6 apply|applies|governs ! required ! comply ! breach
        subject ..1 to ..4 law ! required ! privilege ! court order
        law|laws ..2 governs|govern|applies
        law|laws ..2 controls|control
        law|laws of ..8 state|republic|england|kingdom|province|commonwealth|ohio|virginia ..8 control|controls|govern|governs|apply|applies
        construed ..4 under ..10 law
        place of jurisdiction
        venue ..8 courts|court
        """,
        .amendmentForm: """
        amend*|modif*|vary|varied|variation|variations|alter|altered|change|changes|changed|supplement*|waive*|waiver* ..22 writing|written|signed & @agreement|provision*|order|sow|terms|term|party|parties|both|here ! subprocessor* ! reverse
        writing|written|signed ..8 amend*|modif*|variation* & @agreement|terms|parties ! subprocessor*
        @neg ..4 amendment*|modification*|variation* ..20 valid|binding|effective|unless
        change|changes|amend|amends ..12 both|each ..3 sign|signs
        changed|amended|varied|modified ..4 only ..8 writing|written|signed|document|instrument
        change|changes|amendment*|modification* ..16 signature|signatures
        amendment*|modification*|variation*|changes ..8 valid|effective|binding ..10 writing|written|signed
        no|neither ..3 change|changes|modification*|amendment*|waiver* ..4 effective|valid|binding
        amendment*|modification*|supplement*|change*|variation* ..6 require*|need*|take ..6 writing|written|document|paper|signed|signature*
        changed|amended|varied|modified ..4 only|solely ..8 written|document|instrument|modification|executed|signed
        amendment*|modification* ..12 signed|executed|writing|agreed
        changes ..4 document ..8 signed|sign
        amendment*|modif*|waiver*|change ..14 absent|unless|without ..6 writing|written
        newer|new version ..8 replace*|supersede*|applies
        """,
        .precedence: """
        conflict*|inconsisten*|discrepan*|contradict* ..28 control|controls|prevail*|preced*|govern|governs|supersede* ! conflict* of law* ! conflict* ..1 rules|principles|provisions
        control|controls|prevail|prevails ..8 conflict*|inconsisten* ! conflict* of law*
        order of precedence
        precedence over
        differ|differs|contradict* ..12 control|controls|prevail*|govern|governs|preced*|first|before
        conflict*|inconsisten*|contradict* ..14 comes|come|ranks|rank|take|takes ..2 before|first|above|precedence
        precedence ..2 over
        controls|prevails|governs|prevail|control over
        differ|differs|conflict* ..10 stricter ..2 applies|apply|prevail*
        discrepan*|conflict*|inconsisten*|contradict* ..20 priority
        priority over
        contradict*|conflict*|inconsisten*|discrepan*|variance|diverge* ..20 rank*|prevail*|govern*|control*|ahead|before|priority|precedence ! conflict* ..1 rules|principles|provisions ! conflict* of law* ! choice
        override|overrides|overriding|supersedes & agreement|terms|addendum|contract|order & wherever|where|extent|conflict*|diverge|inconsisten*
        say|says different ..10 wins|win|prevail*|control*|govern*
        rank|ranks|ranking ..3 ahead|above|before|over
        variance|odds ..4 with ..20 govern*|prevail*|control*
        """,
        .dateRules: """
        business|working day|days ..3 means|mean|is|are ! within
        fall|falls|falling ..8 saturday|sunday|weekend|holiday*|business|working|nonbusiness
        period*|time|days|deadline* ..8 calculated|computed|counted|reckoned
        exclude*|excluding|include*|including ..4 day ..4 notice|event|given|received|which
        reference* ..3 day|days|months|month ..6 calendar|business|working
        last day ..3 month
        business|working day|days a|any day
        business|working days|day ..2 exclude*|include*
        """,
        .noReverseEngineering: """
        reverse engineer*
        decompil*|disassembl*
        reverse ..3 assemble|compile|engineering
        @neg ..6 take apart
        @neg ..8 analyse|analyze|test ..10 sample*|composition|structure
        @neg ..8 determine|determined|ascertain|deduce|analyse|analyze ..10 structure|composition|workings|sample*
        """,
        .residuals: """
        residual|residuals
        retained ..6 unaided|memory|memories
        """,
        .independentDevelopment: """
        nothing|not|neither|free ..16 prohibit*|prevent*|restrict*|limit*|preclude*|impair* ..16 develop*|compet*|acquir*|market*|similar|independent* ! apply ! include ! restrictions
        may|free ..8 develop* ..10 internally|independently|similar|competing|compete
        understand*|acknowledg* ..25 develop* ..20 similar|compet*
        may|free ..8 compet* ..3 projects|products|work|services|business|with ! not
        """,
        .noLicense: """
        @neg|nothing ..16 licen*|right|rights|title|interest ..16 grant*|confer*|convey*|implied|transferred
        grant*|confer* ..4 no ..4 license*|right*|licen*
        @neg|nothing ..14 grant|grants|granted|granting|confer*|construed|convey* ..18 licen*|right|rights|title|interest
        remain|remains ..8 property ..8 of|disclos*|discloser
        title|ownership|rights ..16 remain*|retained ..6 with|property|disclos*
        neither ..4 transfers ..4 rights
        no ..3 license*|licence* ..6 given|granted|implied|conferred|arises
        keeps|retains|reserves ..8 intellectual property|rights|title
        @neg|nothing ..10 gives|give|giving ..4 right|rights|interest|licen*|title
        keep|keeps|retain|retains ..2 all|any|every rights|title
        property ..4 remains|remain ..8 of|disclos*|owner
        no ..6 license*|licence*|right|rights|interest ..6 created|arises|given|conferred|implied|granted
        neither ..4 receives|acquires|obtains ..6 licen*|right|rights|interest
        """,
        .preserveNotices: """
        @neg ..6 remov*|alter*|obscur*|delet*|deface* ..8 marking*|notice|notices|legend*|label*|copyright|trademark*
        preserve|reproduce|retain|maintain ..8 notices|legends|markings
        legend*|marking*|markings ..10 reproduced|retained|preserved|removed|kept
        proprietary|copyright ..2 notice|notices ..10 reproduced|retained|preserved|removed|kept
        legend*|marking*|markings|statements ..10 carried|repeated|reproduced|retained|preserved
        """,
        .exportControl: """
        export ..8 law|laws|control|controls|regulation*|violation|administration|restriction*
        itar|ear
        """,
        .nonSolicit: """
        solicit|solicits|solicitation|soliciting|poach*|entice*|nonsolicitation ! offer to sell
        circumvent*
        @neg ..8 hire|employ|recruit ..8 employee*|staff|personnel
        @neg ..14 directly ..10 clients|customers|client|customer ..10 contact*|work|business|contract|services ! @ai
        @neg ..6 approach|contact|serve|accept|canvass ..14 clients|customers|client|customer ..24 directly|offer|offers|services|work|business ! @ai
        @neg ..4 carry|perform|do|accept|provide ..6 work|services ..6 customers|clients|client|customer ! @ai
        @neg ..6 induce|induces|encourage|persuade|lure|entice ..8 employee*|staff|personnel|customer*|client*|supplier*
        @neg ..4 work ..3 for ..8 @principal ..16 through|other|except|direct*
        @neg ..8 take ..8 work|business ..8 off|direct*|around|outside|away
        work|business ..8 customer|client ..4 goes|go ..2 through
        @neg ..4 recruit*|hire|hiring ..8 personnel|staff|employee*
        @neg ..3 work ..3 directly ..4 client|clients|customer|customers
        """,
    ]
}
