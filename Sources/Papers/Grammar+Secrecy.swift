extension Grammar {
    /// Cues for what is secret, from whom it is kept and what it may be used for.
    static let secrecyLines: [ClauseKind: String] = [
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
        everything|anything ..16 is|are|be ..1 confidential|secret ! not ..2 confidential|secret ! no|public
        information|material|data ..1 is|are|covers|comprises ..1 everything|anything|whatever ! not
        mean|means|meaning ..1 everything|anything|whatever
        is|are ..2 confidential|secret & all|any|everything|whatever ! not|no|never
        data|information|material|materials|content|documents|records is|are|remain|remains ..1 confidential ! not|no|never|unless|if|shall|must|keep|keeps|kept
        count|counts|regarded|treated|considered|deemed ..2 confidential|secret|private & anything|everything|all|any|whatever|what ! not|no|never
        referred ..4 as ..3 information|material
        is|are ..1 confidential|secret ..6 until|unless
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
        @neg ..6 disclose|disclosed ..4 phi|personal
        @neg ..4 tell|mention|discuss ..3 anybody|anyone|others|someone
        @neg ..12 @hand ..14 @anyone & @info|it|them|confidential|secret ! existence ! publicity ! solicit* ! licen* ! @ai ! @neg ..3 be ! work|services ..6 others
        disclosure|communication|communicated|passing|release ..10 @anyone ..10 requires|require|needs|presupposes|only|subject|without ..8 consent|clearance|approval|permission|agreement|written ! existence ! personal
        may ..2 be ..2 @hand ..8 only|alone|solely ! @ai ! name|names
        secrecy|discretion|confidentiality ..3 towards|toward ..4 all|any|third|persons|others|everyone
        @neg ..3 let|allow|permit ..6 third|anyone|person|others ..6 see|hear|view|access|read ! @ai
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
        @persons|partners|managers|people|members ..24 need ..3 know ! @neg ..8 need
        limit*|restrict*|confin* ..14 @persons|people|individuals
        @disclose|access|availability ..8 to ..10 @persons ..24 necessary|needed|required|need|extent|purpose ! compelled ! existence ! @neg ..8 disclos* ..14 @persons ..14 unless
        access|disclos*|share ..12 individuals|persons|people|those ..6 once|after|provided ..6 signed|bound|agreed ! @neg ..3 disclos*
        """,
        .purposeLimitation: """
        @uses ..15 only|solely|exclusively ..8 for|to|in|as|purpose|purposes|necessary & @info|it|confidential
        only|solely|exclusively ..4 @uses ..16 for|to|as|accordance|in & @info|it|them|confidential ! @ai
        @neg ..6 @uses|make|exploit ..22 except|other|than|purpose|purposes|any|own|benefit & @info|confidential ! @ai ! name|names|logo|logos
        use|used ..12 limited to
        @uses ..12 for|to|in ..14 nothing else|other ! name|names ! @ai
        for ..6 purpose|purposes only|solely|exclusively & @uses ! @ai
        @uses ..8 for ..2 any|other ..2 purpose|purposes ..2 other|except|save|than|but ! @ai
        @uses ..12 otherwise than ! @ai
        @neg ..8 use ..14 save|except|but ! name|names|logo ! @ai
        use|uses|used ..8 only|solely|exclusively ..4 within|for|to|in|on & @info|it|them|same ! name|names ! @ai
        @uses ..10 for no ..2 purpose|purposes|reason ..2 other|except|but|than
        may ..2 be used solely|only|exclusively ..4 for|to|in|within ! name|names ! @ai
        @use ..10 for|to ..14 for no other|further purpose|reason
        @use ..8 for no ..2 purpose|purposes|reason ..3 other|than|except|but
        @neg ..26 use or|nor|and disclose ..16 except|other|save|than|proper|course|necessary|purpose|purposes & @info
        @neg ..6 @use ..14 for|to ..3 its|his|their|your|our|own|other ..2 own|purposes|benefit|purpose ! name|names|logo ! @ai
        exploit* ..6 for ..2 purposes|purpose ..12 @neg
        @uses ..10 for ..6 alone
        only ..4 access ..4 use ..8 for
        @uses ..12 for ..3 sole|only|exclusive|limited|specific ..2 purpose|purposes ! @ai
        @neg ..8 derive* ..3 benefit|advantage
        @neg ..10 @uses ..16 own|another|others ..2 account|benefit|advantage|purposes|purpose ! name|names ! @ai
        @neg ..10 @uses ..10 except ..3 as ..3 required|necessary|needed|permitted|provided & @info ! name|names ! @ai
        @uses ..3 it|them|@info ..3 for ..8 only|alone
        @neg ..26 @uses ..3 confidential|proprietary ..1 @info ! @ai ! input* ! name|names
        employ|employs|handle|handles ..6 @info|confidential ..8 exclusively|solely|only ..2 for|to|in ! @ai
        @neg ..6 @uses ..14 for ..2 anything|purpose|reason ..2 else|other ! name|names ! @ai
        used|use ..2 for ..6 only|alone & they|them|it|these|@info ! @ai
        @uses ..10 strictly|purely|merely ..3 for|to|in ! @ai
        access|accesses|view|open ..6 only|solely ..2 in|to|for|as & @info ! persons|people|employees|personnel|staff ! @ai
        derive*|draw|take ..2 no ..3 benefit|advantage|profit
        supplied|provided|given|furnished ..3 for ..10 nothing else
        supplied|provided|given|furnished ..2 solely|only|exclusively for & @info|confidential
        no ..1 use ..1 of ..3 it|them|@info ..3 beyond|except|other|save
        @neg ..2 use|uses it|them ..2 other|except|save|otherwise|beyond ! @ai
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
        @compel ..12 @power ..16 disclos*|reveal*|produce|production|handover & notif*|notice|inform|informs|informed|tell|intimat*|permitted|may|lawful* ! data subject ! secretary ! subprocessor*
        @power ..8 @compel ..12 disclos*|reveal*|produce|it|information ! data subject ! secretary ! subprocessor* ! personal data
        required|compelled|obliged|ordered ..3 by|under ..4 @power ..20 consult*|notif*|inform|informs|informed|tell|warn* & disclos*
        court|courts|regulator*|authorit*|law|police ..4 make|makes|force|forces|forced|want|wants ..6 hand|disclose|give|show|reveal|tell
        court|regulator*|authorit*|law ..8 requires|orders & may ..4 disclose|reveal
        """,
        .secrecyOfRelationship: """
        existence|fact|status|occurrence ..8 discussion*|negotiation*|agreement|relationship|talks|engagement|nda|mnda|project|cooperation|transaction|contract|services|mandate|assignment|order & confidential*|disclos*|secre*|reveal*|include*|divulg*|mention*
        discussions|discussion ..2 negotiations|negotiation ..4 relating|concerning|regarding|taking
        terms|contents|content|conditions ..4 this @agreement ..3 is|are|shall|be|as|not ..4 confidential|secret|disclosed
        confidential|secret|disclose|reveal ..10 terms ..3 this @agreement ! to|under|with|on|by|upon|in|accordance the? terms
        identity|name|names ..3 client|clients|customer|customers ..20 confidential|secret|disclos*|reveal*
        @neg ..4 disclos*|reveal*|mention* ..6 identity|name|names ..3 client|clients|customer|customers
        fact ..6 works|work|working|engaged|cooperat*|collaborat*|advis*|retained & confidential*|disclos*|secre*|reveal*|include*|covers|divulg*|mention*
        covers|includes|include|comprises ..16 terms of|and this|the @agreement
        @neg ..8 disclos*|reveal*|known|tell|mention*|say ..8 that ..10 discussions|negotiations|talks|considered|considering|engaged|working|exchanged|changed|taking
        fact ..2 that ..10 exists|exist|existence|engaged|works|considered|negotiat*|localised|under|taking
        discussions|negotiations|talks ..5 taking place|state|status
        who the ..2 client|customer|studio|buyer ..1 is
        fact|facts ..2 that ..14 available|disclosed|received|inspected|requested|exchanged|furnished|considering|taking
        @agreement ..16 be ..2 kept|held|treated ..2 confidential|secret ! information|material|data|under|accordance|pursuant
        @neg ..12 disclos*|announce*|reveal* ..12 terms ..2 conditions|facts ..10 relationship|transaction|agreement|project|engagement
        @neg ..10 disclos*|announce* ..6 participation|interest|negotiations|discussions
        keep|keeps|kept ..3 secret|confidential|quiet ..2 that|the|who ..12 engaged|engagement|working|production|project|client|exists|way
        @neg ..8 reveal|disclose|say|tell|mention ..8 which|what ..2 @principal
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
        @neg ..3 be ..2 published|presented|publicised|publicized|announced ! presented as
        no ..2 news|media ..1 release|releases
        @neg ..3 be ..2 posted|shown|displayed
        add|show|list|display|include|mention ..8 @showcase ..14 once|after|until|when|unless|only|before|consent|permission
        @neg ..8 post|posts|publish|share ..10 social|online|stills|clips|screenshots
        no ..6 release*|statement*|announcement* ..14 absent|without|unless|approv*|consent
        naming|mentioning ..6 reference* ..4 requires|needs|only
        @neg ..3 be ..1 named|mentioned|listed|shown ..8 reference*|portfolio|website|cv
        @neg ..2 mention|name ..8 social|reference|publicly
        publication|publishing|publicise|publicize|announce* ..12 requires|require|needs|need|subject|only ..8 consent|approval|permission|agreement|written
        @neg|only|unless|without ..14 name|names|identify|cite|mention|refer|list|display ..24 @promote ! without|by reference to
        name|identify|cite|mention|refer|list|display|show ..16 @promote ..12 only|unless|without ! without|by reference to
        talk|talks|articles|blog|post|posts|interview*|presentation* ..20 require*|approv*|consent|permission|prior ! record* ! processing
        show*|post|posts|posted|publish*|display* ..6 social|website|media|portfolio|showreel ..6 only|after|until|before|unless
        @neg ..4 post|publish|exhibit|display|show ..14 until|unless|before ..14 released|launch*|public|published|announced|agreed|permission|consent ! confidential
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
        passing|hand|handing|pass ..4 on ..16 other|another|colleague|colleagues|others|third|agent|anyone|someone ! information|confidential|material|materials|data
        engag*|appoint*|use|uses ..3 subcontractor* ..14 only|without|unless|after|prior|subject|objection ! phi ! personal
        @neg ..4 place|award|let ..3 lower|sub ..2 tier|subcontract|subcontracts
        @neg ..4 send ..3 someone|somebody|another|others|anyone
        @neg ..10 carried|performed|done|executed ..3 by ..3 third|another|others|someone|anyone
        appoint|appoints|engage|use|provide|send ..8 substitute|replacement|deputy
        @neg ..8 substitute|substitutes ..14 consent|approval|permission
        @neg|only ..8 engage|retain|hire|appoint|employ|send|bring|involve ..14 @helpers ..24 consent|approv*|permission|agree*|unless|without|written ! processor ! outside @place ! personal ! subprocessor* ! phi ! solicit*
        nobody|noone else ..4 may|work
        personal ..2 unique
        @neg ..6 replaced by
        """,
        .flowDown: """
        comply|follow|adhere|observe|abide|respect ..8 customer|client|clients|end|project|principal ..5 polic*|guideline*|rules|standards|requirement* ! data protection ! process*
        comply|follow|adhere|observe|abide|respect ..14 polic*|guideline*|requirement*|rules ..8 customer|customers|clients|client|end|principal ! data protection ! process* ! deemed
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
        comply|observe|respect ..8 restrictions|requirements|terms|duties ..8 customer|customers|client|clients ! data protection ! process*
        comply|observe|follow ..8 @principal|authority|agency|company polic*|rules|guidelines ! data protection
        """,
    ]
}
