import Canvas
import Permits
import Plain
import Screens

/// The interface as questions and lines, for screen readers, pipes and dumb terminals.
///
/// It reads lines from standard input until they end or say `quit`.
func openPlainInterface(_ place: Place, isDemo: Bool) throws(Failure) -> Exit {
    let firstKey = try Desk.create(place)
    let configuration = try InterfaceConfiguration(place)
    let clerk = try Clerk(place, Mailbox(), configuration, depth: .none)
    var state = State(
        today: try place.day, size: Size(columns: 200, rows: 100), keymap: configuration.keymap,
        isDemo: isDemo,
        ledgerPath: try place.home + "/ledger.sqlite")
    var hasQuit = false
    func carryOut(_ effects: [Effect]) {
        var waiting = effects
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            switch effect {
            case .quit: hasQuit = true
            case .redraw, .suspend, .stop, .tryTheme: break
            case .openDemo: state.notice = Notice("Run: bulkhead demo --plain")
            case .keepTheme(let theme, let isColorBlind):
                var kept = configuration
                kept.theme = theme
                kept.isColorBlind = isColorBlind
                do { try kept.save() } catch { state.notice = Notice(error.message, isFault: true) }
            default:
                for reply in clerk.replies(to: effect) {
                    switch reply {
                    case .event(let event), .paper(_, let event): waiting += update(&state, event)
                    case .copy(let text, let words):
                        do throws(Failure) {
                            let canWipe = try Clipboard.write(text.bytes)
                            if canWipe, configuration.wipeSeconds > 0 {
                                Clipboard.wipe(text.bytes, after: configuration.wipeSeconds)
                            }
                            waiting += update(&state, .answer(.done("Copied, \(words).")))
                        } catch {
                            waiting += update(&state, .failed(error.message))
                        }
                    case .run(let arguments):
                        var words = arguments
                        if case .launch(let permitted) = effect {
                            let request = permitted.verdict.request
                            let job = request.engagement.map { "\(request.client)/\($0)" } ?? request.client
                            let home = place.namedHome.map { ["--home", $0] } ?? []
                            words.insert(contentsOf: home + ["--for", job], at: min(1, words.count))
                        }
                        waiting += update(
                            &state,
                            .answer(
                                .launched("Run in a terminal: bulkhead " + words.joined(separator: " "))))
                    }
                }
            }
        }
    }
    carryOut(start(state))
    if let firstKey, !isDemo { announce(firstKey, try place.home) }
    for line in transcript(state) { say(line) }
    while !hasQuit, let line = readLine(strippingNewline: true) {
        carryOut(state.hear(line))
        if hasQuit { break }
        for line in transcript(state) { say(line) }
    }
    return .done
}
