import Canvas
import Glibc
import Ledger
import Permits
import Plain
import Screens

/// The interface as questions and lines, for screen readers, pipes and dumb terminals.
///
/// It reads lines from standard input until they end or say `quit`. Where a lock is set it is asked at the start, and
/// again before a line is answered that comes after the idle time.
func openPlainInterface(_ place: Place, isDemo: Bool) throws(Failure) -> Exit {
    let firstKey = try Desk.create(place)
    let home = try place.home
    let lock = try guarded { try InterfaceLock.read(home: home) }
    func ask() throws(Failure) {
        guard let lock, try !opens(lock) else { return }
        throw Failure(.refused, "That does not open the lock of the interface.")
    }
    try ask()
    let configuration = try InterfaceConfiguration(place)
    let clerk = try Clerk(try Desk(place), Mailbox(), configuration, depth: .none, isDemo: isDemo)
    var state = State(
        today: try place.day, size: Size(columns: 200, rows: 100), keymap: configuration.keymap,
        isDemo: isDemo,
        ledgerPath: try place.home + "/ledger.sqlite")
    state.hasLock = lock != nil
    var idle = lock.map { IdleTime(limit: $0.idle) }
    var hasQuit = false
    var isLocked = false
    func carryOut(_ effects: [Effect]) {
        var waiting = effects
        while !waiting.isEmpty {
            let effect = waiting.removeFirst()
            switch effect {
            case .quit: hasQuit = true
            case .redraw, .suspend, .stop, .tryTheme: break
            case .lock: isLocked = true
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
                            let canWipe = try Clipboard.write(.redacted(text))
                            if canWipe, configuration.wipeSeconds > 0 {
                                Clipboard.wipe(.redacted(text), after: configuration.wipeSeconds)
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
    var narration = Narration()
    for line in narration.lines(of: state) { say(line) }
    idle?.restart()
    while !hasQuit, let line = readInputLine() {
        if idle?.isOver == true { try ask() }
        carryOut(state.hear(line))
        if hasQuit { break }
        if isLocked {
            complain("Locked.")
            try ask()
            isLocked = false
        }
        for line in narration.lines(of: state) { say(line) }
        idle?.restart()
    }
    return .done
}

/// Reads a line from standard input and not a byte beyond it: what follows may be for a program that is run in place
/// of the dialogue, or a passphrase.
///
/// - Returns: the line without its end; nil where there is none any more.
private func readInputLine() -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
        let count = read(0, &byte, 1)
        if count < 0, errno == EINTR { continue }
        guard count == 1 else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
        if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
        line.append(byte)
    }
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
