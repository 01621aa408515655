import Documents
import Permits
import Testing

@testable import Ledger

/// The same numbers for the same seed, on every machine.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        // SplitMix64, by Sebastiano Vigna, in the public domain.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A file with one to four things done to it that a hostile or a careless hand might do.
func mutant(of file: [UInt8], _ dice: inout Dice) -> [UInt8] {
    let pieces = [
        "2026-02-30", "9999-99-99", "&a [*a, *a]", "*a", "<<: *a", "!!binary x", "{", "[", "}", "]", ": ",
        "- ", "\n", "\t",
        "\u{1B}]52;c;x\u{7}", "\\e[31m", "\u{202E}", "\u{200B}", "\u{FEFF}", "\0", "\u{85}", "null", "~",
        "true", "-1",
        "99999999999999999999", "P", "P1", "inherit", "unknown", "\"", "'", "|\n", ">\n", "%YAML 1.2\n---\n",
        "---\n", "...\n",
        "id: house", "supersedes: [nordwind-sow]", "client: nordwind", "archived: true", "kind: house", "é",
        "e\u{301}",
    ]
    var bytes = file
    for _ in 0...Int.random(in: 0...3, using: &dice) {
        let place = Int.random(in: 0...bytes.count, using: &dice)
        let end = min(bytes.count, place + Int.random(in: 0...40, using: &dice))
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
        case 3 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &dice)
        case 4: bytes.removeSubrange(place...)
        case 5:
            // A line doubled, which makes ids twice.
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let index = Int.random(in: 0..<lines.count, using: &dice)
            bytes = Array((lines[...index] + lines[index...]).joined(separator: [0x0A]))
        case 6:
            let depth = Int.random(in: 1...2_000, using: &dice)
            bytes.insert(contentsOf: repeatElement(UInt8(ascii: "["), count: depth), at: place)
        default:
            bytes.replaceSubrange(place..<end, with: Array((pieces.randomElement(using: &dice) ?? "").utf8))
        }
    }
    return bytes
}

@Test("a mutated workspace is taken whole or refused with sentences, and never half", arguments: 0..<10)
func mutatedWorkspaces(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let home = TemporaryHome()
    let ledger = try Ledger.create(home: home.path, house: nil).ledger
    let file = seed % 2 == 0 ? Array(sampleText.utf8) : writeWorkspace(try sample())
    var taken = 0
    for round in 0..<700 {
        let bytes = mutant(of: file, &dice)
        do {
            let document = try readWorkspace(bytes, file: "mutant")
            taken += 1
            var world = document.world
            world.settings = document.settings ?? Settings()
            // What was taken can be written, read back and written again to the same bytes.
            let written = writeWorkspace(world)
            let again = try readWorkspace(written, file: "again")
            var second = again.world
            second.settings = again.settings ?? Settings()
            #expect(writeWorkspace(second) == written)
            if round % 10 == 0 {
                try ledger.import(world, settings: world.settings, replace: true)
                #expect(writeWorkspace(try ledger.world()) == written)
            }
        } catch let faults as Faults {
            #expect(!faults.list.isEmpty)
            #expect(faults.list.allSatisfy { !$0.message.isEmpty && $0.line >= 0 })
        }
    }
    #expect(taken > 0 && taken < 700)
    #expect(try ledger.verifyLog().ok)
    #expect(try ledger.damage() == [])
}

@Test("a mutated catalog is taken whole or refused with sentences", arguments: 0..<6)
func mutatedCatalogs(seed: Int) throws {
    var dice = Dice(state: UInt64(1_000 + seed))
    let home = TemporaryHome()
    let ledger = try Ledger.create(home: home.path, house: nil).ledger
    var taken = 0
    for round in 0..<500 {
        let bytes = mutant(of: Array(sampleCatalogText.utf8), &dice)
        do {
            let catalog = try readCatalog(bytes, file: "mutant")
            taken += 1
            if round % 10 == 0 {
                try ledger.replaceCatalog(catalog, fingerprint: "\(round)")
                #expect(try ledger.catalog() == catalog)
            }
        } catch let faults as Faults {
            #expect(faults.list.allSatisfy { !$0.message.isEmpty })
        }
    }
    #expect(taken > 0 && taken < 500)
}

@Test("a line of 100 MB is refused before it is read, and one of 60 MB as a text that is too long")
func longLines() {
    for (opening, size) in [("bulkhead: 1\nclients: ", 100), ("{\"bulkhead\": \"", 100), ("bulkhead: ", 60)] {
        let bytes = Array(opening.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: size << 20)
        #expect(throws: Faults.self) { try readWorkspace(bytes, file: "long") }
    }
}
