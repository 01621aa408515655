package import Permits
package import Redaction

/// What an effect brought.
package enum Answer: Equatable, Sendable {
    case home(HomePage)
    case tools([Tool])
    case attention([HomePage.Attention], Upcoming)
    case roster(Roster)
    case summaries([ClientSummary])
    /// The answers of every surface, in the order of the tools, for each job.
    case judged([Job: [Judged]])
    case explanation(Explanation)
    /// The request was no question that can be judged.
    case unexplained(Request, String)
    case client(ClientPage)
    case catalog(CatalogPage)
    case surface(SurfacePage)
    case deadlines(Agenda)
    case log(LogPage)
    case logVerified(String)
    case sessions([SessionRow])
    case impact([Impact])
    /// A change is in the ledger.
    case saved(Change)
    case plan(LaunchPlan)
    /// A session in the foreground is over, or one in the background has begun; words for the person.
    case launched(String)
    case preview(Preview, Job)
    /// An answer with its real names, and how many placeholders were nobody's.
    case restored(String, unknown: Int)
    /// A term is in the dictionary; the client as it was before.
    case learned(Client)
    case forms([Field.Option])
    case paper(PaperPage)
    /// The files that a typed path may mean.
    case paths(String, [String])
    case themes([ThemeRow], kept: String, isColorBlind: Bool)
    /// Something was written or done; words for the person.
    case done(String)
}
