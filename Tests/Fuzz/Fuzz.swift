import CTerminal
import Glibc

@testable import Canvas
@testable import Compartments
@testable import Documents
@testable import Papers
@testable import Permits
@testable import Redaction
@testable import Terminal

/// Ends the process where a promise is broken, so that the fuzzer keeps the input.
func hold(_ promise: Bool, _ words: StaticString) {
    guard !promise else { return }
    print("broken: \(words)")
    abort()
}

/// What is fed: the environment variable `TARGET` names one.
enum Target: String, CaseIterable {
    case workspace, catalog, theme, terminal, agreement, proxy, placeholders

    static let chosen = getenv("TARGET").flatMap { Target(rawValue: String(cString: $0)) }

    func take(_ bytes: [UInt8]) {
        switch self {
        case .workspace:
            guard let document = try? readWorkspace(bytes, file: "x") else { return }
            var world = document.world
            world.settings = document.settings ?? Settings()
            let written = writeWorkspace(world)
            guard let again = try? readWorkspace(written, file: "y") else {
                return hold(false, "what was written is read back")
            }
            var second = again.world
            second.settings = again.settings ?? Settings()
            hold(writeWorkspace(second) == written, "written twice is the same")
        case .catalog: _ = try? readCatalog(bytes, file: "x")
        case .theme: _ = try? Theme(file: String(decoding: bytes, as: UTF8.self))
        case .terminal:
            var reader = KeyReader()
            for start in stride(from: 0, to: bytes.count - 4, by: 5) {
                let code = bytes[start + 1..<start + 5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                let event = terminal_event(
                    kind: Int32(bytes[start] % 16), code: code, column: Int32(truncatingIfNeeded: code),
                    row: Int32(truncatingIfNeeded: code >> 3))
                for input in reader.take(event) { if case .paste(let text) = input { show(text) } }
            }
            for input in reader.endPaste() { if case .paste(let text) = input { show(text) } }
            show(String(decoding: bytes, as: UTF8.self))
        case .agreement:
            let text = PaperText(String(decoding: bytes, as: UTF8.self))
            let reading = Reading(Outline(text))
            _ = ProposedAgreement(reading.proposals, prefix: "x", operatesAs: .individual)
        case .proxy:
            let hosts = ["kimi.com", "*.kimi.com", "own.example:8443"]
            let policy = EgressPolicy(hosts: hosts)
            guard let (host, port) = Exit.authority(String(decoding: bytes, as: UTF8.self), defaultPort: 80)
            else {
                return
            }
            for kind in [EgressPolicy.Request.tunnel, .plain] {
                guard case .resolve(let name) = policy.judge(host, port: port, kind) else { continue }
                let isOurs =
                    name.text == "kimi.com" || name.text.hasSuffix(".kimi.com") || name.text == "own.example"
                hold(isOurs, "only hosts of the surface are reached")
                hold([80, 443, 8443].contains(port), "only ports of the surface are reached")
            }
        case .placeholders:
            var redactor = Redactor(Target.detector, map: TokenMap(namespace: 4711, key: (0x0123, 0x4567)))
            let redacted = redactor.redact(bytes) + redactor.finish()
            let map = redactor.map
            let whole = Restorer.restore(redacted, with: map)
            var restorer = Restorer(map)
            var pieces: [UInt8] = []
            var rest = redacted[...]
            while !rest.isEmpty {
                let size = Int(rest[rest.startIndex] % 7) + 1
                pieces += restorer.restore(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            hold(pieces + restorer.finish() == whole, "restoring in pieces is restoring at once")
            _ = Restorer.restore(bytes, with: map)
            _ = try? TokenMap(serialized: bytes)
        }
    }

    private static let detector = Detector(
        TermDictionary([
            Term("Nordwind Logistik GmbH", kind: .client, entity: "nordwind"),
            Term("NWL", kind: .client, entity: "nordwind"),
            Term("Jana Petersen", kind: .person), Term("KD-44871", kind: .custom),
        ]))

    private func show(_ text: String) {
        let seen = visible(text)
        hold(
            seen.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) },
            "what is shown holds no control")
        hold(displayWidth(truncated(text, to: 10, mark: ">")) <= 10, "what is cut fits")
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target = Target.chosen else { abort() }
    target.take([UInt8](UnsafeBufferPointer(start: start, count: count)))
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The start of the program, where the package manager looks for one.
@_cdecl("Fuzz_main")
public func start(
    _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
    var count = count
    var words = words
    return runDriver(&count, &words, fuzz)
}
