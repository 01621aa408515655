internal import CTerminal
package import Canvas
internal import Glibc

/// The color schemes there are: those that travel in the executable, and the user's own.
package struct Themes {
    /// A file that is not a scheme, for the picker to show with the reason.
    package struct Fault: Hashable, Sendable {
        package let file: String
        package let error: ThemeError
    }

    /// The slug that stands for the terminal's own sixteen colors, which no file describes.
    package static let terminal = "terminal"

    /// The shipped schemes in their order, then the user's by name; a scheme of the user's replaces a shipped
    /// one of the same slug.
    package private(set) var all: [Theme]
    /// The user's files that could not be read.
    package private(set) var faults: [Fault] = []

    /// Reads all schemes.
    ///
    /// - Parameter folder: the user's folder, whose `.yaml` and `.yml` files are read, its folders too; those
    ///   that begin with a dot are not. It need not exist.
    package init(folder: String?) {
        all = Self.shippedSlugs.compactMap(Self.shipped)
        guard let folder else { return }
        var own: [Theme] = []
        for file in Self.files(in: folder, levels: 3) {
            do throws(ThemeError) {
                own.append(try Self.read(file))
            } catch {
                faults.append(Fault(file: file, error: error))
            }
        }
        for theme in own.sorted(by: { $0.name < $1.name }) {
            all.removeAll { $0.slug == theme.slug }
            all.append(theme)
        }
    }

    /// One scheme by its slug; reads no more files than it must, for the first frame.
    ///
    /// - Parameters:
    ///   - slug: the scheme's slug, or the name of its file without the ending.
    ///   - folder: the user's folder.
    package static func named(_ slug: String, folder: String?) -> Theme? {
        // A slug has no slash and no dot, so it cannot lead out of the folder.
        guard slug == Theme.slug(slug), !slug.isEmpty, slug != Themes.terminal else { return nil }
        if let folder, let own = try? read("\(folder)/\(slug).yaml") { return own }
        return shipped(slug) ?? Themes(folder: folder).all.first { $0.slug == slug }
    }

    /// The slugs of the shipped schemes.
    package static var shippedSlugs: [String] {
        var slugs: [String] = []
        var index: Int32 = 0
        while let theme = terminal_shipped_theme(index) {
            slugs.append(String(cString: theme.pointee.slug))
            index += 1
        }
        return slugs
    }

    private static func shipped(_ slug: String) -> Theme? {
        guard let index = shippedSlugs.firstIndex(of: slug), let theme = terminal_shipped_theme(Int32(index))
        else {
            return nil
        }
        return try? Theme(file: String(cString: theme.pointee.text))
    }

    /// Reads a file, which may be any size or kind.
    package static func read(_ path: String) throws(ThemeError) -> Theme {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw ThemeError(line: nil, reason: "cannot be opened") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while bytes.count <= Theme.longestFile {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 { throw ThemeError(line: nil, reason: "cannot be read") }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return try Theme(file: String(decoding: bytes, as: UTF8.self))
    }

    /// The scheme files of a folder, sorted.
    private static func files(in folder: String, levels: Int) -> [String] {
        guard levels > 0, let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var files: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                files.append(path)
            } else {
                files += Self.files(in: path, levels: levels - 1)
            }
        }
        return files.sorted()
    }
}
