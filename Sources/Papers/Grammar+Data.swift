extension Grammar {
    /// Cues for where data may go and whose they are.
    static let dataLines: [ClauseKind: String] = [
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
        @store ..4 within|inside|in ..4 @place & it|they|them|this|these & only|times|always|exclusively|solely|shall|must ! court* ! transfer*
        """,
        .crossBorderTransfer: """
        transfer*|transmit*|export*|send|sent|move|moved|access|accessed|disclos*|process|processed|use ..16 outside ..8 @place & @info|personal
        cross border
        restricted transfer*
        standard contractual clause*
        sccs
        third countr*|country
        transfer*|process ..12 globally|internationally|abroad|overseas|worldwide ! license* ! licence*
        adequacy decision*|determination
        @neg ..4 leave|exit ..6 @place & personal|data|information
        @neg ..4 transfer*|send|sends|export|move|take ..6 outside|out ..3 @place ! court*
        @neg ..6 access|accessed|accessible ..4 from ..3 outside
        @neg ..4 let|allow ..4 leave ..4 @place
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
        @rogue & @neg|exclud*|prohibited|banned|barred|ineligible & @ai|@vendor ! court* ! governed ! export*
        @seat ..14 country|countries|jurisdiction*|state|states ..3 concern|listed|named|hostile|embargo*|sanction* & @ai|@vendor
        """,
        .subprocessorApproval: """
        subprocessor* & approv*|authori*|object*|consent*|unless|engag*|appoint*|list|notify|notice|agreement
        disclose|disclos*|phi|personal ..14 subcontractor|subcontractors & may|consent*|approv*|authori*|unless & phi|personal
        subcontractor|subcontractors ..20 phi|personal & may|consent*|approv*|authori*|unless ! ensure
        @neg ..8 engage|use|appoint|bring|involve ..4 another|other|third|further|additional processor|processors
        recourse|engagement|use ..3 other|further|another|additional processor|processors
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
        as ..2 processor & personal & terms|agreement|annex|schedule
        """,
        .baaRequired: """
        business associate ..2 agreement|contract & sign*|execut*|enter*|require*|place|ensure
        subcontractor|subcontractors|vendor|vendors|agents ..6 execut*|enter*|sign*|agree*|written ..25 phi|hipaa
        baa & sign*|execut*|subcontractor ..3 execut*
        phi ..40 subcontractor|subcontractors ..8 agree*|execut*|sign* ..6 writing|written
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
        minimum ..3 necessary|required|needed ..4 phi|personal
        respect|observe|comply|complies|follow|accordance ..8 2016|gdpr|privacy|protection & personal|data|gdpr|2016 ! phi ! hipaa
        personal data|information ..10 @tend ..3 them|it ..2 only|solely
        @tend ..6 personal|pii ..8 only|solely|exclusively
        phi|personal ..10 minimum ..2 necessary|needed|required
        neither|no party ..8 disclose|exchange|provide|transfer ..4 phi|personal
        """,
        .deidentification: """
        deidentif*|anonymi*|pseudonymi* ! definition ! even ..3 deidentif*|anonymi*|pseudonymi*
        redact*|sanitis*|sanitiz*|mask*|strip* ..8 data|information|names|name|details|identif*|personal|content ! agreement ! media|devices
        remov*|delet*|replac* ..6 identif*|names ..10 before|prior|from
        before|prior ..24 remov*|replac*|mask*|strip* ..10 names|identif*
        remov*|replac*|strip*|mask*|redact*|obscur* ..10 identifiers|identity|identities
        mask*|redact*|anonymi*|pseudonymi*|strip* ..8 before|prior ! agreement
        reidentif*
        replac*|substitut* ..8 placeholder*|code|codes|pseudonym*|dummy
        aggregated|anonymous ..4 form|results|data|only
        """,
        .dataSubjectRequests: """
        data subject* ..25 request*|right*|exercise
        request*|requests ..8 individual* ! destroy*|return*
        request|requests ..3 data subject*|protection
        individual* ..3 request*|rights ..12 access|amend|request*|hipaa|respond
        request* ..6 data subject*
        person|individual|someone|people ..4 asks|ask|requests ..10 records|data|information|copy & request|requests|pass|forward
        designated record set
        anyone|someone|person|persons|individual* ..12 see|correct|delete|access|copy ..4 their|his|her ..4 data|information
        """,
    ]
}
