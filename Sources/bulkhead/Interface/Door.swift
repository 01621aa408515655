import Canvas
import Ledger
import Screens
import Terminal

/// The lock in front of the interface, and the time since the last key.
final class Door {
    enum Ending {
        case opened, left
        case signal(Int32)
    }

    private let lock: InterfaceLock
    private let screen: Screen
    private var idle: IdleTime

    /// - Returns: nil where the home has no lock.
    init?(home: String, _ screen: Screen) throws(Failure) {
        guard let lock = try guarded({ try InterfaceLock.read(home: home) }) else { return nil }
        self.lock = lock
        self.screen = screen
        idle = IdleTime(limit: lock.idle)
    }

    func noteInput() { idle.restart() }

    /// How long the interface may wait for the next key.
    var patience: Duration { idle.left }

    var isDue: Bool { idle.isOver }

    /// Blanks the screen and shows nothing but the question, until it is answered.
    func hold(_ palette: Palette) -> Ending {
        defer { noteInput() }
        let look = Look(glyphs: screen.glyphs, depth: screen.depth)
        var asksPassphrase = false
        if case .passphrase = lock.kind { asksPassphrase = true }
        var page = LockPage(asksPassphrase: asksPassphrase)
        guard let secret = Secret() else { return .left }
        while true {
            page.typed = secret.count
            screen.show(page.frame(size: screen.size, look: look), palette)
            for event in screen.events() {
                switch event {
                case .end(let number): return .signal(number)
                case .input(.key(.control("c"))): return .left
                case .input(.key(.enter)):
                    if tries(secret) { return .opened }
                    page.words = asksPassphrase ? "That does not open it." : "The key did not open it."
                case .input(.key(.character(let character))) where asksPassphrase:
                    page.words = ""
                    secret.append(String(character))
                case .input(.paste(let text)) where asksPassphrase:
                    secret.append(text.prefix { $0 != "\n" && $0 != "\r" })
                case .input(.key(.backspace)): secret.removeLast()
                case .input(.key(.escape)), .input(.key(.control("u"))): secret.wipe()
                case .input, .ready, .woken: break
                }
            }
        }
    }

    private func tries(_ secret: Secret) -> Bool {
        defer { secret.wipe() }
        switch lock.kind {
        case .passphrase: return lock.opens(with: secret)
        case .command(let words):
            let status = try? screen.run(words, environment: currentEnvironment())
            return status == 0
        }
    }
}
