import Foundation
import Terminal
import Testing

@Suite("Theme files that are none")
struct HostileThemeTests {
    @Test(
        "a pipe, a device, a folder, a loop of links and a file of a gigabyte are told and left out, without waiting"
    )
    func strangeFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/folder.yaml", withIntermediateDirectories: true)
        #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
        try files.createSymbolicLink(atPath: folder + "/zero.yaml", withDestinationPath: "/dev/zero")
        try files.createSymbolicLink(
            atPath: folder + "/self.yaml", withDestinationPath: folder + "/self.yaml")
        try files.createSymbolicLink(atPath: folder + "/up", withDestinationPath: folder)
        try files.createSymbolicLink(
            atPath: folder + "/gone.yaml", withDestinationPath: folder + "/../../../x")
        #expect(files.createFile(atPath: folder + "/huge.yaml", contents: nil))
        #expect(truncate(folder + "/huge.yaml", 1 << 30) == 0)
        let themes = Themes(folder: folder)
        let shipped = Themes(folder: nil)
        #expect(themes.all == shipped.all)
        let told = Set(themes.faults.map { $0.file.split(separator: "/").last.map(String.init) ?? "" })
        #expect(told == ["folder.yaml", "pipe.yaml", "zero.yaml", "self.yaml", "gone.yaml", "huge.yaml"])
        for name in ["../../etc/passwd", "/etc/passwd", "folder", "a/b", "..", ""] {
            #expect(Themes.named(name, folder: folder) == nil)
        }
    }
}
