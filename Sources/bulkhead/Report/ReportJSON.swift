import Documents

extension JSONWriter {
    /// A report as a script reads it.
    mutating func report(_ report: ClientReport) {
        object { json in
            json.field("client", report.client)
            json.field("name", report.name)
            json.field("engagement", report.engagement)
            json.field("from", report.from?.description)
            json.field("to", report.to?.description)
            json.field("made", report.made.description)
            json.field("receipt", report.receipt)
            json.list("tools", report.tools) { json, tool in json.tool(tool) }
            json.list("sessions", report.visits) { json, visit in json.visit(visit) }
            json.list("redactions", report.redactions) { json, each in
                json.field("at", each.at)
                json.field("engagement", each.engagement)
                json.field("surface", each.surface)
                json.field("verdict", each.verdict)
                json.field("sha256", each.hash)
                json.key("masked")
                json.object { json in for (kind, count) in each.counts { json.count(kind, count) } }
                json.key("blocked")
                json.bool(each.isBlocked)
            }
            json.list("refused", report.refusals) { json, each in
                json.field("at", each.at)
                json.field("engagement", each.engagement)
                json.field("surface", each.what)
                json.field("reason", each.reason)
            }
            json.list("agreements", report.papers) { json, paper in json.paper(paper) }
            json.list("consents", report.consents) { json, consent in json.consent(consent) }
            json.key("processing")
            json.object { json in
                json.field("processor", report.processor)
                json.field("controller", report.name)
                json.field("controller_jurisdiction", report.jurisdiction)
                json.field("representative", report.representative)
                json.field("data_protection_officer", report.officer)
                json.words("further_processors", report.furtherProcessors)
                json.words("categories_of_processing", report.processing)
                json.words("categories_of_data", report.data)
                json.list("transfers", report.tools) { json, tool in
                    json.field("surface", tool.surface)
                    json.field("regions", tool.regions)
                    json.field("vendor_in", tool.seat)
                    json.field("contract", tool.contract)
                }
                json.words("security_measures", ClientReport.measures)
            }
        }
    }

    private mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        string(value)
    }

    private mutating func words(_ name: StaticString, _ words: [String]) {
        key(name)
        strings(words)
    }

    private mutating func count(_ name: String, _ count: Int) {
        key(data: name)
        int(count)
    }

    private mutating func list<Item>(
        _ name: StaticString, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void
    ) {
        key(name)
        array { json in for item in items { json.object { body(&$0, item) } } }
    }

    private mutating func tool(_ tool: ClientReport.Tool) {
        field("surface", tool.surface)
        field("name", tool.name)
        field("vendor", tool.vendor)
        field("plan", tool.plan)
        field("first", tool.first)
        field("last", tool.last)
        key("sessions")
        int(tool.visits)
    }

    private mutating func visit(_ visit: ClientReport.Visit) {
        key("number")
        int(visit.number)
        field("start", visit.start)
        field("end", visit.end)
        field("engagement", visit.engagement)
        field("surface", visit.surface)
        field("route", visit.route)
        field("account", visit.account)
        words("data", visit.data)
        field("verdict", visit.verdict)
        list("terms", visit.terms) { json, term in
            json.field("agreement", term.agreement)
            json.field("clause", term.clause)
            json.field("kind", term.kind)
            json.field("status", term.status)
        }
        words("consents", visit.consents)
        words("duties", visit.duties)
        words("acknowledged", visit.acknowledged)
        for (name, contacts) in [("hosts" as StaticString, visit.reached), ("refused", visit.refused)] {
            list(name, contacts) { json, contact in
                json.field("host", contact.host)
                json.count("count", contact.count)
            }
        }
        field("cause", visit.cause)
    }

    private mutating func paper(_ paper: ClientReport.Paper) {
        field("id", paper.id)
        field("kind", paper.kind)
        field("title", paper.title)
        field("effective", paper.effective)
        field("expires", paper.expires)
        list("terms", paper.terms) { json, term in
            json.field("clause", term.clause)
            json.field("kind", term.kind)
        }
    }

    private mutating func consent(_ consent: ClientReport.Consent) {
        field("id", consent.id)
        words("surfaces", consent.surfaces)
        words("lifts", consent.lifts)
        words("data", consent.data)
        field("granted", consent.granted)
        field("expires", consent.expires)
        field("revoked", consent.revoked)
        words("conditions", consent.conditions)
        field("evidence", consent.evidence)
    }
}
