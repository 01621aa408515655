extension Grammar {
    /// Cues for tools that learn or generate.
    static let toolLines: [ClauseKind: String] = [
        .aiUseApproval: """
        @neg ..8 use|uses|used|using|employ|rely|utili*|deploy|adopt ..14 @ai|@products ! use|used as ! @input ..10 into ! to|for|in|as ..2 train*|tune|tuning
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
        @ai ..14 is|are ..2 prohibited|forbidden|excluded|banned|blocked|barred|disallowed ! service|services|provider|vendor|operator ..4 barred|prohibited|forbidden
        @ai ..20 only ..4 after|once ..20 approv*|consent*|agreed|released|authori* ! input|paste|upload|submit|enter
        no|neither ..4 @ai ..24 allowed|permitted|acceptable|deployed|admissible|eligible ! train* ! @seat
        @ai ..24 unless|until|before ..12 cleared|whitelisted|sanctioned|approved|authori*|listed|released ! @puts
        @neg ..4 deploy|deploys|rely|relies|adopt ..6 @ai
        unless|until ..14 @tell ..10 @ai
        using ..3 @ai ..14 @neg ..2 allowed|permitted|acceptable
        may|can ..16 @ai ..8 only ..10 order|orders|brief|schedule|sow|list|appear|appears|allows|permits|agreed|agrees
        """,
        .aiInputBan: """
        @neg ..8 input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|insert*|expose*|provide|process|processed|disclos*|share|transmit*|copy|send|prompt|prompts|prompting|introduce*|supply|transfer* ..40 @ai|@products ! neither input|inputs nor
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
        @neg ..14 go|goes|end|ends|get|gets|put|pass ..3 into|in|through|to ..6 @ai & @info|confidential|anything|nothing
        no|never ..10 @info ..8 in|into ..2 prompt|prompts
        @neg|refrain* ..14 @typed ..40 @ai|@products ! train* ! @better ..3 model* ! output*|generated ! @ai ..6 tool ..2 list ! unless ..6 disclos*
        @info|content|credentials ..12 @neg ..3 be ..2 @typed ..10 @ai ! train*
        @neg ..6 put|type|enter ..10 about ..14 @ai
        @neg ..8 @uses ..30 @ai|@products ..12 with|on ..4 @info ! kind|kinds ! @learning
        @neg ..3 @puts ..14 into|in|to|through ..2 them|it|these|those & @ai
        @neg ..2 go|goes in|into|near & @ai
        @neg ..2 make|makes ..8 available|accessible ..3 to ..4 @ai
        """,
        .aiConditionalPermission: """
        may|can|permitted|allowed|free|entitled ..8 use|uses|using|employ|utili* ..14 @ai|@products ! may not ! neither|nor ! no ..8 may ! only ..14 approv*|consent*|permission|listed|released
        @ai|@products ..12 may|can ..3 be ..3 used|employed ! not be ! no ..8 may ! only ..14 approv*|consent*|permission|listed|released
        use ..6 @ai|@products ..14 permitted|allowed|acceptable ! not permitted ! not allowed ! prohibited
        may ..10 process* ..25 @ai ! may not ! neither|nor ! no ..8 may
        @ai ..24 is|are ..2 permitted|allowed|exempt|excepted|acceptable|unaffected ! where|if|when|once ..6 @ai ..6 permitted|allowed ! not permitted ! not allowed ! only ..14 approv*|consent*|permission|listed
        @ai ..30 is|are|remain|remains ..2 permissible|admissible|fine|ok|welcome|unobjectionable|allowed ! @neg ..3 permissible|admissible|fine|ok|welcome|allowed
        no objection & @ai
        @ai ..6 may|can ..3 be ..3 used|employed|run ! not be ! no ..8 may ! only
        may ..4 be ..2 used & @ai ! @neg ! unless ! only
        free|entitled ..2 use ..6 @ai
        left|leave ..5 judgement|judgment|discretion & @ai
        may ..2 have recourse ..8 system|tool|model|@ai & @ai ! only
        nothing ..8 prohibit*|prevent*|restrict*|preclude*|forbid* ..10 @ai
        release|releases|approve|approves|allow|allows|permit|permits ..4 @ai ..4 only|where|if|provided ! where|if|when|unless ..4 allow|allows|permit|permits|approve|approves
        welcome|happy|fine|ok|okay ..6 use|using ..10 @ai
        @ai ..3 run|runs|running|hosted|installed ..6 own|local|locally|offline ..14 may|can ..1 be ..1 used ! only
        run|runs|running ..6 own|local|locally|offline ..10 fine|ok|okay|permitted|allowed|acceptable & @ai ! @neg ..2 fine|ok|okay|permitted|allowed|acceptable
        @neg ..3 approval|consent|permission ..4 needed|required|necessary & @ai
        not ..2 require|requires|need ..4 approval|consent|permission & @ai
        nothing ..8 prohibit*|prevent*|restrict*|preclude*|forbid* ..6 use|using & @ai
        may|can ..6 analys*|analyz*|translate*|summari*|transcri*|draft|enter|input|upload|paste|submit ..20 @ai ! may not ! can not ! neither|nor ! no ..8 may ! only ..14 approv*|consent*|permission|listed|released ! unless ! disclos*
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
        @neg|barred|precluded|prevent*|exclud* ..12 train*|improv*|enhance|refine|learn* ..10 model|models|@ai|algorithm*|service|services|product*|input*|output* & @ai
        prevent*|exclud*|disable*|off|stop|stops ..10 learn*|train*|training & @ai ! train* ..2 staff|employees|team
        barred|prohibited|precluded|excluded ..6 from ..6 using|use ..10 improve|train|develop
        @barring ..20 @learning & @ai ! @learning ..2 staff|employees|team|course*|session*
        @learning ..20 @barring & @ai ! @learning ..2 staff|employees|team|course*|session*
        @barring ..20 @better ..8 @models & @ai ! develop* ..1 software
        @barring ..20 @models ..2 improvement|training|development & @ai
        @models ..2 improvement|training|development ..10 @barring & @ai
        """,
        .aiNoRetention: """
        @neg|zero ..10 retain*|store|stores|stored|retention|log|logs|logged|cache* ..25 @ai|prompt|prompts|prompting|input*|output*|vendor|provider|tool|tools|model*|it|them|any|@info & @ai|prompt|prompts|prompting|train*
        zero ..2 retention
        retain|retains|retained|store|stores ..10 train|trains|use ..14 information|data|content|input*|it|them
        @neg ..16 retain|retains|retained|store|stores|stored|keep|kept|log|logged|cached ..20 @info|beyond|longer|session|operator|provider & @ai|prompt|prompts|prompting|completion*
        @ai ..8 that|which ..6 retain*|store|stores|log|logs|keep ..20 @neg
        neither ..10 train* ..14 keep|retain*|store*|log
        nothing ..10 retained|stored|kept|logged & @ai|prompt|prompts
        prevent*|exclud* ..10 stored|retained|kept|logged & @ai
        @neg ..6 keep|keeps|stores|store|retain|retains ..12 longer|beyond & @ai
        deleted|erased|discarded ..4 as soon|immediately|once|after & @ai|prompt|prompts|prompting
        @neg ..30 retain|retains|store|stores|keep|keeps ..10 data|information|it|them|input*|content ..10 after|once|beyond|longer & @ai
        prompt|prompts|input|inputs|responses|conversations|uploads ..14 deleted|erased|purged|discarded
        keep|keeps|stores|store|retains|retain|logs|log nothing & @ai
        @ai ..20 keep|keeps|stores|store|retains|retain|logs|log ..1 nothing
        @barring ..14 @keeping ..14 it|them|@info|prompt*|input*|output*|longer|beyond|after & @ai ! record|records ! confidence|confidential ..2 @keeping ! @keeping ..4 secret|confidential|confidence|themselves|yourself|himself|herself
        prompt*|input*|output*|@info ..8 @barring ..4 @keeping ..10 by|after|beyond|longer|once & @ai
        @barring ..10 @keeping ..6 longer|beyond & @ai
        hold on to ..2 it|them|@info & @ai
        delete|deletes|erase|erases|purge|purges|discard|discards ..4 prompt|prompts|inputs|outputs|conversations|transcripts|uploads & @ai
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
        exhibit|schedule|annex|appendix|list|register ..8 approved|permitted|authori*|prohibited|banned ..2 @ai|tools
        approved|permitted|authori*|prohibited|banned ..2 @ai|tools ..6 exhibit|schedule|annex|appendix|list|register
        exhibit|schedule|annex|appendix|list|register ..10 @ai ..10 approved|accepted|assessed|cleared|permitted|released|allowed
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
        declar*|inform|informs|informed|notif*|disclos*|states|tells|lists ..12 which|what|whether ..12 @ai
        state|declare|indicate|tick|specify|report|say|tell|inform|note ..6 whether|which|what ..16 @ai
        log|logs|record|records|list|history|copies ..4 prompts|prompting|prompt|queries & @ai
        note|notes|record|log|logs|recorded ..10 which|what|stating|naming ..2 @ai
        note|record|log|list|statement|state|name ..8 which|what|the ..4 system|tool|model|version & @ai
        record|records|log|logs ..8 kept|keep|retained|preserved|retain ..8 year*|month*|days & @ai
        write|writes|note|jot|put ..2 down ..10 which|what|the ..4 @ai
        @tell ..6 which ..3 @ai ..4 used|was
        invoice*|report*|statement*|delivery|timesheet* ..8 show|state|indicate|list|name|say ..14 @ai
        request* ..10 name|state|specify|describe ..10 product|system|version|vendor|tool & @ai
        inventory|register|log|list ..10 @ai ..8 used
        transcript|transcripts|history|log|screenshot* ..12 @ai
        @tell ..14 where|when|whether|which ..4 @ai
        keep|keeps|retain|retains|preserve|save ..6 prompts|outputs|conversations|chats|transcripts & @ai ! @neg
        jot|write|note ..2 down ..8 date|product|tool|what|which & @ai
        certify|certifies|confirm|confirms ..6 which|what|whether ..8 @ai
        """,
        .aiOutputRules: """
        @ai ..2 generated|assisted|produced|created|derived|output*
        output|outputs|result|results ..25 review*|label*|mark|marked|verif*|check*|edit*|human|own*|licen*|responsib* & @ai
        generated|produced|created ..8 @ai|@products
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
        answer|answerable|answers|responsible ..4 for ..8 @ai
        @verify ..14 @made & @ai ! licen*
        @made ..14 @verify & @ai ! licen*
        @declare ..14 @ai ..6 helped|generated|wrote|produced|assisted
        @declare ..14 @made ..8 generated|produced|created|assisted ..8 @ai
        conspicuous* & @ai
        @ai ..4 wrote|writes|drafted|helped|made|produced|generated ..14 @declare
        @ai ..12 used ..14 stated|acknowledged|mentioned|credited
        check|checks|verify|verifies ..4 fact|facts|source|sources & @ai
        """,
    ]
}
