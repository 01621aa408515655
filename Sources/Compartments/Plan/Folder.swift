/// A folder of an engagement as a session sees it.
package struct Folder: Hashable, Sendable {
    /// Where the engagement says it is, absolute.
    package var path: String
    /// Where it really is, links followed.
    package var source: String

    /// Whether there is such a folder.
    package var isThere: Bool { Path.isFolder(source) }

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
    ///   - hidden: what no session sees: Bulkhead's own home, the folders of other clients. A folder within one is
    ///     taken where it is named so, but not where only links lead there, for a session may have laid them.
    ///   - closed: folders in which no engagement can lie, by whatever name.
    ///   - orAbsent: whether a folder that is not there is taken as it is named, where nothing is started.
    package static func resolve(
        _ directories: [String], userHome: String, hidden: [String], closed: [String] = [],
        orAbsent: Bool = false
    ) throws(Refusal) -> [Folder] {
        func real(_ path: String) -> String { Path.resolved(path) ?? path }
        let hiddenPlaces = hidden.map { Path.normalized(Path.expanded($0, home: userHome)) }
        var folders: [Folder] = []
        for directory in directories {
            let expanded = Path.expanded(directory, home: userHome)
            guard expanded.hasPrefix("/") else {
                throw Refusal(.folder, "the folder \(directory) is not absolute; edit the engagement")
            }
            let path = Path.normalized(expanded)
            let resolved = Path.resolved(path)
            guard let source = resolved ?? (orAbsent ? path : nil), orAbsent || Path.isFolder(source) else {
                throw Refusal(.folder, "the folder \(path) is not there; make it or edit the engagement")
            }
            for place in [path, source] {
                if place == "/" || ownPaths.contains(where: { Path.lies(place, within: $0) }) {
                    throw Refusal(.folder, "\(path) is part of the system; edit the engagement's folders")
                }
            }
            for place in hiddenPlaces {
                let place = (named: place, real: real(place))
                if Path.lies(place.real, within: source) || Path.isReached(place.real, through: source) {
                    throw Refusal(
                        .folder,
                        "\(path) holds files that are not this engagement's (\(place.real)); name a folder beneath"
                    )
                }
                let isNamed = Path.lies(path, within: place.named) || Path.lies(path, within: place.real)
                if Path.isReached(source, through: place.real), !isNamed {
                    throw Refusal(
                        .folder, "\(path) leads by links to files that are not this engagement's (\(source))")
                }
            }
            if let place = closed.first(where: { Path.isReached(source, through: real($0)) }) {
                throw Refusal(
                    .folder, "\(path) lies in a folder of Bulkhead's own (\(place)); edit the engagement")
            }
            let folder = Folder(path: path, source: source)
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }

    /// The folders without those that lie in another of them.
    ///
    /// They are seen there already, and a session that runs could put a link in the place of one.
    package static func outermost(_ folders: [Folder]) -> [Folder] {
        folders.filter { inner in
            !folders.contains { outer in
                outer != inner && Path.lies(inner.path, within: outer.path)
                    && inner.source == outer.source + inner.path.dropFirst(outer.path.count)
            }
        }
    }
}
