import Canvas
import Permits
import Testing

@testable import Screens

@Suite("Journeys by keys alone")
struct JourneyTests {
    @Test("from an empty ledger to a session in the log")
    func fromNothing() {
        var world = sampleWorld()
        world.clients = []
        world.agreements = []
        world.consents = []
        var desk = Desk(world)
        #expect(desk.state.isFirstRun)

        // A client.
        desk.press("n 'Acme tab 'ACM ctrl-s")
        #expect(desk.world.clients.map(\.id) == ["acme"])
        #expect(desk.state.place == .client)
        // Its engagement.
        desk.press("n enter 'Website tab tab enter")
        desk.press("'sour space enter tab ctrl-s")
        #expect(desk.world.clients[0].engagements.map(\.id) == ["website"])
        #expect(desk.world.clients[0].engagements.first?.data == [.init(.sourceCode)])
        desk.press("2")
        #expect(desk.state.chosenAnswer?.outcome == .undetermined)

        // An NDA with consent.
        desk.press("1 o")
        #expect(desk.state.place == .form)
        for _ in 0..<6 { desk.press("tab") }
        desk.press("'in space '2 space 'years")
        while desk.state.form?.fields[desk.state.form?.focus ?? 0].id != "disclosure" { desk.press("tab") }
        desk.press("right right ctrl-s")
        let nda = desk.world.agreements.first { $0.client == "acme" }
        #expect(nda?.obligations.first?.rule == .thirdPartyDisclosure(recipients: .none))
        desk.press("2 j")
        #expect(desk.state.chosenAnswer?.outcome == .deny)

        // A consent for Claude, given today.
        desk.press("1 enter n 'cons enter enter 'claude space enter tab enter 'disclosure enter ctrl-s")
        #expect(desk.world.consents.map(\.lifts) == [["acme-nda-disclosure"]])
        #expect(desk.world.consents.map(\.surfaces) == [["anthropic.claude-api"]])
        desk.press("2")
        #expect(desk.state.matrixTool?.id == "anthropic.claude-api")
        #expect(desk.state.chosenAnswer?.outcome == .permit)

        // Why, then the session, its end, and the log.
        desk.press("enter")
        #expect(desk.state.why.explanation?.verdict.outcome == .permit)
        desk.press("s")
        #expect(desk.state.focus == .launch)
        desk.press("enter")
        #expect(desk.state.place == .sessions)
        #expect(desk.state.live?.job.client == "acme")
        desk.press("e enter")
        #expect(desk.state.live == nil)
        desk.press("6")
        #expect(
            desk.state.log.page?.lines.contains { $0.event == "session.start" && $0.client == "acme" } == true
        )
        #expect(desk.state.log.page?.lines.contains { $0.event == "session.end" } == true)
    }

    @Test("a launch with an open duty asks for the duty and for the tag")
    func friction() {
        var desk = Desk()
        desk.press("2 j s enter")
        #expect(desk.state.focus == .launch)
        #expect(desk.sessions.isEmpty)
        desk.press("space enter")
        #expect(desk.sessions.isEmpty)
        desk.press("'HAL enter")
        #expect(desk.sessions.isEmpty)
        desk.press("backspace backspace backspace 'nor enter")
        #expect(desk.sessions.count == 1)
    }

    @Test("a launch for another client than the last one asks for the tag, and one at a time")
    func otherClient() {
        var desk = Desk()
        desk.sessions = [
            SessionRow(
                id: "1", job: Job(client: "halden", engagement: "main"), surface: "local.ollama",
                outcome: .permit,
                start: Moment(day: sampleDay, minute: 10), end: Moment(day: sampleDay, minute: 20))
        ]
        desk.send(.ledgerChanged)
        desk.press("2 s enter")
        #expect(desk.sessions.count == 1)
        desk.press("'NOR enter")
        #expect(desk.sessions.count == 2)
        desk.press("2 s")
        #expect(desk.state.notice?.text.contains("one client at a time") == true)
    }

    @Test("nothing starts on NO or ??", arguments: ["2 j j s", "2 j j j s", "2 j j j j s"])
    func refused(_ script: String) {
        var desk = Desk()
        desk.press(script)
        #expect(desk.state.overlay == nil)
        #expect(desk.state.notice?.isFault == true)
        #expect(!desk.effects.contains { if case .launch = $0 { true } else { false } })
    }

    @Test("a verdict that does not allow a start makes no permission to launch")
    func permitted() throws {
        let world = sampleWorld()
        for surface in world.catalog.surfaces {
            let verdict = try decide(
                world, Request(client: "nordlys", engagement: "main", surface: surface.id, at: sampleDay))
            switch verdict.outcome {
            case .permit: #expect(Permitted(verdict) != nil)
            case .conditional:
                #expect(Permitted(verdict) == nil)
                #expect(Permitted(verdict, acknowledging: verdict.duties) != nil)
            case .undetermined, .deny:
                #expect(Permitted(verdict, acknowledging: Duties(Duty.allCases)) == nil)
            }
        }
    }

    @Test("what was archived is gone only after the tag, and comes back by undo")
    func archive() {
        var desk = Desk()
        desk.press("enter D enter")
        #expect(desk.world.clients[0].engagements[0].archived == false)
        desk.press("'NOR enter")
        #expect(desk.world.clients[0].engagements[0].archived)
        desk.press("z")
        #expect(!desk.world.clients[0].engagements[0].archived)
    }

    @Test("a saved change is taken back as it was")
    func undo() {
        var desk = Desk()
        let before = desk.world
        desk.press("e backspace 'X ctrl-s")
        #expect(desk.world.clients[0].name == "Nordlys GriX")
        desk.press("z")
        #expect(desk.world.clients == before.clients)
    }

    @Test("the form of an agreement shows what saving would change, before it is saved")
    func impact() {
        var desk = Desk()
        desk.press("o")
        while desk.state.form?.fields[desk.state.form?.focus ?? 0].id != "disclosure" { desk.press("tab") }
        desk.press("right")
        let changed = desk.state.form?.impact?.filter(\.changes)
        #expect(changed?.map(\.surface) == ["anthropic.claude-api"])
        #expect(changed?.first?.after.outcome == .deny)
        #expect(desk.world == sampleWorld())
    }

    @Test("a wrapper has no answer until what lies behind it is chosen")
    func route() {
        var desk = Desk()
        desk.press("2 j j")
        #expect(desk.state.chosenAnswer?.outcome == .undetermined)
        desk.press("r 'ollama enter")
        #expect(desk.state.matrix.routes["librechat.librechat"] == "local.ollama")
        #expect(desk.state.chosenAnswer?.outcome == .permit)
    }

    @Test("a reading of one's own replaces what the catalog says")
    func review() {
        var desk = Desk()
        desk.press("4 j r")
        #expect(desk.state.place == .form)
        while desk.state.form?.fields[desk.state.form?.focus ?? 0].id != "key" { desk.press("tab") }
        desk.press("enter 'trains enter tab right right right right tab 'https://example.org/x ctrl-s")
        #expect(desk.world.reviews.first?.key == .trainsOnInput)
        #expect(desk.world.reviews.first?.value == .stance(.always))
        #expect(desk.state.catalog.surface?.values.contains { $0.origin == "review" && $0.decides } == true)
    }

    @Test("a form that was changed asks before it is left, and the answer no keeps what was typed")
    func leaving() {
        var desk = Desk()
        desk.press("n 'Acme esc")
        #expect(desk.state.focus == .confirm)
        desk.press("esc")
        #expect(desk.state.form?["name"]?.text == "Acme")
        desk.press("esc enter")
        #expect(desk.state.place == .home)
        #expect(desk.state.form == nil)
    }

    @Test("the palette runs what its words find")
    func palette() {
        var desk = Desk()
        desk.press(": 'sw space 'hal enter")
        #expect(desk.state.client.id == "halden")
        desk.press(": 'timeline enter")
        #expect(desk.state.place == .deadlines)
    }

    @Test("a change from outside is shown without a key")
    func changedOutside() {
        var desk = Desk()
        desk.world.clients[0].name = "Nordlys Power"
        desk.send(.ledgerChanged)
        #expect(desk.frame().text.contains("Nordlys Power"))
    }

    @Test("a text is looked through span by span, and only what is decided can be copied")
    func redaction() throws {
        var desk = Desk()
        desk.press("2 j x \(letter)")
        let preview = try #require(desk.state.redaction.preview)
        #expect(preview.undecided == 2)
        desk.press("y")
        #expect(desk.copied == nil)
        #expect(desk.state.notice?.text.contains("2 spans are undecided") == true)
        // The name is masked everywhere from now on, the project may be read.
        desk.press("n m enter")
        #expect(desk.world.clients[0].redact.names == ["Ingrid Moe"])
        #expect(desk.state.redaction.preview?.undecided == 1)
        desk.press("n space space")
        #expect(desk.state.redaction.preview?.items[desk.state.redaction.row].decision == .keep)
        desk.press("y")
        let copied = try #require(desk.copied)
        #expect(!copied.text.contains("Ingrid") && !copied.text.contains("Fjord"))
        #expect(copied.text.contains("Project Sund"))
        #expect(desk.log.first?.detail == "6 for anthropic.claude-api")
        // The answer comes back with its names.
        let token = try #require(copied.text.split(separator: " ").first { $0.hasPrefix("BKXCN") })
        desk.press("b down enter ^Done\u{A0}in\u{A0}\(token).")
        guard case .sheet(let sheet) = desk.state.overlay else {
            Issue.record("no answer is shown")
            return
        }
        #expect(sheet.text == "Done in Fjord.")
        // z takes the word out of the dictionary again.
        desk.press("esc z")
        #expect(desk.world.clients[0].redact.names.isEmpty)
    }

    @Test("a text with another client's name is never copied")
    func tripwire() {
        var desk = Desk()
        desk.press("2 j x \(blocked) down space y")
        #expect(desk.state.redaction.preview?.isBlocked == true)
        #expect(desk.copied == nil)
        #expect(desk.state.notice?.isFault == true)
    }

    @Test("the text of one client is forgotten when another's is redacted")
    func redactionOfAnother() {
        var desk = Desk()
        desk.press("x \(letter)")
        #expect(desk.state.redaction.preview != nil)
        desk.press("1 down x")
        #expect(desk.state.redaction.job?.client == "halden")
        #expect(desk.state.redaction.preview == nil)
    }

    @Test("a paper is read clause by clause, weighed, dated and recorded")
    func paper() throws {
        var desk = Desk()
        desk.press("down down down enter i enter 'papers/acme-nda.pdf enter")
        #expect(desk.state.place == .paper)
        let page = try #require(desk.state.paper.page)
        #expect(page.proposals.count >= 7)
        #expect(desk.state.paper.marks.allSatisfy { $0 == .unread })
        #expect(desk.state.paper.impact != nil)
        // The dates follow from what is filled in, with the sum.
        desk.press("v enter '2026-03-01 enter esc")
        let end = try #require(desk.state.paper.dates.first { $0.name == "term_end" })
        #expect(end.value.text == "2028-03-01")
        #expect(end.sum.contains("2 years"))
        // One clause says so, one is absent, the rest stays unread.
        desk.press("c a")
        #expect(desk.state.paper.marks.count { $0 == .recorded } == 1)
        #expect(desk.state.paper.marks.count { $0 == .absent } == 1)
        // A kind that nothing was found of is read and absent too.
        desk.press("home down a")
        #expect(desk.state.paper.mark(of: .exclusions) == .absent)
        desk.press("esc no")
        #expect(desk.state.place == .paper)
        desk.press("esc")
        #expect(desk.state.overlay == nil)
        desk.press("ctrl-s")
        #expect(desk.state.place == .client)
        let made = try #require(desk.world.agreements.first { $0.id == "oval-nda-2" })
        #expect(made.expires == day("2028-03-01"))
        #expect(made.document?.sha256?.hasPrefix("4f4f") == true)
        #expect(made.obligations.contains { $0.archived })
        #expect(desk.readings.values.contains(.unread))
        desk.press("z")
        #expect(desk.world.agreements.first { $0.id == "oval-nda-2" }?.archived == true)
    }

    @Test("a consent that would change an answer is recorded from the answer, with the form filled in")
    func wayByConsent() throws {
        var desk = Desk()
        desk.press("2 l j enter")
        let explanation = try #require(desk.state.why.explanation)
        let place = try #require(
            explanation.ways.firstIndex { if case .consent = $0.action { true } else { false } })
        for _ in 0..<explanation.verdict.findings.count + place { desk.press("j") }
        desk.press("enter")
        #expect(desk.state.form?.fields[desk.state.form?.focus ?? 0].id == "evidence")
        desk.press("'mail ctrl-s")
        let consent = try #require(desk.world.consents.last)
        #expect(consent.client == "halden" && consent.surfaces == ["anthropic.claude-api"])
        #expect(consent.lifts == [explanation.verdict.findings[0].id] && consent.evidence == "mail")
        // Back at the answer, which the consent has changed.
        #expect(desk.state.place == .why)
        #expect(desk.state.why.explanation?.verdict.findings.contains { $0.consent == consent.id } == true)
    }

    @Test("another tool that would do leads to its own answer, a missing fact to its form")
    func otherWays() throws {
        var desk = Desk()
        desk.press("2 l j enter")
        let findings = try #require(desk.state.why.explanation?.verdict.findings.count)
        for _ in 0..<findings { desk.press("j") }
        desk.press("enter")
        #expect(desk.state.why.request?.surface == "local.ollama" && desk.state.place == .why)
        #expect(desk.state.why.explanation?.verdict.outcome == .permit)
        desk.press("esc enter")
        let ways = try #require(desk.state.why.explanation?.ways)
        let place = try #require(ways.firstIndex { if case .research = $0.action { true } else { false } })
        for _ in 0..<findings + place { desk.press("j") }
        desk.press("enter")
        #expect(desk.state.place == .form && desk.state.form?.title.isEmpty == false)
        if case .review(let surface, _) = desk.state.form?.subject {
            #expect(surface == "anthropic.claude-api")
        } else {
            Issue.record("no form for a reading")
        }
    }

    @Test("a client's tools say what their answers turn on, and the chosen one why")
    func toolReasons() {
        var desk = Desk(size: Size(columns: 120, rows: 40))
        desk.press("enter tab down")
        let text = desk.frame().text
        for words in ["Ollama local", " local │", " redact │", "no route chosen", "third party"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(text.contains("Why · Claude API") && text.contains("ALLOWED IF"))
        desk.press("enter")
        #expect(desk.state.place == .why)
    }

    @Test("an answer as text names papers and clauses, and a mail those of the client alone")
    func answerAsText() throws {
        var world = sampleWorld()
        var house = Agreement(id: "my-house", kind: .house)
        house.title = "My own rules"
        var rule = Obligation(id: "my-house-local", rule: .localOnly)
        rule.clause = "8"
        house.obligations = [rule]
        world.agreements.append(house)
        world.consents = []
        world.agreements[0].obligations = world.agreements[0].obligations.map { term in
            var term = term
            term.liftable = false
            return term
        }
        var desk = Desk(world)
        desk.press("2 j y")
        guard case .sheet(let answer) = desk.state.overlay else {
            Issue.record("no text")
            return
        }
        #expect(answer.text.contains("My own rules, clause 8: "))
        #expect(answer.text.contains("NDA, clause 4.2: Keeps the material from every third party"))
        desk.press("esc m")
        guard case .sheet(let mail) = desk.state.overlay else {
            Issue.record("no mail")
            return
        }
        #expect(mail.text.contains("- NDA, clause 4.2: "))
        for words in ["anthropic.claude-api", "My own rules", "my-house", "nordlys-nda"] {
            #expect(!mail.text.contains(words), "\(words) in \(mail.text)")
        }
    }

    @Test("all of an explanation can be scrolled into sight")
    func wholeTrail() {
        var desk = Desk(size: Size(columns: 80, rows: 18))
        desk.press("2 j enter G")
        #expect(desk.frame().text.contains("all consents and conditions together"))
        desk.press("g")
        #expect(desk.frame().text.contains("How the answer was reached"))
    }

    @Test("an entry of the log is read in full")
    func logEntry() {
        var desk = Desk()
        desk.press("2 s enter 6 enter")
        #expect(desk.frame().text.contains("session.start"))
        #expect(desk.state.focus == .sheet)
    }

    @Test("a paper is recorded as what the person says it is")
    func paperKind() throws {
        var desk = Desk()
        desk.press("down down down enter i enter 'papers/acme-nda.pdf enter")
        #expect(desk.state.paper.draft?.kind == .nda)
        desk.press("t down enter")
        let draft = try #require(desk.state.paper.draft)
        #expect(draft.kind == .msa && draft.id == "oval-msa")
        #expect(draft.obligations.allSatisfy { $0.id.hasPrefix("oval-msa") })
        #expect(desk.frame().text.contains("acme-nda.pdf, recorded as MSA"))
        desk.press("t down enter ctrl-s")
        #expect(desk.world.agreements.first { $0.id == "oval-sow" }?.kind == .sow)
    }

    @Test("a standard form is recorded as it is, once its variables are filled in")
    func standardForm() {
        var desk = Desk()
        desk.press("down enter i down enter ctrl-s")
        let made = desk.world.agreements.first { $0.id == "halden-nda-2" }
        #expect(made?.document == nil)
        #expect(made?.obligations.isEmpty == false)
        #expect(desk.readings.values.allSatisfy { $0 == .recorded })
    }

    @Test("reading a paper can be stopped")
    func stopReading() {
        var state = Desk().state
        state.paper.client = "nordlys"
        #expect(state.readPaper(.file("a.pdf")) == [.readPaper(.file("a.pdf"), client: "nordlys")])
        #expect(state.busy == "Reading a.pdf, ^C stops")
        #expect(update(&state, .input(.key(.control("c")))).contains(.stop))
        #expect(state.busy == nil)
        #expect(state.place == .home)
    }

    @Test("in every list the chosen row is taken, also where a filter was typed")
    func lists() {
        var desk = Desk()
        desk.press("enter n down down enter")
        #expect(desk.state.place == .client)
        #expect(desk.effects.last == .loadForms)
        desk.press("esc 1 : 'switch space down down enter")
        #expect(desk.state.current?.client == "mercer")
    }

    @Test("a form that nobody typed into is left without a question")
    func leaveUntouched() {
        var desk = Desk()
        desk.press("n tab down esc")
        #expect(desk.state.place == .home)
        #expect(desk.state.overlay == nil)
        desk.press("n 'x esc")
        #expect(desk.state.focus == .confirm)
    }

    @Test("a surface of one's own is added, changed, taken out and taken back")
    func ownSurface() {
        var desk = Desk()
        desk.press("4 n 'Acme tab 'Chat tab tab 'chat, space 'write tab 'api.acme.example ctrl-s")
        let made = desk.world.catalog.surfaces.first { $0.id == "acme.chat" }
        #expect(made?.capabilities == ["chat", "write"])
        #expect(made?.hosts == ["api.acme.example"])
        #expect(desk.state.tools.contains { $0.id == "acme.chat" })
        desk.press("4 g e")
        #expect(desk.state.place == .catalog)
        #expect(
            desk.state.notice?.text.contains("shipped surface") == true, "\(desk.state.notice?.text ?? "")")
        desk.press("G e")
        #expect(desk.state.form?["name"]?.text == "Chat")
        desk.press("tab tab 'team ctrl-s")
        #expect(desk.world.catalog.surfaces.first { $0.id == "acme.chat" }?.plan == "team")
        desk.press("D enter")
        #expect(!desk.world.catalog.surfaces.contains { $0.id == "acme.chat" })
        desk.press("z")
        #expect(desk.world.catalog.surfaces.contains { $0.id == "acme.chat" })
    }

    @Test("a ledger too large for the first page still says what needs attention")
    func attentionOfMany() {
        var world = sampleWorld()
        world.clients += (0..<600).map { Client(id: "c\($0)", name: "Client \($0)", tag: "C\($0 % 100)") }
        let desk = Desk(world)
        #expect(desk.effects.contains(.loadAttention))
        #expect(!desk.state.attention.isEmpty)
        #expect(!desk.state.upcoming.next.isEmpty)
    }

    @Test("several rows of a list are marked, and every mark can be taken away again")
    func marks() {
        var desk = Desk()
        desk.press("enter n 'cons enter enter")
        #expect(desk.state.focus == .pick)
        desk.press("tab down space enter")
        #expect(desk.state.form?["surfaces"]?.chosen == ["local.ollama", "anthropic.claude-api"])
        desk.press("enter tab down tab enter")
        #expect(desk.state.form?["surfaces"]?.chosen == [])
        desk.press("enter 'kimi space 'chat enter")
        #expect(desk.state.form?["surfaces"]?.chosen == ["moonshot.kimi-chat"])
    }

    @Test("the palette names what is done on another screen, and goes there")
    func elsewhere() {
        var desk = Desk()
        desk.press(": 'consent")
        #expect(desk.frame().lines.contains { $0.contains("under Client:") })
        desk.press("enter")
        #expect(desk.state.place == .client)
        desk.press("1 : 'chain")
        #expect(desk.frame().lines.contains { $0.contains("under Log:") })
        desk.press("enter")
        #expect(desk.state.place == .log)
    }

    @Test("help says the whole of what it had to cut, once it is chosen")
    func wholeHelp() throws {
        var desk = Desk()
        desk.press("enter i down enter ?")
        let whole = "you read it, and what it means stays open; it goes on counting"
        #expect(!desk.frame().lines.contains { $0.contains(whole) })
        for _ in 0..<3 where !desk.frame().lines.contains(where: { $0.contains(whole) }) {
            desk.press("down")
        }
        #expect(desk.frame().lines.contains { $0.contains(whole) })
    }

    @Test("a list that leaves rows out says so as long as it does")
    func keptFilter() {
        for key in ["1", "2", "4", "6"] {
            var desk = Desk()
            desk.press("\(key) / 'a enter")
            #expect(desk.frame().lines.last?.hasPrefix(" / a ") == true, "\(key)")
            #expect(desk.frame().lines.last?.contains("esc show all") == true, "\(key)")
            desk.press("esc")
            #expect(desk.frame().lines.last?.contains("esc show all") == false, "\(key)")
        }
    }

    @Test("what was taken back is said to be, and offers no second z")
    func takenBack() {
        var desk = Desk()
        desk.press("e backspace 'X ctrl-s")
        #expect(desk.state.notice?.text == "Saved. z takes it back.")
        desk.press("z")
        #expect(desk.state.notice?.text == "Taken back.")
        #expect(desk.state.busy == nil)
    }

    @Test("a path that cannot be read is asked for again as it was typed")
    func wrongPath() {
        var desk = Desk()
        desk.press("enter i enter ctrl-u '/nowhere.pdf enter")
        desk.state.busy = "Reading nowhere.pdf, ^C stops"
        desk.state.asked.path = Prompt(title: "Which paper?", purpose: .paper, typed: "/nowhere.pdf")
        desk.send(.failed("/nowhere.pdf: No such file or directory."))
        guard case .prompt(let prompt) = desk.state.overlay else {
            Issue.record("nothing is asked")
            return
        }
        #expect(prompt.typed.text == "/nowhere.pdf")
        #expect(desk.frame().lines.contains { $0.contains("No such file") })
        desk.press("esc")
        desk.send(.failed("Something else."))
        #expect(desk.state.overlay == nil)
    }

    @Test("a day far away has its year, one of the months around has none")
    func years() {
        #expect(day("2026-12-15").brief(from: sampleDay) == "15 Dec")
        #expect(day("2027-11-22").brief(from: sampleDay) == "22 Nov 2027")
        #expect(day("2024-11-22").brief(from: sampleDay) == "22 Nov 2024")
    }

    @Test("a client that was changed is changed again from what was saved, not from what was read before")
    func editTwice() {
        var desk = Desk()
        desk.press("e backspace 'X ctrl-s e")
        #expect(desk.state.form?["name"]?.text == "Nordlys GriX")
    }

    @Test("house rules and papers with vendors are seen, added and changed; settings too")
    func house() {
        var desk = Desk()
        desk.press("H")
        #expect(desk.state.client.page?.agreements.allSatisfy { $0.client == nil } == true)
        desk.press("n enter")
        #expect(desk.state.form?["kind"]?.chosen == ["dpa"])
        desk.press("tab tab enter 'anthropic enter ctrl-s")
        let paper = desk.world.agreements.first { $0.vendor == "anthropic" && $0.kind == .dpa }
        #expect(paper.map { $0.client == nil } == true)
        desk.press("1 ,")
        #expect(desk.state.place == .form)
        desk.press("tab ctrl-u '90 ctrl-s")
        #expect(desk.world.settings.factMaxAgeDays == 90)
        #expect(desk.state.factMaxAgeDays == 90)
        desk.press("z")
        #expect(desk.world.settings.factMaxAgeDays == 180)
    }
}
