/// A report as headed tables, for whoever reads it on paper or on a page.
struct ReportPage {
    struct Section {
        var title: String
        var note: String?
        var columns: [String]
        var rows: [[String]]
        /// What stands there where no row does.
        var empty: String
    }

    var title: String
    var facts: [(name: String, value: String)]
    var sections: [Section]

    init(_ report: ClientReport) {
        title = "AI tools used for \(report.name)"
        let period: String
        switch (report.from, report.to) {
        case (nil, nil): period = "everything recorded"
        case (let from?, nil): period = "from \(from)"
        case (nil, let to?): period = "until \(to)"
        case (let from?, let to?): period = "\(from) to \(to)"
        }
        facts = [
            ("Client", "\(report.name) (\(report.client))"),
            (
                "Engagement",
                report.engagement.map { id in report.engagementTitle.map { "\($0) (\(id))" } ?? id } ?? "all"
            ),
            ("Period", period), ("Made on", report.made.description),
            ("Receipt of the log", report.receipt),
        ]
        sections = [
            Self.tools(report), Self.visits(report), Self.redactions(report), Self.refusals(report),
            Self.terms(report), Self.consents(report), Self.processing(report),
        ]
    }

    private static func joined(_ words: [String]) -> String {
        words.isEmpty ? "-" : words.joined(separator: ", ")
    }

    private static func tools(_ report: ClientReport) -> Section {
        Section(
            title: "Tools used",
            columns: ["Tool", "Plan", "Vendor", "Sessions", "First", "Last"],
            rows: report.tools.map { tool in
                [
                    "\(tool.name) (\(tool.surface))", tool.plan ?? "-",
                    tool.vendor.isEmpty ? "-" : tool.vendor,
                    String(tool.visits), tool.first, tool.last,
                ]
            }, empty: "No tool was used in this period.")
    }

    private static func hosts(_ contacts: [(host: String, count: Int)]) -> String {
        joined(contacts.map { "\($0.host) (\($0.count))" })
    }

    private static func visits(_ report: ClientReport) -> Section {
        Section(
            title: "Sessions",
            note: "Times are UTC. Each session could reach the hosts of its tool and no others.",
            columns: [
                "No.", "Start", "End", "Engagement", "Tool", "Data", "Verdict", "Terms", "Consent",
                "Duties met", "Hosts reached",
            ],
            rows: report.visits.map { visit in
                let tool =
                    visit.surface.map { $0 + (visit.route.map { " through \($0)" } ?? "") }
                    ?? "a command, without network"
                return [
                    String(visit.number), visit.start, visit.end ?? "open", visit.engagement ?? "-", tool,
                    joined(visit.data), visit.verdict,
                    joined(visit.terms.map { "\($0.agreement) \($0.clause) \($0.kind): \($0.status)" }),
                    joined(visit.consents), joined(visit.acknowledged), hosts(visit.reached),
                ]
            }, empty: "No session in this period.")
    }

    private static func redactions(_ report: ClientReport) -> Section {
        Section(
            title: "Redaction",
            note: "What was masked before text was sent, by kind; the hash is of the text that came out.",
            columns: ["Time", "Engagement", "For", "Verdict", "Masked", "SHA-256"],
            rows: report.redactions.map { each in
                [
                    each.at, each.engagement ?? "-", each.surface ?? "-", each.verdict ?? "-",
                    joined(each.counts.map { "\($0.kind) \($0.count)" })
                        + (each.isBlocked ? " (blocked)" : ""), each.hash,
                ]
            }, empty: "Nothing was redacted in this period.")
    }

    private static func refusals(_ report: ClientReport) -> Section {
        let starts = report.refusals.map { [$0.at, $0.engagement ?? "-", $0.what, $0.reason] }
        let contacts = report.visits.flatMap { visit in
            visit.refused.map { contact in
                [
                    visit.start, visit.engagement ?? "-", contact.host,
                    "not a host of the tool, asked for \(contact.count) time\(contact.count == 1 ? "" : "s") in session \(visit.number)",
                ]
            }
        }
        return Section(
            title: "What was refused", columns: ["Time", "Engagement", "Tool or host", "Why"],
            rows: (starts + contacts).sorted { $0[0] < $1[0] }, empty: "Nothing was refused in this period.")
    }

    private static func terms(_ report: ClientReport) -> Section {
        Section(
            title: "Agreements", columns: ["Agreement", "Kind", "Title", "In force", "Terms"],
            rows: report.papers.map { paper in
                [
                    paper.id, paper.kind, paper.title ?? "-",
                    "\(paper.effective ?? "-") to \(paper.expires ?? "-")",
                    joined(paper.terms.map { $0.clause.isEmpty ? $0.kind : "\($0.clause) \($0.kind)" }),
                ]
            }, empty: "No agreement is recorded.")
    }

    private static func consents(_ report: ClientReport) -> Section {
        Section(
            title: "Consents",
            columns: ["Consent", "Tools", "Lifts", "Data", "Granted", "Until", "Conditions", "Evidence"],
            rows: report.consents.map { consent in
                [
                    consent.id, joined(consent.surfaces), joined(consent.lifts), joined(consent.data),
                    consent.granted,
                    consent.revoked.map { "revoked \($0)" } ?? consent.expires ?? "-",
                    joined(consent.conditions),
                    consent.evidence ?? "-",
                ]
            }, empty: "No consent is recorded.")
    }

    /// The fields of Article 30(2) of the GDPR.
    private static func processing(_ report: ClientReport) -> Section {
        let transfers = report.tools.map { tool in
            "\(tool.name): \(tool.regions); vendor in \(tool.seat)"
                + (tool.contract.map { "; under \($0)" } ?? "; no processing agreement recorded")
        }
        return Section(
            title: "Record of processing (GDPR, Article 30(2))", columns: ["Field", "Entry"],
            rows: [
                ["(a) Processor", report.processor ?? "not recorded: name it with --processor"],
                ["(a) Controller", report.name + (report.jurisdiction.map { ", \($0)" } ?? "")],
                ["(a) Representative of the processor", report.representative ?? "none named"],
                ["(a) Data protection officer", report.officer ?? "none named"],
                ["(a) Further processors", joined(report.furtherProcessors)],
                ["(b) Categories of processing", joined(report.processing)],
                ["(b) Categories of data", joined(report.data)],
                ["(c) Where tools process, and under what", joined(transfers)],
                ["(d) Security measures", joined(ClientReport.measures)],
            ], empty: "")
    }
}
