/// Where the keys go: a screen, or something that lies over one.
package enum Place: String, CaseIterable, Hashable, Sendable {
    case home, client, matrix, why, sessions, catalog, deadlines, log, help, themes, form, paper,
        redaction
    case palette, launch, confirm, pick, prompt, sheet

    /// The screens that a number key opens, in the order of the numbers.
    package static let tabs: [Place] = [.home, .matrix, .sessions, .catalog, .deadlines, .log]

    /// The place as the title bar and the help name it.
    package var title: String {
        switch self {
        case .home: "Home"
        case .client: "Client"
        case .matrix: "Permits"
        case .why: "Why"
        case .sessions: "Sessions"
        case .catalog: "Surfaces"
        case .deadlines: "Timeline"
        case .log: "Log"
        case .help: "Help"
        case .themes: "Themes"
        case .form: "Form"
        case .paper: "Read a paper"
        case .redaction: "Redact"
        case .palette: "Command"
        case .launch: "Start a session"
        case .confirm: "Question"
        case .pick: "Choose"
        case .prompt: "Answer"
        case .sheet: "Text"
        }
    }

    /// The tab that is lit while the place is open.
    package var tab: Place {
        switch self {
        case .client, .form, .paper: .home
        case .why, .launch, .redaction: .matrix
        default: Place.tabs.contains(self) ? self : .home
        }
    }

    /// Whether it lies over a screen.
    package var isOverlay: Bool {
        switch self {
        case .palette, .launch, .confirm, .pick, .prompt, .sheet: true
        default: false
        }
    }
}
