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
            "not|never|no|neither|nor|without|refrain|refrains|prohibited|forbidden|prohibits|forbids|none",
        "info": "information|material|materials|data|document|documents|content|contents|phi|file|files|know|"
            + "secret|secrets|documentation|records|media",
        "disclose": "disclos*|reveal*|divulg*|communicat*|disseminat*|publish*|share|shares|shared|sharing|"
            + "transfer*|furnish*|release|released|provide|provided|pass|distribut*|supply|supplied|transmit*|make|"
            + "made|give|access|expose|show",
        "persons": "employee*|officer*|director*|personnel|staff|agent|agents|advis*|contractor|contractors|"
            + "consultant*|representative*|affiliate*|counsel|attorney*|accountant*|subsidiar*|lawyer*|worker*|"
            + "auditors|solicitor*|workforce",
        "consent": "consent*|approv*|permission|authori*|agreed|agreement|permitted",
        "ai": "ai|genai|llm|llms|ml|mt|gpt*|chatgpt|chatbot*|copilot|generative|neural",
        "agreement": "agreement|nda|mnda|contract|dpa|baa|addendum|undertaking|cooperation|deed",
        "bound": "shall|will|must|agree*|undertake*|may|covenant*|is|are",
        "input":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|"
            + "insert*|load|expose*|provide|provided|process|processed|disclos*|share|shared|transmit*|copy|send|"
            + "sent|prompt*|run|introduce*|make|supply|transfer*|use|used",
        "place":
            "eu|eea|european|union|europe|switzerland|swiss|germany|german|france|uk|britain|kingdom|england|"
            + "canada|canadian|alberta|ontario|quebec|states|us|usa|america|australia|australian|zealand|"
            + "singapore|japan|india|ireland|netherlands|spain|italy|austria|territory|territories|country|"
            + "countries|region|regions|jurisdiction|jurisdictions|province|continent",
        "land":
            "china|chinese|russia|russian|iran|korea|belarus|cuba|syria|prc|country|countries|jurisdiction|"
            + "jurisdictions|foreign|sanction*|embargo*|adversar*|outside|us|eu|eea|states|union",
        "store":
            "stor*|host*|kept|reside|resides|resident|locate|located|remain|remains|held|processed|process|"
            + "processing|maintain|maintained|backup*",
        "vendor": "vendor*|provider*|supplier*|entity|entities|company|companies|service|services|tool|tools|"
            + "system|systems|subprocessor*|subcontractor*|product|products|operator*|developer*|manufacturer*",
        "loss": "unauthori*|breach*|incident*|loss|lost|misuse*|compromis*|leak*|violation*|accidental*|"
            + "misappropriat*|improper*|inadvertent*|theft|stolen|intrusion*",
        "tell": "notif*|inform|informs|informed|report|reports|reported|advise|advises|alert|notice",
        "products": "chatgpt|openai|anthropic|deepl|midjourney|llama|mistral|perplexity|deepseek|notebooklm|"
            + "grammarly|qwen|memoq|trados|huggingface|ollama|kimi|moonshot",
    ]

    private static let lines: [ClauseKind: String] = [
        .definition: """
        confidential|proprietary|evaluation ..3 information|material|materials|data ..6 means|mean|includes|include|refers|defined|comprises|consists
        information ..25 identif*|marked|designat*|label*|stamp*|understood|deemed ..10 confidential|proprietary
        mark|marked|designat*|identif*|legend|label|labelled|labeled|stamp|stamped ..12 confidential|proprietary|confidence
        confidential information ..4 any|all ..14 information ..20 disclosed
        information ..16 regardless|irrespective|whatever ..8 form|manner|way|medium
        information ..14 verbally|orally
        """,
        .noThirdPartyDisclosure: """
        @neg ..8 @disclose ..14 third|anyone|person|persons|others|entity|outside|else ! existence ! publicity ! solicit* ! licen* ! transfer*|assign* ..3 contract|agreement|rights|nda|mnda
        @neg ..4 disclos*|reveal*|divulg* ..14 except|other|unless|than|without|save
        keep|hold|holds|maintain|maintains|treat|preserve|regard ..12 confidential|confidence|confidentiality|secret|secrecy|confidentially ! integrity ! retained
        information|materials ..14 @neg be ..4 disclosed|divulged|revealed|shared|published|transferred|communicated
        limit|limits|restrict ..4 disclosure|access ..12 information
        @neg ..3 disclose|reveal|divulge ..8 information|materials|secrets ! existence
        """,
        .permittedRecipients: """
        disclos*|access|available|reveal*|share|provide|furnish*|give|communicate|transmit* ..22 its|their|those|such|his|to|your|our|of ..8 @persons ..40 need|needs|required|requires|require|necessary|know|bound|aware|obligat*|purpose|involved ! @neg ..8 disclos* ..14 @persons ..14 unless
        limit|limits|restrict|restricts|confine ..14 @persons
        only|solely ..14 to|those|its|their ..8 @persons ! @neg ..4 only ! use ..6 only ! licen*
        disclos* ..20 person|persons ..20 made|make|informed ..4 aware
        responsible|liable|responsibility ..14 breach*|acts|act|compliance|comply ..12 @persons
        may|disclos* ..6 @disclose ..20 @persons ! @neg ..8 disclos* ..14 @persons ..14 unless ! existence ! terms
        """,
        .purposeLimitation: """
        use|used|uses|using ..15 only|solely|exclusively ..8 for|to|in|as|purpose|purposes|necessary & @info|it|confidential
        only|solely|exclusively ..4 use|used|uses|using ..16 for|to|as|accordance|in & @info|it|confidential ! @ai
        @neg ..6 use|used|uses|using|make|exploit ..22 except|other|than|purpose|purposes|any|own|benefit & @info|confidential ! @ai ! name|names|logo|logos
        use|used ..12 limited to
        """,
        .compelledDisclosure: """
        require*|compel*|order*|obligat*|obliged|request*|pursuant|served ..14 law|laws|court*|subpoena*|government*|regulat*|judicial|administrative|authorit*|tribunal & disclos* & court*|subpoena*|government*|judicial|regulator*|regulatory|tribunal|process|authorit*|order|orders|notif*|notice|compelled ! secretary ! data subject
        legally|compelled ..6 compelled|required|disclose ..20 disclos*|information
        permitted|protected|immun* ..20 whistleblow*
        """,
        .secrecyOfRelationship: """
        existence|fact|status|occurrence|nature ..8 discussion*|negotiation*|agreement|relationship|talks|engagement|nda|mnda|project|cooperation|transaction|contract|services & confidential*|disclos*|secre*|reveal*|include*|divulg*|mention*
        discussions|discussion ..2 negotiations|negotiation ..4 relating|concerning|regarding|taking
        terms|contents|content|conditions ..4 this @agreement ..3 is|are|shall|be|as|not ..4 confidential|secret|disclosed
        confidential|secret|disclose|reveal ..10 terms ..3 this @agreement
        identity|name|names ..3 client|clients|customer|customers ..20 confidential|secret|disclos*|reveal*
        @neg ..4 disclos*|reveal*|mention* ..6 identity|name|names ..3 client|customer
        """,
        .noPublicity: """
        publicity|advertis*|testimonial*|announcement|announcements & @neg|consent|approval|permission|prior|unless|forbidden
        press release*|releases & @neg|consent|approval|permission|prior|unless
        @neg ..8 use ..8 name|names|logo|logos|trademark*|brand* ! remov*
        @neg ..12 portfolio
        portfolio ..25 consent|permission|approval|until|unless
        keep|kept|hold ..6 ourselves|private|quiet|secret ..4 until
        @neg ..6 publicly|public ..4 announce*|disclose|refer*|use|identify|statement*
        @neg ..6 publish* ..8 article*|paper*|result*|findings|case
        """,
        .noSubcontracting: """
        @neg ..8 subcontract|subcontracts|subcontracted|subcontracting|subcontractor|subcontractors|delegate|outsource ! phi ! subprocessor*
        subcontract*|outsource*|delegate* ..25 only|without|unless|prior ..12 consent|permission|approval|written|agree*|approved ! phi ! personal
        @neg ..6 engage|appoint|involve|assign|hire ..8 third|subcontract*|freelanc*|another|others ! subprocessor* ! personal
        may ..6 subcontract* ..12 only ! phi
        only ..6 consent|permission|approval ..8 subcontract* ! phi
        personally ..8 perform|carry|provide
        """,
        .flowDown: """
        comply|follow|adhere|observe|abide|respect ..8 customer|client|clients|end|project|principal ..5 polic*|guideline*|requirement*|rules|standards|instructions|procedures ! data protection ! process*
        comply|follow|adhere|observe|abide|respect ..4 polic*|guideline*|requirement*|rules|instructions ..8 customer|customers|clients|client|end|principal ! data protection ! process* ! deemed
        flow|flows|flowed|flowing down
        pass|passed|passes ..3 through|down ..8 obligation*|terms|requirement*
        customer|client|project|end ..2 specific ..6 terms|requirement*|instruction*|polic*|nda|rules|obligation*|agreement*
        end client|customer|clients ..12 terms|polic*|requirement*|obligation*|nda
        terms|obligations|requirements|polic* ..6 imposed|required ..4 client|clients|customer|end
        back to back
        """,
        .aiUseApproval: """
        @neg ..8 use|uses|used|using|employ|rely|utili*|deploy|adopt ..14 @ai|@products ! @input ..10 into ! train|training
        @ai|@products ..14 @neg ..3 be ..3 used|permitted|allowed|employed
        prior|written|express|explicit ..8 consent|approval|permission|authori*|agreement ..25 @ai ! input|paste|upload|submit|enter
        use|using ..8 @ai ..16 prohibited|forbidden|requires|require|approved|approval|consent|permission
        @ai ..10 only ..8 approved|approval|consent|permission
        unless ..16 approved|approves|consent*|agreed|authori* ..25 @ai ! input|paste|upload|submit|enter
        """,
        .aiInputBan: """
        @neg ..8 input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|insert*|expose*|provide|process|processed|disclos*|share|transmit*|copy|send|prompt*|introduce*|supply|transfer* ..40 @ai|@products
        input*|paste*|pasting|upload*|submit*|entering|feeding ..30 @ai|@products ..14 prohibited|forbidden|not
        @neg ..8 input*|paste*|upload*|submit*|enter|feed|process ..40 train|trains|training|trained|learn|learns & @ai|tool|tools|service|services|third|online
        @neg ..6 use|uses|used|using ..12 @ai|@products ..12 with|on|to|for|in|process ..8 confidential|personal|proprietary|translate|materials|source
        confidential|personal|client|customer ..20 @neg ..3 be ..3 input*|pasted|uploaded|submitted|entered|fed|processed|disclosed|used ..20 @ai|@products
        """,
        .aiConditionalPermission: """
        may|can|permitted|allowed|free|entitled ..8 use|uses|using|employ|utili* ..14 @ai|@products ! may not
        @ai|@products ..12 may|can ..3 be ..3 used|employed ! not be
        use ..6 @ai|@products ..14 permitted|allowed|acceptable ! not permitted ! not allowed ! prohibited
        may ..10 process* ..25 @ai ! may not
        """,
        .aiNoTraining: """
        @neg|prohibit* ..20 train|trains|trained|training|finetune|finetuning|finetuned ..20 model*|ai|llm|llms|ml|algorithm*|network*|engine*|system*
        @neg ..25 used|use|uses ..12 train|training|improve|improving|develop ..12 model*|ai|llm|llms|ml|algorithm*|engine*|system*
        @neg ..10 retain*|store*|keep|use ..6 train*|learn ..10 information|data|content|input*|it|them
        model*|ai|llm ..16 @neg ..4 train*|trained|learn
        train|trains|training|trained ..6 on ..8 information|data|content|input*|it|them|prompts|text ! employee* ! workforce
        """,
        .aiNoRetention: """
        @neg|zero ..10 retain*|store|stores|stored|retention|log|logs|logged|cache*|keep|keeps ..25 @ai|prompt*|input*|output*|vendor|provider|tool|tools|model*|it|them|any|information|data|materials & @ai|prompt*|train*
        zero ..2 retention
        retain|retains|retained|store|stores ..10 train|trains|use ..14 information|data|content|input*|it|them
        """,
        .aiToolList: """
        @products
        approved|permitted|authori*|prohibited|banned|allowed ..4 @ai ..3 tool|tools|systems|services|vendors & list|schedule|annex|appendix|register
        list ..6 approved|permitted|authori*|prohibited|banned ..6 @ai
        claude|gemini|copilot|bard|cursor|phrase ..20 @products|@ai
        @ai|@products ..20 copilot|claude|gemini|bard
        banned|prohibited ..6 @ai ..4 system|systems|tool|tools|application*|service*
        """,
        .aiUseRecords: """
        record|records|log|logs|register|inventory|documentation|document ..22 @ai
        @ai ..22 record|records|recorded|log|logs|logged|register|documented
        inform|notify|disclose|discloses|declare|tell|identify|state ..16 use|used|uses|using ..8 @ai
        inform|notify|disclose|declare|state|identify ..16 @ai ..6 tool|tools|system|systems|services ..10 used|use|name|version
        """,
        .aiOutputRules: """
        @ai ..2 generated|assisted|produced|created|derived|output*
        output|outputs|result|results ..25 review*|label*|mark|marked|verif*|check*|edit*|human|own*|licen*|responsib* & @ai
        generated|produced|created ..8 @ai|@products
        @ai ..25 output|outputs ..20 review*|label*|verif*|check*|human|own*|responsib*
        """,
        .dataResidency: """
        @store ..15 only|exclusively|solely|within|inside ..8 @place & @info|server*|backup*|hosting ! court* ! registered ! venue ! offices
        only|exclusively|solely ..8 @store ..10 in|within|inside ..6 @place & @info|server* ! court*
        @neg ..8 store|stored|host|hosted|kept|held|maintain|maintained|reside ..14 outside ..6 @place
        @neg ..4 leave ..6 @place
        residency|localisation|localization ..10 data|information|requirement*
        data|information ..6 residency|localisation|localization
        """,
        .crossBorderTransfer: """
        transfer*|transmit*|export*|send|sent|move|moved|access|accessed|disclos*|process|processed|use ..16 outside ..8 @place|of & @info|personal
        cross border
        restricted transfer*
        standard contractual clause*
        sccs
        third countr*|country
        transfer*|process ..12 globally|internationally|abroad|overseas|worldwide
        adequacy decision*|determination
        """,
        .jurisdictionExclusion: """
        @neg|prohibit*|banned|exclud* ..25 headquartered|incorporated|domiciled|based|owned|controlled|established|organized|located|operated ..6 in|by|from ..8 @land & @vendor ! court* ! stored ! transfer*
        banned|prohibited|sanctioned|excluded|embargoed ..3 country|countries|jurisdiction|jurisdictions|vendor|vendors|supplier*
        @neg ..10 use|engage|procure ..12 @vendor ..14 from|in|of ..6 china|russia|iran|korea|prc|sanctioned|embargoed
        """,
        .subprocessorApproval: """
        subprocessor* & approv*|authori*|object*|consent*|unless|engag*|appoint*|list|notify|notice|agreement
        disclose|disclos*|phi|personal ..14 subcontractor|subcontractors & may|consent*|approv*|authori*|unless & phi|personal
        subcontractor|subcontractors ..20 phi|personal & may|consent*|approv*|authori*|unless ! ensure
        """,
        .dpaRequired: """
        data processing|protection agreement|addendum|contract|terms
        processor ..14 controller|behalf & personal
        deemed|acts|act|is ..4 processor
        article|art 28
        dpa & sign*|comply|enter*|execut*|attach*|require*|conclude*
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
        """,
        .deidentification: """
        deidentif*|anonymi*|pseudonymi* ! definition
        redact*|sanitis*|sanitiz*|mask*|strip* ..8 data|information|names|name|details|identif*|personal|content ! agreement
        remov*|delet*|replac* ..6 identif*|names ..10 before|prior|from
        """,
        .dataSubjectRequests: """
        data subject* ..25 request*|right*|exercise
        request*|requests ..8 individual*|data
        individual* ..3 request*|rights ..12 access|amend|request*|hipaa|respond
        request* ..6 data subject*
        """,
        .copyLimits: """
        @neg ..10 copy|copied|copies|reproduc*|duplicat*|photocop*|replicat* ! retain* ! keep ! counterpart*
        make ..6 copies ..14 only|except|necessary|without ! retain*
        copy|reproduce|copies ..12 only ..8 necessary|required|extent|purpose|for ! retain* ! counterpart*
        right|permitted|entitled ..3 copy|make ..6 copies|confidential|information
        """,
        .standardOfCare: """
        degree|standard|level ..3 care|diligence
        reasonable ..3 care|precautions|protection|protections|efforts|measures|steps ..16 protect*|prevent*|secre*|confidential*|safeguard*|unauthor* ! process*
        same ..4 care|protections|precautions|measures|degree|manner|standard|protection ..14 own|its|similar
        no less than ..4 reasonable
        """,
        .securityMeasures: """
        encrypt*
        multi|two factor
        mfa|2fa
        administrative ..4 technical|physical ..6 safeguards|measures
        technical ..3 organizational|organisational ..4 measures|safeguards
        appropriate ..6 security|safeguards ! confidential information means
        password*|firewall*|antivirus|malware
        secure|secured ..4 server*|system*|network*|device*|environment*|storage|location*|manner|place|cloud
        security ..2 measures|policy|policies|controls|standards|requirements|program|programme
        access control*|controls
        """,
        .breachNotice: """
        @tell ..30 @loss & immediately|immediate|promptly|prompt|hours|within|delay|aware|soon|days|discover*|forthwith|becom*|suspect*|learn* ! cure* ! terminat* ! subpoena* ! court ! remed*
        @loss ..35 notify|notifies|inform|report|advise|alert & immediately|immediate|promptly|prompt|hours|within|delay|aware|soon|days|discover*|forthwith|suspect* ! cure* ! terminat* ! subpoena* ! court ! material
        @tell ..20 hours ..12 aware|discover*|learn*
        """,
        .auditRecords: """
        audit|audits|auditing|inspect|inspection|inspections ! tangible ! gathered ! summary of ! oral* ! visual*
        books ..4 records
        make|makes ..20 records ..12 available
        maintain|maintains|keep|keeps|retain ..6 records|accounting ..20 compliance|disclosure*|process*|year*|month*|confidential|received|access ! @ai
        demonstrate ..4 compliance
        """,
        .agreementTerm: """
        @agreement ..6 commence*|start|starts|begin|begins|effective|enter|enters|come|comes|takes|becomes ..30 continue*|expire*|terminat*|until|remain*|period|term|end|ends ! invalid ! unenforceable ! affiliate
        @agreement ..4 shall|will ..4 terminate|expire|end|continue|remain|lapse|run|last ..25 year*|month*|day|days|until|after|from|date|unless|completion ! cure ! breach ! fails ! unenforceable ! invalid ! surviv*
        @agreement ..4 expires|terminates|continues|lasts|runs ..20 year*|month*|until|after|end|date|terminated
        term|duration ..3 this? @agreement ..4 is|shall|will|begins|commences|of ! confidential information means
        contract|agreement ..2 stays|remains|continues|is ..4 place|force|effect ! unenforceable ! invalid ! remaining ! rest
        expires ..6 year*|month* ..8 from|after
        term of ..5 year*|years|months|month
        valid|validity|force ..10 for|period ..5 year*|months|month ! obligation*
        """,
        .terminationNotice: """
        may ..8 terminate|end|cancel|withdraw ..25 notice|written|writing|time|reason|convenience|notif*|cause ! cure ! fails ! material ! insolven* ! breach*
        terminat* ..20 by|upon|on|with ..10 notice ! cure ! material ! breach* ! insolven* ! surviv* ! destroy ! return
        chooses|wishes|wants|decides|elects|wish|desires ..3 end|terminate|cancel|stop ..18 writing|written|notice|notif*
        days|weeks|months|month ..5 notice ..8 terminat* ! cure ! breach*
        terminat*|cancel* ..6 giving ..12 notice ! cure
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
        """,
        .returnOrDestroy: """
        return|returns|returned|returning|destroy|destroys|destroyed|destruction|erase|erased|delete|deletes|deleted|redeliver*|surrender*|dispose*|purge*|shred*|deliver ..14 @info|copies|copy|property|tangible|embod*|thereof|them|same ! accidental ! unlawful ! counterpart* ! data subject ! markings ! notices ! return* ..4 contact
        confidential ..20 @bound ..6 returned|destroyed|erased|deleted
        """,
        .retainedCopies: """
        retain|retains|retained|retaining|retention ..25 copy|copies|backup*|information|phi|data|archiv*|record|records & may|entitled|permitted|allowed|except*|notwithstanding|not|required|obliged|backup*|archiv*|polic*|law|legal|one|entitle ! title ! ownership ! intellectual ! @ai ! prompt* ! retain* all
        keep|keeps|kept ..8 copy|copies|archival ! confidential* ..8 keep
        backup|backups|archive|archival|archives|archived ! @ai ! encrypt*
        stored ..10 law|regulation
        further storage
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
        """,
        .amendmentForm: """
        amend*|modif*|vary|varied|variation|variations|alter|altered|change|changes|changed|supplement*|waive*|waiver* ..22 writing|written|signed & @agreement|provision*|order|sow|terms|term|party|parties ! subprocessor* ! reverse
        writing|written|signed ..8 amend*|modif*|variation* & @agreement|terms|parties ! subprocessor*
        @neg ..4 amendment*|modification*|variation* ..20 valid|binding|effective|unless
        """,
        .precedence: """
        conflict*|inconsisten*|discrepan*|contradict* ..28 control|controls|prevail*|preced*|govern|governs|supersede* ! conflict* of law*
        control|controls|prevail|prevails ..8 conflict*|inconsisten* ! conflict* of law*
        order of precedence
        precedence over
        """,
        .dateRules: """
        business|working day|days ..3 means|mean|is|are ! within
        fall|falls|falling ..8 saturday|sunday|weekend|holiday*|business|working|nonbusiness
        period*|time|days|deadline* ..8 calculated|computed|counted|reckoned
        exclude*|excluding|include*|including ..4 day ..4 notice|event|given|received|which
        reference* ..3 day|days|months|month ..6 calendar|business|working
        last day ..3 month
        """,
        .noReverseEngineering: """
        reverse engineer*
        decompil*|disassembl*
        reverse ..3 assemble|compile|engineering
        """,
        .residuals: """
        residual|residuals
        retained ..6 unaided|memory|memories
        """,
        .independentDevelopment: """
        nothing|not|neither|free ..16 prohibit*|prevent*|restrict*|limit*|preclude*|impair* ..16 develop*|compet*|acquir*|market*|similar|independent* ! apply ! include ! restrictions
        may|free ..8 develop* ..10 internally|independently|similar|competing|compete
        understand*|acknowledg* ..25 develop* ..20 similar|compet*
        """,
        .noLicense: """
        @neg|nothing ..16 licen*|right|rights|title|interest ..16 grant*|confer*|convey*|implied|transferred
        grant*|confer* ..4 no ..4 license*|right*|licen*
        @neg|nothing ..14 grant|grants|granted|granting|confer*|construed|convey* ..18 licen*|right|rights|title|interest
        remain|remains ..8 property ..8 of|disclos*|discloser
        title|ownership|rights ..16 remain*|retained ..6 with|property|disclos*
        neither ..4 transfers ..4 rights
        """,
        .preserveNotices: """
        @neg ..6 remov*|alter*|obscur*|delet*|deface* ..8 marking*|notice|notices|legend*|label*|copyright|trademark*
        preserve|reproduce|retain|maintain ..8 notices|legends|markings
        """,
        .exportControl: """
        export ..8 law|laws|control|controls|regulation*|violation|administration|restriction*
        """,
        .nonSolicit: """
        solicit|solicits|solicitation|soliciting|poach*|entice*|nonsolicitation ! offer to sell
        circumvent*
        @neg ..8 hire|employ|recruit ..8 employee*|staff|personnel
        @neg ..14 directly ..10 clients|customers|client|customer ..10 contact*|work|business|contract|services ! @ai
        """,
    ]
}
