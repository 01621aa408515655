/// A folder of an engagement as a session sees it.
package struct Folder: Hashable, Sendable {
    /// Where the engagement says it is, absolute.
    package var path: String
    /// Where it really is, links followed.
    package var source: String

    package init(path: String, source: String) {
        self.path = path
        self.source = source
    }

    /// Paths that the wall itself fills; an engagement cannot lie above or in them.
    private static let ownPaths = [
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run", "/sbin",
        "/sys", "/usr",
    ]

    /// The engagement's folders, each checked to be there and to hold nothing that a session must not see.
    ///
    /// - Parameters:
    ///   - directories: as the engagement names them; `~` is `userHome`.
    ///   - hidden: what no session sees: Bulkhead's own home, the folders of other clients.
    package static func resolve(
        _ directories: [String], userHome: String, hidden: [String]
    ) throws(Refusal) -> [Folder] {
        let hiddenPlaces = hidden.map {
            let path = Path.normalized(Path.expanded($0, home: userHome))
            return Path.resolved(path) ?? path
        }
        var folders: [Folder] = []
        for directory in directories {
            let expanded = Path.expanded(directory, home: userHome)
            guard expanded.hasPrefix("/") else {
                throw Refusal(.folder, "the folder \(directory) is not absolute; edit the engagement")
            }
            let path = Path.normalized(expanded)
            guard let source = Path.resolved(path), Path.isFolder(source) else {
                throw Refusal(.folder, "the folder \(path) is not there; make it or edit the engagement")
            }
            for place in [path, source] {
                if place == "/" || ownPaths.contains(where: { Path.lies(place, within: $0) }) {
                    throw Refusal(.folder, "\(path) is part of the system; edit the engagement's folders")
                }
            }
            for place in hiddenPlaces
            where Path.lies(place, within: source) || Path.isReached(place, through: source) {
                throw Refusal(
                    .folder,
                    "\(path) holds files that are not this engagement's (\(place)); name a folder beneath")
            }
            let folder = Folder(path: path, source: source)
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }
}
