import Canvas
import Glibc
import Screens

/// The themes there are: the terminal's own colours, those that came with the program, and the user's.
struct ThemeShelf {
    private let folders: [String]

    init(_ place: Place) {
        var folders: [String] = []
        if let configuration = try? place.configuration { folders.append(configuration + "/themes") }
        if let program = try? programFolder() {
            folders.append(program + "/../share/bulkhead/themes")
            // Run from where it was built, the themes lie at the top of the sources.
            var above = program
            for _ in 0..<4 {
                above += "/.."
                folders.append(above + "/themes")
            }
        }
        self.folders = folders
    }

    /// A theme by its id; nil for the terminal's own colours, and for one that cannot be read.
    func theme(_ id: String) -> Theme? {
        guard id != "terminal", let path = files.first(where: { $0.id == id })?.path else { return nil }
        return try? Theme(file: String(decoding: read(path), as: UTF8.self))
    }

    /// The themes as the picker lists them, with the lowest contrast of the roles that words have.
    func rows(depth: Depth) -> [ThemeRow] {
        [ThemeRow(id: "terminal", name: "terminal (your own 16)")]
            + files.map { file in
                do {
                    let bytes = try read(file.path)
                    guard bytes.count <= Theme.longestFile else {
                        return ThemeRow(
                            id: file.id, name: file.id, fault: "\(file.path) is too long for a theme.")
                    }
                    let theme = try Theme(file: String(decoding: bytes, as: UTF8.self))
                    let palette = Palette(theme: theme, depth: max(depth, .colors256))
                    let lowest = [Role.text, .permit, .condition, .deny, .unknown]
                        .compactMap { palette.contrast($0)?.scheme }.min()
                    return ThemeRow(
                        id: file.id, name: theme.name, contrast: lowest.map { Int(($0 * 100).rounded(.down)) }
                    )
                } catch let failure as Failure {
                    return ThemeRow(id: file.id, name: file.id, fault: failure.message)
                } catch {
                    return ThemeRow(id: file.id, name: file.id, fault: "\(file.path): \(error)")
                }
            }
    }

    /// Every scheme file, the user's before those of the program, each id once.
    private var files: [(id: String, path: String)] {
        var found: [(id: String, path: String)] = []
        for folder in folders {
            var names: [String] = []
            guard let directory = opendir(folder) else { continue }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if !name.hasPrefix("."), name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                    names.append(name)
                }
            }
            closedir(directory)
            for name in names.sorted() {
                let id = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
                if !found.contains(where: { $0.id == id }) { found.append((id, "\(folder)/\(name)")) }
            }
        }
        return found
    }
}

/// The folder that this program lies in.
func programFolder() throws(Failure) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { throw Failure(.refused, "/proc/self/exe cannot be read: \(problem(errno)).") }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
}
