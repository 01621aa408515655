extension Grammar {
    /// Cues for how material is handled, guarded and given back.
    static let handlingLines: [ClauseKind: String] = [
        .copyLimits: """
        @neg ..10 copy|copied|copies|reproduc*|duplicat*|photocop*|replicat* ! retain* ! keep ! counterpart* ! legend*|marking* ! return ! destroy ! not apply
        make ..6 copies ..14 only|except|necessary|without ! retain*
        copy|reproduce|copies ..12 only ..8 necessary|required|extent|purpose|for ! retain* ! counterpart*
        right|permitted|entitled ..3 copy|make ..6 copies|confidential|information
        copied|reproduced|duplicated ..8 only|without ..6 consent|permission|approval|authori*|with
        copies ..6 made ..3 only|solely
        download|downloads|copy|copies|print ..6 no more|only ..10 needs|need|require*|necessary|delivery
        @neg ..2 copy|reproduce|excerpt|summarize|summarise|extract ..10 information|material*
        may ..3 make ..4 copies|copy ! retain* ! one ..2 copy
        copies ..6 may ..2 be made
        making|make|made ..2 copies|copy ..20 requires|require|needs|only|without ..8 consent|permission|approval|authori*
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
        as carefully|careful as ..10 own ! @ai
        care ..1 of ..2 diligent|prudent|careful|reasonable
        carefully ..6 own ! @ai
        """,
        .securityMeasures: """
        encrypt*
        multi|two factor
        mfa|2fa
        administrative ..4 technical|physical ..6 safeguards|measures
        technical ..3 organizational|organisational ..4 measures|safeguards
        appropriate ..6 security|safeguards ! confidential information means
        passwords|firewall*|antivirus|malware ! share|shares|disclose ..4 passwords
        password ..4 protect*|manager|policy|strong|complex*
        secure|secured ..4 server*|system*|network*|device*|environment*|storage|location*|manner|place|cloud
        security ..2 measures|policy|policies|controls|standards|requirements|program|programme
        access control*|controls
        confidentiality integrity ..3 availability
        iso|iec 27001
        nist|fips|soc
        cyber essentials
        multifactor|vpn|patched|biometric
        locked|lock ..6 cabinet*|screen*|room*|drawer*|device*|office
        perform*|work|access|accessed|store*|process*|view|viewed ..6 only|solely|exclusively ..2 on|through|via|within|using ..8 platform|environment|network|desktop|device|devices|computer|account|accounts|service|system ! @place
        """,
        .breachNotice: """
        @tell ..30 @loss & @urgent ! cure* ! warrant* ! terminat* ! subpoena* ! court ! remed*
        @loss ..35 notify|notifies|notified|inform|informs|report|reports|reported|advise|alert|tell|warn|know & @urgent ! cure* ! warrant* ! terminat* ! subpoena* ! court ! material
        @tell ..20 hours ..12 aware|discover*|learn*
        suspect|suspects|suspected|realise|realize ..24 call|contact|phone|email|ring|escalate & @urgent
        @tell ..24 within ..4 hours|days|day ..12 notic*|becoming|discover*|aware|learn*
        @tell ..14 @info & unauthori* & @urgent
        notice|know|see|spot ..8 @loss ..24 call|contact|phone|email|ring|escalate|tell & @urgent
        lose|loses|lost|stolen|seen|hacked|copied ..14 @tell|call|contact ..6 same|next day ! court*
        @tell ..8 if ..14 believe*|think*|suspect* ..14 seen|accessed|read|access|out|lost & @urgent
        @loss ..35 @tell|call|contact ..10 same|next day ! court*
        if|when ..6 paste|pasted|enter|entered|upload|uploaded|send|sent|lose|lost ..20 @tell ..10 hour|hours|immediately|once|same
        call|phone|ring|email|tell ..8 within ..2 hour|hours ! meeting|support
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
        may|right|entitled|allow*|permit* ..8 review|inspect*|examine|verify|audit|check ..14 files|books|records|systems|logs|settings|premises|compliance|facilities ! subpoena*
        """,
        .returnOrDestroy: """
        return|returns|returned|returning|destroy|destroys|destroyed|destruction|erase|erased|delete|deletes|deleted|redeliver*|surrender*|dispose*|purge*|shred*|deliver ..14 @info|copies|copy|property|tangible|embod*|thereof|them|same ! accidental ! unlawful ! counterpart* ! data subject ! markings ! notices ! return* ..4 contact
        confidential ..20 @bound ..6 returned|destroyed|erased|deleted
        hand|hands|handed|handing|give|deliver|surrender ..2 over|back|up ..12 @info|copies|it|them|property
        @info|copies ..16 @bound|has|have ..3 be ..3 returned|destroyed|erased|deleted|surrendered
        within ..8 days|day|weeks|month|months ..12 delete|destroy|erase|return|returns|purge ..14 @info|copies|all|it
        wipe|wipes|sanitiz*|sanitis*|scrub|remove|removes ..10 confidential|media|copies|devices|everything|all ! markings ! notice ! notices ! names ! identif*
        deliver|return|returned ..10 documents|property|materials|devices|notes|drawings|laptop|equipment|hardware|keys
        erase|erases|destroy|destroys|delete|deletes ..10 everything|anything|what|documents|papers
        hand|hands|turn|turns|give|gives ..1 in|back ..6 @info|papers|scripts|copies|keys|everything
        everything|all ..6 @bound ..6 erased|deleted|destroyed|wiped|returned
        return|returns|destroy|delete|erase ..2 it|them|everything ! accidental
        destroy|delete|erase|uninstall|wipe|bin|shred|trash|purge ..1 all|any|every|everything|anything & when|once|upon|on|after|within|end|ends|completion|request|asked ! accidental ! @ai
        @bound ..2 be ..2 destroyed|returned|handed|deleted|erased ..4 back|on|at|within|upon|after|when ! accidental*
        """,
        .retainedCopies: """
        unless|except*|save|excepted ..14 law|laws|statut*|legal|retention ..12 stor*|retain*|retention|keep|kept|copies ! @ai ! disclos*
        may|entitled ..2 keep|retain ! keep ..8 confidential|secret ! title ! @ai ! prompt|prompts|prompting ! ownership
        copies|copy|backups ..8 keep|kept|retain|retained|expire|overwritten|cycle|purge* ! @ai ! purge ..6 copies
        retain|retains|retained|retaining|retention ..25 copy|copies|backup*|information|phi|data|archiv*|record|records & may|entitled|permitted|allowed|except*|notwithstanding|not|required|obliged|backup*|archiv*|polic*|law|legal|one|entitle ! title ! ownership ! intellectual ! @ai ! prompt|prompts|prompting ! train* ! retain* all ! retained ..1 in ..2 minds|memory ! retain* ..1 burden
        keep|keeps|kept ..8 copy|copies|archival ! confidential* ..8 keep
        backup|backups|archive|archival|archives|archived ! copies ..4 made ..4 backup|archival ! @ai ! encrypt* ! delet* ! eras* ! leave ! outside ! wip*
        stored ..10 law|regulation
        further storage
        retain|keep ..2 no ..4 copies|copy
        one|single|archival copy ..10 held|kept
        statutory|legal|mandatory ..3 retention|storage|archiving
        apart|except|save|other ..2 from|for|than ..6 copies|backups|archiv* ! make|makes|making|made ..3 copies
        not|without ..4 purge|purging|delete|erase|search|overwrite ..6 backup|backups|archiv*
        archival|archive|record copy|set
        hold|holding|hang ..1 on ..1 to ..4 copy|copies
        except|save|but ..2 one|single|1 ..2 copy
        return|destruction|deletion ..6 infeasible|impracticable|feasible|impossible|practicable
        """,
        .noReverseEngineering: """
        reverse engineer*
        decompil*|disassembl*
        reverse ..3 assemble|compile|engineering
        @neg ..6 take apart
        @neg ..8 analyse|analyze|test ..10 sample*|composition|structure
        @neg ..8 determine|determined|ascertain|deduce|analyse|analyze ..10 structure|composition|workings|sample*
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
        international traffic in? arms
        technical data ..12 foreign
        """,
    ]
}
