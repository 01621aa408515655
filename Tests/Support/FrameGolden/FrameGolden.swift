package import Canvas
import Foundation
package import Testing

/// Compares a frame with its golden file, `Frames/NAME.txt` beside the test.
///
/// With `RECORD_FRAMES` set, or where there is no file yet, the frame is written there; a first recording
/// fails, so that nobody takes it for a comparison. A difference is shown line by line, expected beside
/// actual.
///
/// - Parameters:
///   - frame: what a screen drew.
///   - name: the file's name without its ending, such as `home-80x24`.
///   - styles: whether the styles of the cells are compared as well.
package func assertFrame(
    _ frame: Frame, _ name: String, styles: Bool = false, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let text = styles ? frame.text + "\n" + frame.styles : frame.text
    assertGolden(text, name, file: file, sourceLocation: sourceLocation)
}

/// Compares lines of text with their golden file, as ``assertFrame(_:_:styles:file:sourceLocation:)`` does.
package func assertGolden(
    _ text: String, _ name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Frames")
    let path = folder.appending(path: "\(name).txt")
    let expected = try? String(contentsOf: path, encoding: .utf8)
    if expected == text { return }
    let records = !(ProcessInfo.processInfo.environment["RECORD_FRAMES"] ?? "").isEmpty
    if records || expected == nil {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: path, atomically: true, encoding: .utf8)
        } catch {
            Issue.record("\(name): cannot be recorded: \(error)", sourceLocation: sourceLocation)
            return
        }
        if !records {
            Issue.record(
                "\(name): no golden file yet; recorded, look at it and run again",
                sourceLocation: sourceLocation)
        }
        return
    }
    Issue.record(
        "\(name) differs (RECORD_FRAMES=1 records it anew)\n\(sideBySide(expected ?? "", text))",
        sourceLocation: sourceLocation)
}

/// The lines that differ, expected on the left and actual on the right.
package func sideBySide(_ expected: String, _ actual: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let right = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let width = min(120, max(20, left.map(displayWidth).max() ?? 0))
    var result = "     \(padded("expected", to: width, mark: "~")) | actual\n"
    for row in 0..<max(left.count, right.count) {
        let one = row < left.count ? left[row] : "(no line)"
        let other = row < right.count ? right[row] : "(no line)"
        guard one != other else { continue }
        let number = String(row + 1)
        result += String(repeating: " ", count: max(0, 4 - number.count)) + number
        result += " \(padded(one, to: width, mark: "~")) | \(other)\n"
    }
    return result
}
