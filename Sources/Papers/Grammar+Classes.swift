extension Grammar {
    /// The word classes that cues name as `@name`: words that agreements use one for another.
    static let classes: [String: String] = [
        "neg":
            "not|never|no|neither|nor|without|refrain|refrains|prohibited|forbidden|prohibits|forbids|none|nobody|"
            + "inadmissible|impermissible|disallowed|ineligible",
        "info": "information|material|materials|data|document|documents|content|contents|phi|file|files|know|"
            + "secret|secrets|documentation|records|media|code|text|texts|everything|anything|figures|footage|drawings|papers|matters",
        "disclose": "disclos*|reveal*|divulg*|communicat*|disseminat*|publish*|share|shares|shared|sharing|"
            + "transfer*|furnish*|release|released|provide|provided|pass|distribut*|supply|supplied|transmit*|make|"
            + "made|give|access|expose|show|discuss|discussed",
        "persons": "employee*|officer*|director*|personnel|staff|agent|agents|advis*|contractor|contractors|"
            + "consultant*|representative*|affiliate*|counsel|attorney*|accountant*|subsidiar*|lawyer*|worker*|"
            + "auditors|solicitor*|workforce",
        "consent": "consent*|approv*|permission|authori*|agreed|agreement|permitted|cleared|clearance",
        "ai": "ai|aitool|genai|llm|llms|ml|mt|gpt*|chatgpt|chatbot*|copilot|generative|neural",
        "agreement":
            "agreement|nda|mnda|contract|dpa|baa|addendum|undertaking|cooperation|deed|rider|subcontract|letter|declaration|code|schedule|annex|exhibit",
        "paper":
            "@agreement|terms|conditions|engagement|retainer|arrangement|mandate|assignment|sow|they|this|it",
        "restrict":
            "requires|require|required|prohibited|forbidden|not|never|no|only|unless|without|subject|neither",
        "urgent":
            "immediately|immediate|straightaway|once|promptly|prompt|hours|within|delay|aware|soon|days|discover*|forthwith|"
            + "becom*|suspect*|suspicion|learn*|once|straight|latest",
        "bound": "shall|will|must|agree*|undertake*|may|covenant*|is|are",
        "input":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|"
            + "ingest*|convey*|dictate*|insert*|load|expose*|provide|provided|process|processed|disclos*|share|shared|transmit*|copy|send|"
            + "sent|prompt|prompts|prompting|run|introduce*|make|supply|transfer*|use|used",
        "place": Places.words
            + "|european|union|europe|britain|kingdom|america|territory|territories|country|"
            + "countries|region|regions|jurisdiction|jurisdictions|province|continent|continental",
        "land":
            "china|chinese|russia|russian|iran|korea|belarus|cuba|syria|prc|country|countries|jurisdiction|"
            + "jurisdictions|foreign|sanction*|embargo*|adversar*|outside|us|eu|eea|states|union",
        "store":
            "stor*|host*|stay|stays|keep|keeps|kept|reside|resides|resident|locate|located|remain|remains|held|processed|process|"
            + "processing|maintain|maintained|backup*",
        "vendor": "vendor*|provider*|supplier*|entity|entities|company|companies|service|services|tool|tools|"
            + "system|systems|subprocessor*|subcontractor*|product|products|operator*|developer*|manufacturer*",
        "loss":
            "wrong|leaks|copied|intruded|hacked|infringement*|unauthori*|breach*|incident*|loss|lost|misuse*|compromis*|leak*|violation*|accidental*|"
            + "misappropriat*|improper*|inadvertent*|theft|stolen|intrusion*",
        "tell":
            "notif*|inform|informs|informed|intimat*|ring|phone|telephone|telephones|alarm|report|reports|reported|advise|advises|alert|notice|tell|tells|warn|warns|know",
        "use": "use|uses|used|using|employ|employs|employed|exploit*|utilis*|utiliz*|apply|applied|make",
        "puts":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|entry|feed|feeding|place|put",
        "uses": "use|uses|used|using|utilis*|utiliz*|exploit*",
        "rogue":
            "china|chinese|russia|russian|prc|iran|iranian|korea|belarus|cuba|syria|sanctioned|embargoed|adversary|adversaries",
        "compel":
            "require*|compel*|order|orders|ordered|oblige*|obligat*|direct|directs|directed|demand*|summon*|served|request*|instruct*|asks|asked",
        "power":
            "law|laws|court*|subpoena*|government*|regulat*|judicial|administrative|authorit*|tribunal*|legislation|statute*|statutory|prosecutor*|police|agency|legal",
        "duties":
            "obligation*|duty|duties|covenant*|undertaking*|promise|promises|commitment*|provisions|restrictions|secrecy|confidentiality|clauses",
        "hand":
            "disclos*|reveal*|divulg*|communicat*|publish*|share|shares|shared|transfer*|furnish*|release*|provide|provided|"
            + "pass|passes|passed|supply|supplied|transmit*|hand|hands|handed|send|sends|sent|forward*|leak|leaks|tell|tells|show|shows|"
            + "give|gives|given|expose*|discuss|discusses",
        "anyone":
            "third|anyone|anybody|person|persons|others|someone|somebody|nobody|outsiders|outsider|outside|elsewhere|else|individual|entity",
        "typed":
            "input*|paste*|pasting|upload*|submit*|enter|enters|entered|entering|feed|feeds|fed|feeding|put|puts|insert*|"
            + "introduc*|furnish*|hand|handed|load|loaded|drop|dropped|type|typed|place|placed|convey*|expose*|copied|send|sent|"
            + "transmit*|supply|supplied|give|given|disclos*|share|shared|provide|provided|run|process|processed",
        "learning": "train*|learn*|retrain*|tune|tuned|tuning|finetun*",
        "better": "improv*|enhanc*|develop*|refin*",
        "models":
            "model|models|algorithm*|product|products|service|services|system|systems|network*|engine*|ai|ml|llm|llms",
        "barring":
            "not|never|no|neither|nor|without|refrain*|prohibit*|forbid*|forbidden|bar|bars|barred|preclud*|exclud*|disabl*|"
            + "prevent*|opt|opted|off|nothing|none",
        "keeping":
            "retain*|retention|store|stores|stored|storing|storage|keep|keeps|keeping|kept|hold|holds|holding|held|log|logs|"
            + "logged|logging|save|saves|saved|cache|caches|cached|archive|archived|persist*",
        "verify":
            "verif*|correct|corrects|corrected|review|reviews|reviewed|check|checks|checked|checking|proofread*|edit|edited|validat*|test|tests|tested|vet|vetted",
        "made":
            "output*|result*|generat*|suggest*|produc*|draft*|content|code|text|citation*|statement*|deliverable*|contribution*|part|parts|material",
        "declare":
            "say|says|state|states|mark|marks|marked|label*|flag|flags|flagged|signal*|identif*|indicat*|disclos*|declare*|show|shows|"
            + "report|reports|inform|informs|informed|notif*|tell|tells|name|names|note|stated|indicated|acknowledged|mentioned",
        "promote":
            "marketing|promotion*|reference|references|publicity|advertis*|press|portfolio|media|website|websites|ranking*|brochure*|"
            + "testimonial*|showreel|pitch*",
        "helpers":
            "providers|provider|experts|attorneys|consultants|assistants|assistant|someone|somebody|others|another|third|"
            + "freelancers|colleague*|anyone|translators|linguist|linguists|writers|agents",
        "parts":
            "section*|clause*|paragraph*|article*|terms|provisions|rules|duties|duty|obligation*|undertaking*|promise*|covenant*|confidentiality",
        "tend": "handle|handles|handled|process|processes|processed|use|used|treat|treated|collect|collected",
        "seat":
            "headquartered|incorporated|domiciled|based|owned|controlled|established|organized|organised|located|"
            + "operated|seat|seated|registered|resident|hosted|developed|laws",
        "principal":
            "customer|customers|client|clients|principal|principals|prime|upstream|studio|studios|publisher*|"
            + "sponsor*|funder*|broadcaster*|licensor*|buyer*|owner*",
        "showcase": "portfolio|showreel|cv|resume|linkedin|website|social|credits",
        "ended": "terminat*|expir*|end|ended|completion|conclusion|closure|closeout|close",
        "products":
            "chatgpt|openai|anthropic|whisper|deepl|midjourney|llama|mistral|perplexity|deepseek|notebooklm|"
            + "grammarly|qwen|memoq|trados|huggingface|ollama|kimi|moonshot",
    ]
}
