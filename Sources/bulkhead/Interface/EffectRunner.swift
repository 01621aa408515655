import Canvas
import Glibc
import Permits
import Redaction
import Screens
import Terminal

/// Carries out the effects of the interface: what touches the terminal at once, everything else on a thread of its
/// own, whose replies come back as events.
///
/// What the first frame shows is read before that thread starts: a frame without it would only be drawn to be drawn
/// over.
final class EffectRunner {
    /// What the frames are shown in.
    private(set) var palette: Palette
    private(set) var hasQuit = false
    private var wantsLock = false

    private let screen: Screen
    private let place: Place
    private var configuration: InterfaceConfiguration
    private let mailbox: Mailbox
    /// Belongs to the thread that works, once it is started.
    private let clerk: Clerk
    private var pending: [Event] = []
    /// The number of the paper that is read; an answer about an earlier one is nobody's any more.
    private var reading = 0

    /// - Parameter desk: belongs to the thread that works, once it is started.
    init(
        _ desk: Desk, _ screen: Screen, _ configuration: InterfaceConfiguration, isDemo: Bool
    ) throws(Failure) {
        place = desk.place
        self.screen = screen
        self.configuration = configuration
        let mailbox = Mailbox()
        self.mailbox = mailbox
        clerk = try Clerk(desk, mailbox, configuration, depth: screen.depth, isDemo: isDemo)
        palette = Palette(depth: screen.depth)
        palette = themed(configuration.theme, isColorBlind: configuration.isColorBlind)
        Listener.shared.listen { mailbox.reply(.event(.remark($0))) }
    }

    /// What effects bring, while there is no thread yet that works.
    func answers(to effects: [Effect]) -> [Event] {
        effects.flatMap(clerk.replies).compactMap { reply in
            if case .event(let event) = reply { event } else { nil }
        }
    }

    /// Starts the thread that works, once.
    func startWork() {
        nonisolated(unsafe) let clerk = clerk
        startThread { clerk.work() }
    }

    /// Carries out effects, in order.
    func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: hasQuit = true
            case .lock: wantsLock = true
            case .redraw: screen.redraw()
            case .suspend: kill(getpid(), SIGTSTP)
            case .stop:
                mailbox.clear()
                reading += 1
                RunningReader.shared.stop()
            case .loadAttention: loadAttention()
            case .readPaper(let source, let client): read(source, client)
            case .tryTheme(let theme, let isColorBlind): palette = themed(theme, isColorBlind: isColorBlind)
            case .keepTheme(let theme, let isColorBlind):
                palette = themed(theme, isColorBlind: isColorBlind)
                configuration.theme = theme
                configuration.isColorBlind = isColorBlind
                do { try configuration.save() } catch { pending.append(.failed(error.message)) }
                Screen.wake()
            case .openDemo: runHere(["demo"], home: nil)
            default: mailbox.post(effect)
            }
        }
    }

    /// Looks a large ledger through on a thread of its own, so that nothing else waits for it.
    private func loadAttention() {
        let (mailbox, place) = (mailbox, place)
        startThread {
            do throws(Failure) {
                mailbox.reply(.event(.answer(try Clerk.attention(at: place))))
            } catch {
                mailbox.reply(.event(.failed(error.message)))
            }
        }
    }

    /// Reads a paper on a thread of its own, so that it can be given up.
    private func read(_ source: PaperSource, _ client: String) {
        reading += 1
        RunningReader.shared.begin()
        let (mailbox, place, number) = (mailbox, place, reading)
        startThread {
            do throws(Failure) {
                mailbox.reply(
                    .paper(number, .answer(.paper(try Clerk.paper(source, client: client, at: place)))))
            } catch {
                mailbox.reply(.paper(number, .failed(error.message)))
            }
        }
    }

    /// Puts a text on the clipboard; the terminal's own is written by this thread alone, which also draws.
    private func copied(_ text: Redacted, _ words: String) -> Event {
        let text = Clipboard.Copy.redacted(text)
        let seconds = configuration.wipeSeconds
        if Clipboard.writeByProgram(text) {
            guard seconds > 0 else { return .answer(.done("Copied, \(words).")) }
            return .answer(
                .done(
                    Clipboard.startWipe(text, after: seconds)
                        ? "Copied, \(words); the clipboard is emptied in \(seconds) seconds."
                        : "Copied, \(words); the clipboard can't be emptied later."))
        }
        do {
            try Clipboard.writeByTerminal(text)
            return .answer(.done("Copied through the terminal, \(words); it can't be emptied from here."))
        } catch {
            return .failed(error.message)
        }
    }

    /// What came back since the last time.
    func replies() -> [Event] {
        var events = pending
        pending = []
        for reply in mailbox.takeReplies() {
            switch reply {
            case .event(let event): events.append(event)
            case .paper(let number, let event): if number == reading { events.append(event) }
            case .run(let arguments):
                let words = runHere(arguments, home: try? place.home)
                events.append(.answer(.launched(words)))
            case .copy(let text, let words): events.append(copied(text, words))
            }
        }
        return events
    }

    /// Whether the screen is to be locked at once.
    func takeLock() -> Bool {
        defer { wantsLock = false }
        return wantsLock
    }

    func stop() {
        Listener.shared.listen(nil)
        mailbox.close()
    }

    private func themed(_ name: String, isColorBlind: Bool) -> Palette {
        Palette(
            theme: Themes.named(name, folder: place.themes), depth: screen.depth,
            hues: isColorBlind ? .redGreenSafe : .classic)
    }

    /// Runs this program with the terminal to itself until it ends.
    ///
    /// - Parameter home: the home it uses; nil for one of its own.
    /// - Returns: how it ended, in words.
    @discardableResult
    private func runHere(_ arguments: [String], home: String?) -> String {
        do {
            // The demo makes a home of its own.
            let environment = try home == nil ? currentEnvironment() : ownEnvironment(for: place)
            let status = try screen.run(["/proc/self/exe"] + arguments, environment: environment)
            return sessionEnd(status, arguments)
        } catch {
            return "\(error)"
        }
    }
}

/// How a session ended, in words.
///
/// - Parameters:
///   - status: the wait status.
///   - arguments: what was run.
func sessionEnd(_ status: Int32, _ arguments: [String]) -> String {
    let code = (status >> 8) & 0xFF
    let signal = status & 0x7F
    if signal != 0 { return "The session was ended by signal \(signal)." }
    if code == 0 { return "The session has ended." }
    // What SIGTERM leaves: `stop`, or the end of a session in another window.
    if code == 143 { return "The session was stopped from outside." }
    if [2, 3, 20, 30, 40].contains(code) {
        return "It ended with exit code \(code). In a shell, bulkhead \(arguments.first ?? "") says why."
    }
    return "The session has ended with exit code \(code)."
}

/// The environment of this process, as `NAME=value`.
func currentEnvironment() -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
        variables.append(String(cString: variable))
        next += 1
    }
    return variables
}

/// The environment for this program at a place.
func ownEnvironment(for place: Place) throws(Failure) -> [String] {
    var variables = currentEnvironment()
    if let home = place.namedHome {
        variables.removeAll { $0.hasPrefix("BULKHEAD_HOME=") }
        variables.append("BULKHEAD_HOME=\(home)")
    }
    if let catalog = place.catalog {
        variables.removeAll { $0.hasPrefix("BULKHEAD_CATALOG=") }
        variables.append("BULKHEAD_CATALOG=\(catalog)")
    }
    return variables
}

/// Starts a thread that outlives nothing.
private func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // Documents nest, and the parser of the catalog follows them down.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    // Signals belong to the thread that draws.
    var every = sigset_t()
    var before = sigset_t()
    sigfillset(&every)
    pthread_sigmask(SIG_SETMASK, &every, &before)
    let box = Unmanaged.passRetained(Box(body))
    let code = pthread_create(
        &thread, &attributes,
        { raw in
            guard let raw else { return nil }
            Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().body()
            return nil
        }, box.toOpaque())
    if code == 0 { pthread_detach(thread) } else { box.release() }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    pthread_attr_destroy(&attributes)
}
