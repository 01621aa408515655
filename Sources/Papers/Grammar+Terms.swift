extension Grammar {
    /// Cues for how long an agreement lasts, how it changes and what law it is under.
    static let termLines: [ClauseKind: String] = [
        .agreementTerm: """
        @agreement ..6 commence*|start|starts|begin|begins|effective|enter|enters|come|comes|takes|becomes ..30 continue*|expire*|terminat*|until|remain*|period|term|end|ends ! invalid ! unenforceable ! affiliate
        @agreement ..4 shall|will ..4 terminate|expire|end|continue|remain|lapse|run|last ..25 year*|month*|day|days|until|after|from|date|unless|completion ! cure ! breach ! fails ! unenforceable ! invalid ! surviv*
        @agreement ..4 expires|terminates|continues|lasts|runs ..20 year*|month*|until|after|end|date|terminated
        term|duration ..3 this? @agreement ..4 is|shall|will|begins|commences|of ! confidential information means
        contract|agreement ..2 stays|remains|continues|is ..4 place|force|effect ! data processing ! with ..2 @vendor ! unenforceable ! invalid ! remaining ! rest
        expires ..6 year*|month* ..8 from|after
        term of ..5 year*|years|months|month ! obligation* ! covenant* ! duties
        valid|validity|force ..10 for|period ..5 year*|months|month ! obligation*
        @paper ..3 take|takes|came|comes|enter|enters ..3 effect|force ..30 continue*|expire*|expires|terminat*|until|period|term|end|ends|fixed|indefinite*|year*|month* ! surviv*
        @paper ..2 start|starts|begin|begins|commence*|run|runs ..30 continue*|end|ends|until|run|runs|period|term|indefinite*|year*|month* ! surviv* ! notice ..4 period
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
        @agreement ..4 be ..2 effect|force|effective|valid|binding ..8 for|from|until|as
        @agreement ..6 concluded|entered ..6 for ..3 period|term|duration
        @agreement|terms|conditions ..4 apply|applies|run|runs|last|lasts ..3 from ..16 until
        @agreement ..3 continue*|remain* ..6 for ..4 year*|months ! surviv*
        @paper ..2 begins|starts|commences|takes ..3 on|upon ..6 date|signature|signed ! surviv* ! obligation*
        """,
        .terminationNotice: """
        may ..8 terminate|end|cancel|withdraw ..25 notice|written|writing|time|reason|convenience|notif*|cause ! remedy ! cure ! fails ! material ! insolven* ! breach* ! withdraw ..4 approval|consent|permission|authori*
        terminat* ..20 by|upon|on|with ..10 notice ! cure ! material ! breach* ! insolven* ! surviv* ! destroy ! return
        chooses|wishes|wants|decides|elects|wish|desires ..3 end|terminate|cancel|stop ..18 writing|written|notice|notif*
        days|weeks|months|month ..5 notice ..8 terminat* ! cure ! breach*
        terminat*|cancel* ..6 giving ..12 notice ! cure
        gives|giving|give ..3 notice of? termination ! breach
        close|cancel|end|terminate ..8 account|project|order|contract|agreement ..16 notice|whenever
        may|can ..8 end ..4 period|term|agreement|this|it ..8 notice|notif*
        period of notice
        may ..4 resiliate|rescind|denounce|withdraw ..16 notice ! withdraw ..4 approval|consent|permission|authori*
        either ..4 may|can ..12 notice ! breach* ! cure ! object*
        @paper ..6 ended|terminated|cancelled ..10 notice ! breach* ! cure
        either|each|any party ..6 giving|gives|give ..14 notice ! breach* ! cure ! object*
        either ..3 may|can ..6 end|stop|terminate|leave ..16 whenever|time|message|notice|reason ! breach*
        may|can ..8 close|end|terminate|cancel ..8 any time|reason ! breach*
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
        continue|continues|remain|remains|apply|applies|persist*|endure*|extend|extends|carry|carries ..8 after|following|beyond|notwithstanding|despite|regardless ..12 @ended & @parts|parts|bind|binds|bound|binding|confidential|secret ! retained ! notice ..2 period
        @duties ..12 carry|carries|continue|continues|last|lasts|apply|applies ..12 year*|month*|without|indefinite*|perpetu* ! notice ! return ! not apply
        notwithstanding|despite ..12 return|destruction|decision|delivery ..20 continue*|bound|remain*
        @duties ..8 not terminate|expire|lapse|end
        @duties ..12 not ..2 stop|end|cease|expire|lapse|terminate
        @duties ..8 ends|end|cease|ceases|expire|expires ..8 year*|month* ..3 after|from|following
        stay|stays|remain|remains|continue|continues|keep|keeps|go|goes ..6 force|effect|bound|binding|applying|apply ..10 after|beyond|following|despite|notwithstanding|during|for & @parts ! notice ..2 period ! @agreement ..3 shall|will|remain|remains|continues|stays
        @parts ..8 @parts? ..6 survive*|outlive*|outlast*
        undertake*|agree|agrees|covenant* ..4 for|during ..4 period ..6 year*|months ! notice ! notify
        during|term ..24 year*|months thereafter|afterwards
        clause|section|paragraph|article|part ..4 continue|continues|applies|survive*|remain|remains ..3 after|beyond|following ..10 @ended
        secrecy|confidentiality ..6 not ..2 limited ..3 time
        @parts ..8 not ..2 limited ..3 time
        @duties ..12 continue|continues|remain|remains|last|lasts|apply|applies|bind|binds ..8 until|while
        @duties ..12 continue|continues|remain|remains|last|lasts|apply|applies|bind|binds ..6 long as
        stay|stays|remain|remains ..3 confidential|secret|private ..2 for|always ..1 good|ever|life
        for ..5 year*|years ..3 from|after|following ..14 hold|holds|keep|keeps|maintain|treat|protect & confidence|confidential|secret
        for ..5 year*|years ..3 from|after|following ..14 not ..3 disclose|use|reveal|divulge & confidential|information
        @neg ..8 disclose|use|reveal ..14 for ..3 year*|years ..2 after|from|following & confidential|information ! @ai
        continue|continues ..2 be bound
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
        @place law ..6 applies|govern*|apply|shall|controls
        subject|governed|submitted|construed ..4 @place law
        dispute*|proceedings ..14 courts|court ..4 of|in|at ! subpoena*
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
        change|changed|changes|amend|amended|vary ..24 agree|agrees|agreed|consent|consents ..4 writing|written
        newer|new version ..8 replace*|supersede*|applies
        may ..2 change|amend|modify|vary ..2 this @agreement
        amendment*|change*|modification* ..3 require* ..3 writing
        may|can ..2 change|amend|modify|update|revise ..2 this|these @agreement|terms|policy|conditions
        both|each ..4 sign ..6 change*|amendment*|modification*
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
        business|working day|days ..2 has ..2 meaning
        counting|computing|calculating ..3 days|time|period*
        ends|end|expires ..3 on ..3 saturday|sunday|weekend|holiday
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
        not ..2 stop|stops|prevent|prevents|keep ..10 work|working|develop* ..8 similar|compet*
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
        no ..8 transfer ..4 ownership|title
        no ..8 rights|licence|license ..14 deduced|derived|inferred
        remain|remains|stay|stays ..6 property ! confidential ..6 property
        no ..6 right|rights|licence|license|title ..12 passes|pass|transfers|accrues
        @neg ..6 transfer* ..3 rights|title|ownership
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
        @neg ..6 offer|sell|provide|supply ..6 services|work|business ..6 direct*|@principal ! @ai
        @neg ..6 accept|take|perform ..8 assignments|work|orders|business|jobs ..8 direct* ..4 @principal ! @ai
        """,
    ]
}
