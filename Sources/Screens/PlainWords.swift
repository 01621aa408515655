import Canvas
import Papers
package import Permits

/// What the lines of the plain interface need beside the state itself.
extension State {
    /// The rows of the client screen in words, without headings, in the order in which they are chosen.
    package var plainRows: [String] {
        clientRows.compactMap { row in
            switch row {
            case .heading: nil
            case .empty(let words, _): words
            case .item(let item): "\(item.noun): \(truncated(words(of: item), to: 100, mark: "..."))."
            }
        }
    }

    /// What an item is called in a list.
    func words(of item: Change) -> String {
        Painter(state: self, look: Look(glyphs: .ascii, depth: .none)).name(item)
    }

    /// Places in the tools of the rows of the matrix.
    package var plainTools: [Int] { matrixRows }

    /// Rows of the catalog that the filter leaves.
    package var plainCatalog: [CatalogPage.Row] { catalogRows }

    /// Rows of the timeline that the filter leaves.
    package var plainDue: [Deadline] { (0..<dueCount).compactMap { due($0) } }

    /// The sessions that the filter leaves, in the order in which they are chosen.
    package var plainSessions: [SessionRow] { sessionRows }

    /// The screen on which something else is called by some words.
    package func place(of words: String) -> Place? {
        Action.all.first { $0.isSpoken && $0.screen != nil && $0.title.lowercased() == words }?.screen
    }

    /// The kinds whose clauses nobody has read yet, with the numbers by which they are chosen.
    package var plainUnread: [String] {
        ClauseKind.allCases.enumerated().compactMap { number, kind in
            guard !paper.places(of: kind).isEmpty, paper.mark(of: kind) == .unread else { return nil }
            return "\(number + 1) \(kind.words)"
        }
    }

    /// The dates that follow from the paper, each with its sum.
    package var plainDates: [String] {
        paper.dates.map { "\($0.title): \($0.value.text), \($0.reason)." }
    }

    /// The kind of clause that is shown, and how far the person has come with it.
    package var plainKind: String? {
        paper.kind.map { kind in
            "Kind \(paper.row + 1) of \(ClauseKind.allCases.count): \(kind.words), \(paper.mark(of: kind).word)."
        }
    }

    /// An answer as text that a person can send on.
    package func plainAnswer(_ explanation: Explanation) -> String { plainText(explanation) }
}

extension Action {
    /// Whether it only moves the choice.
    package var isMove: Bool { id.hasPrefix("move.") }

    /// Whether it means something where nothing is drawn and lines are read: the dialogue has ways of its own to filter
    /// and to quit.
    package var isSpoken: Bool {
        !isMove
            && !["app.palette", "app.quit", "app.suspend", "app.redraw", "client.pane", "list.filter"]
                .contains(id)
    }
}
