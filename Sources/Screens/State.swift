package import Canvas
package import Permits

/// Everything the interface knows.
///
/// It is one value: two equal states draw equal frames and answer keys alike.
package struct State: Equatable, Sendable {
    // MARK: Outside
    package var today: Day
    package var size: Size
    package var keymap: Keymap
    /// Whether the workspace is the made-up one.
    package var isDemo: Bool
    /// Whether a passphrase or a security key opens the interface.
    package var hasLock = false
    /// Where the ledger lies, as the first screen says it.
    package var ledgerPath: String

    // MARK: Where we are
    package var place = Place.home
    package var older: [Place] = []
    package var newer: [Place] = []
    package var overlay: Overlay?
    package var notice: Notice?
    /// What runs and can be stopped, in words.
    package var busy: String?
    /// Whether the first page has come.
    package var isLoaded = false
    /// What is typed into the filter of each list.
    package var filters: [Place: TextField] = [:]
    package var isFiltering = false

    // MARK: What we know
    package var roster = Roster()
    package var tools: [Tool] = []
    package var current: Job?
    /// The client before the current one.
    package var previous: Job?
    package var summaries: [String: ClientSummary] = [:]
    package var answers: [Job: [Judged]] = [:]
    package var attention: [HomePage.Attention] = []
    package var recent: [LogLine] = []
    package var upcoming = Upcoming()
    package var sessions: [SessionRow] = []
    package var care: String?
    package var settings = Settings()

    // MARK: The screens
    package var home = HomeState()
    package var client = ClientState()
    package var matrix = MatrixState()
    package var why = WhyState()
    package var catalog = CatalogState()
    package var session = SessionState()
    package var deadlines = DeadlineState()
    package var log = LogState()
    package var help = HelpState()
    package var themes = ThemeState()
    package var form: Form?
    package var paper = PaperState()
    package var redaction = RedactionState()

    package var asked = Asked()
    /// Where the mouse was pressed last, as long as nothing else was done since.
    package var clicked: Position?

    /// The last saved change and what it replaced.
    package var undo: Undo?

    package init(
        today: Day, size: Size, keymap: Keymap = Keymap(), isDemo: Bool = false,
        ledgerPath: String = "~/.local/share/bulkhead/ledger.sqlite"
    ) {
        self.today = today
        self.size = size
        self.keymap = keymap
        self.isDemo = isDemo
        self.ledgerPath = ledgerPath
    }

    /// Where the keys go now.
    package var focus: Place { overlay?.place ?? place }

    package var isFirstRun: Bool { isLoaded && roster.total == 0 }

    package var factMaxAgeDays: Int { settings.factMaxAgeDays }

    package var live: SessionRow? { sessions.first { $0.isLive } }

    /// The name of a surface or of a vendor, or its id where the catalog has none.
    package func name(of surface: String) -> String {
        if let tool = tools.first(where: { $0.id == surface }) { return tool.name }
        return tools.first { $0.id.hasPrefix(surface + ".") }?.vendor ?? surface
    }

    package func tag(of client: String) -> String { roster[client]?.tag ?? client }

    package func filter(of place: Place) -> String { filters[place]?.text ?? "" }

    /// Whether letters are text now, and never act.
    package var isTyping: Bool {
        if isFiltering, overlay == nil { return true }
        switch overlay {
        case .palette: return true
        case .pick, .prompt: return true
        case .confirm(let confirm): return confirm.tag != nil
        case .launch(let launch): return launch.isOnTag(in: self)
        case .sheet: return false
        case nil: break
        }
        switch place {
        case .form: return form?.isOnText ?? false
        default: return false
        }
    }
}
