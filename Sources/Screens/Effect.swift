package import Permits
package import Redaction

/// What the interface wants done.
///
/// Whoever runs it does so off the thread that draws, and answers with an ``Event``.
package enum Effect: Equatable, Sendable {
    /// Whether another process has changed the ledger. Answer: the event `.ledgerChanged`, or nothing.
    case look
    /// The first page, with at most so many clients. Answer: `.home`.
    case loadHome(clients: Int)
    /// The surfaces there are. Answer: `.tools`.
    case loadTools
    /// What needs attention and what is due, for which the whole ledger is read. Answer: `.attention`.
    case loadAttention
    /// Every client by name. Answer: `.roster`.
    case loadRoster
    /// The lines of these clients. Answer: `.summaries`.
    case summarize([String])
    /// The answers of all surfaces for these jobs, wrappers with the routes given. Answer: `.judged`.
    case judge([Job], routes: [String: String])
    /// One answer with all that it rests on. Answer: `.explanation` or `.unexplained`.
    case explain(Request)
    /// Answer: `.client`.
    case loadClient(String)
    /// Answer: `.catalog`.
    case loadCatalog
    /// Answer: `.surface`.
    case loadSurface(String)
    /// Answer: `.sessions`.
    case loadSessions
    /// Answer: `.deadlines`.
    case loadDeadlines
    /// The newest lines of the log, of one client or of all, that hold a text. Answer: `.log`.
    case loadLog(client: String?, text: String, limit: Int)
    /// Answer: `.logVerified`.
    case verifyLog
    /// Writes the log beside the ledger. Answer: `.done`.
    case exportLog
    /// Writes the deadlines as iCalendar beside the ledger. Answer: `.done`.
    case exportDeadlines
    /// What a change would do to the answers of a job. Answer: `.impact`.
    case weigh(Change, Job)
    /// Answer: `.saved`.
    case save(Change)
    /// Makes a job the current one, also for the command line. No answer.
    case use(Job)
    /// What a session would be started with. Answer: `.plan`, or `.unexplained`.
    case prepare(Request)
    /// Starts a session. Only a verdict that allows it, with its duties acknowledged, makes the value. Answer: `.launched`.
    case launch(Permitted)
    /// Answer: `.launched`.
    case endSession(String)
    /// Writes a text of the freelancer's own beside the ledger. Answer: `.done`.
    case writeDraft(name: String, text: String)
    /// Looks through a text for what must not leave. Answer: `.preview`.
    case redact(TextSource, Job)
    /// Puts a text on the clipboard. Only redaction makes the value; its placeholders are kept for the answer.
    /// Answer: `.done`.
    case copy(Redacted, TokenMap, Job, surface: String?)
    /// Puts the real names back into an answer. Answer: `.restored`.
    case restore(TextSource, Job)
    /// Adds a term to the dictionary of a job's client. Answer: `.learned`.
    case learn(String, TermList, Job)
    /// The standard forms there are. Answer: `.forms`.
    case loadForms
    /// Reads a paper; it can be stopped. Answer: `.paper`.
    case readPaper(PaperSource, client: String)
    /// Records the terms of a paper, with how far each was read. Answer: `.saved`.
    case savePaper(Agreement, terms: [String: ReadingMark], kinds: [String: ReadingMark])
    /// The files that a path may mean. Answer: `.paths`.
    case completePath(String)
    /// Answer: `.themes`.
    case loadThemes
    /// Shows a theme without keeping it. No answer.
    case tryTheme(String, isColorBlind: Bool)
    /// Keeps a theme in the configuration. No answer.
    case keepTheme(String, isColorBlind: Bool)
    /// Opens the made-up workspace in place of this one.
    case openDemo
    /// Stops what runs.
    case stop
    /// Locks the interface.
    case lock
    /// Draws every cell anew.
    case redraw
    case suspend
    case quit
}
