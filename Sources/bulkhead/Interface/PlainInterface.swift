import Canvas
import Ledger
import Permits
import Plain
import Screens

/// The interface as questions and lines, for screen readers, pipes and dumb terminals.
///
/// It reads lines from standard input until they end or say `quit`.
func openPlainInterface(_ place: Place, isDemo: Bool) throws(Failure) -> Exit {
    let firstKey = try Desk.create(place)
    let home = try place.home
    if let lock = try guarded({ try InterfaceLock.read(home: home) }), try !opens(lock) {
        throw Failure(.refused, "That does not open the lock of the interface.")
    }
    let configuration = try InterfaceConfiguration(place)
    let clerk = try Clerk(place, Mailbox(), configuration, depth: .none, isDemo: isDemo)
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
            case .redraw, .suspend, .stop, .tryTheme, .lock: break
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
                        say("The session begins; it ends with the program in it.")
                        waiting += update(&state, .answer(.launched(attend(arguments, place))))
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

/// Runs this program in place of the dialogue until it ends.
///
/// - Returns: how it ended, in words.
private func attend(_ arguments: [String], _ place: Place) -> String {
    do throws(Failure) {
        let status = Child.attend(["/proc/self/exe"] + arguments, environment: try ownEnvironment(for: place))
        guard let status else { return "The session cannot be started." }
        return sessionEnd(status, arguments)
    } catch {
        return error.message
    }
}
