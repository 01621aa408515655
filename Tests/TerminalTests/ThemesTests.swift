import Canvas
import Foundation
import Terminal
import Testing

@Suite("The themes there are")
struct ThemesTests {
    @Test("the schemes in the executable are those of themes/, each with the notice of its license")
    func shipped() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        let themes = Themes(folder: nil)
        #expect(themes.all.map(\.slug).sorted() == files.map { String($0.dropLast(5)) }.sorted())
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(try Theme(file: text) == Themes.named(String(file.dropLast(5)), folder: nil))
            guard !file.hasPrefix("bulkhead-") else { continue }
            let notice = try #require(
                text.split(whereSeparator: " ;\n".contains).first { $0.hasPrefix("LICENSES/") })
            let license = try String(contentsOf: folder.appending(path: String(notice)), encoding: .utf8)
            #expect(license.contains("Copyright (c)") && license.contains("Permission is hereby granted"))
        }
    }

    @Test(
        "the user's schemes are added and replace shipped ones; a bad file is reported and the rest is read")
    func own() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "more"), withIntermediateDirectories: true)
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes")
        let dracula = try String(contentsOf: shipped.appending(path: "dracula.yaml"), encoding: .utf8)
        func write(_ name: String, _ text: String) throws {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try write("dracula.yaml", dracula.replacingOccurrences(of: "282a36", with: "000000"))
        try write("more/mine.yml", dracula.replacingOccurrences(of: "dracula\"", with: "mine\""))
        try write("bad.yaml", "name: bad\nbase00: blue\n")
        try write(".hidden.yaml", "nothing")
        try write("notes.txt", "nothing")
        let themes = Themes(folder: folder.path)
        #expect(themes.all.count == 10)
        #expect(themes.all.first { $0.slug == "dracula" }?[.base00] == .black)
        #expect(themes.all.contains { $0.slug == "mine" })
        #expect(themes.faults.map { $0.error.line } == [2])
        #expect(Themes.named("dracula", folder: folder.path)?[.base00] == .black)
        #expect(Themes.named("mine", folder: folder.path) != nil)
        #expect(Themes.named("../dracula", folder: folder.path) == nil)
        #expect(Themes.named("none", folder: folder.path) == nil)
        #expect(Themes(folder: "/no/such/folder").faults.isEmpty)
    }
}
