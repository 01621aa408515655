import Canvas
import Glibc
import Ledger
import Permits
import Screens
import Terminal

/// Opens the terminal interface and stays until it is left.
///
/// - Parameters:
///   - place: where the ledger lies; one is made where there is none.
///   - isDemo: whether the workspace is the made-up one.
///   - leaving: done before a signal ends this process.
/// - Throws: ``Failure`` where the ledger cannot be used, or there is no terminal.
func openInterface(
    _ place: Place, isDemo: Bool = false, leaving: () -> Void = {}
) throws(Failure) -> Exit {
    let (desk, firstKey) = try Desk.opened(place)
    try bringCatalogUpToDate(desk)
    let configuration = try InterfaceConfiguration(place)
    let screen: Screen
    do { screen = try Screen(Surroundings(), mouse: configuration.mouse) } catch {
        throw Failure(.refused, "\(error)")
    }
    var state = State(
        today: try place.day, size: screen.size, keymap: configuration.keymap, isDemo: isDemo,
        ledgerPath: try place.home + "/ledger.sqlite")
    let door = try Door(home: place.home, screen)
    state.hasLock = door != nil
    state.themes.kept = configuration.theme
    state.themes.isColorBlind = configuration.isColorBlind
    if let fault = configuration.themeFault(in: place.themes) {
        state.notice = Notice("\(fault) T chooses others.", isFault: true)
    }
    let runner = try EffectRunner(desk, screen, configuration, isDemo: isDemo)
    let watch = Watch(folder: try place.home)
    let watched = watch.map { [$0.descriptor] } ?? []
    let look = Look(glyphs: screen.glyphs, depth: screen.depth)
    var signal: Int32 = 0
    var isLocked = door != nil
    var isStarted = false
    // What has to be read once the first frame is there.
    var later: [Effect] = []
    loop: while true {
        if isLocked, let door {
            switch door.hold(runner.palette) {
            case .opened: break
            case .left: break loop
            case .signal(let number):
                signal = number
                break loop
            }
            if isStarted { runner.carryOut(update(&state, .input(.resumed))) }
        }
        if !isStarted {
            for event in runner.answers(to: start(state)) { later += update(&state, event) }
        }
        isLocked = false
        let frame = render(state, size: screen.size, look: look)
        screen.show(frame, runner.palette)
        if !isStarted {
            isStarted = true
            runner.startWork()
            runner.carryOut(later)
        }
        for event in screen.events(watching: watched, timeout: door?.patience) {
            switch event {
            case .input(var input):
                door?.noteInput()
                if case .mouse(var mouse) = input {
                    // A press means what was seen when it was made.
                    mouse.target = frame.target(at: mouse.position)
                    input = .mouse(mouse)
                }
                runner.carryOut(update(&state, .input(input)))
            case .ready:
                if watch?.drain() == true { runner.carryOut([.look]) }
            case .woken:
                for reply in runner.replies() { runner.carryOut(update(&state, reply)) }
            case .end(let number):
                signal = number
                break loop
            }
        }
        if place.at == nil, state.today != today() { runner.carryOut(update(&state, .day(today()))) }
        if runner.hasQuit { break }
        isLocked = runner.takeLock() || door?.isDue == true
    }
    runner.stop()
    screen.close()
    if let firstKey, !isDemo { announce(firstKey, try place.home) }
    if signal != 0 {
        leaving()
        // The signal ends this process as it would have without an interface.
        _ = Glibc.signal(signal, SIG_DFL)
        raise(signal)
    }
    return .done
}

/// A watch on a folder that can be had or not: without one, a change of another process shows at the next key.
private final class Watch {
    private let files: FileWatch
    var descriptor: Int32 { files.descriptor }

    init?(folder: String) {
        guard let files = FileWatch(folder: folder, prefix: "ledger.sqlite") else { return nil }
        self.files = files
    }

    func drain() -> Bool { files.drain() }
}

/// Reads the catalog's files anew where they are not those that the ledger holds, before the screen is taken over:
/// which answers that changed is said on standard error.
private func bringCatalogUpToDate(_ desk: Desk) throws(Failure) {
    let stored = try guarded { try desk.ledger.catalogFingerprint() }
    if let stored, try CatalogFiles(desk.place).are(stored) { return }
    // In front of a locked interface nothing is named.
    desk.namesClients = try guarded { try InterfaceLock.read(home: desk.ledger.path) } == nil
    _ = try desk.catalog()
    desk.namesClients = true
}
