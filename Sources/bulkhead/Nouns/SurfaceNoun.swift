import ArgumentParser
import Documents
import Permits

struct SurfaceNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surface", abstract: "What is known about AI surfaces.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, Remove.self, Review.self])

    struct List: Work {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the surfaces of the catalog.")
        @OptionGroup var options: PlaceOptions

        func work() throws -> Exit {
            let surfaces = try Desk(options.place).catalog().surfaces
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("surfaces")
                    json.array { json in
                        for surface in surfaces { json.surface(surface) }
                    }
                }
                json.newline()
                print(bytes: json.bytes)
            } else {
                for surface in surfaces {
                    say(
                        [surface.id, surface.name, surface.plan ?? ""].filter { !$0.isEmpty }.joined(
                            separator: "  "))
                }
            }
            return .done
        }
    }

    struct Show: Work {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a surface: every fact with its source and date, conflicts and reviews among them."
        )
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The surface's id.") var name: String

        func work() throws -> Exit {
            let desk = try Desk(options.place)
            let id = try desk.surface(named: name)
            let catalog = try desk.catalog()
            guard let surface = catalog.surfaces.first(where: { $0.id == id }) else {
                throw Failure(.notFound, "The catalog has no surface \"\(id)\".")
            }
            let reviews = try desk.workspace().reviews.filter { $0.surface == id && !$0.archived }
            if options.json {
                var json = JSONWriter()
                json.surface(surface, reviews: reviews)
                json.newline()
                print(bytes: json.bytes)
            } else {
                let sheet = SurfaceSheet(surface: surface, catalog: catalog, reviews: reviews)
                for line in sheet.lines { say(line) }
            }
            return .done
        }
    }

    struct Add: Work {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a surface of your own, or one in place of a shipped one.",
            discussion: "It is kept in a catalog file of your own, which is laid over the shipped catalog.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: SurfaceFields
        @Argument(help: "VENDOR.SURFACE.") var name: String

        func work() throws -> Exit {
            var own = try OwnCatalog(options.place)
            try own.add(name, fields.entry)
            confirm("Added the surface \(name).", name, at: options.place)
            return .done
        }
    }

    struct Edit: Work {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: "Change a surface of your own.",
            discussion: "What a shipped surface says is corrected with 'surface review'.")
        @OptionGroup var options: PlaceOptions
        @OptionGroup var fields: SurfaceFields
        @Argument(help: "VENDOR.SURFACE.") var name: String

        func work() throws -> Exit {
            var own = try OwnCatalog(options.place)
            try own.edit(name, fields.entry)
            confirm("Changed the surface \(name).", name, at: options.place)
            return .done
        }
    }

    struct Remove: Work {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take away a surface of your own.",
            discussion: "The file of your own catalog, as it was, is kept beside it as own.json.before.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "VENDOR.SURFACE.") var name: String

        func work() throws -> Exit {
            var own = try OwnCatalog(options.place)
            try own.remove(name)
            confirm(
                "Took the surface \(name) out of your own catalog; its reviews and accounts are kept.", name,
                at: options.place)
            return .done
        }
    }

    struct Review: Work {
        static let configuration = CommandConfiguration(
            commandName: "review",
            abstract: "Record what you read about one fact of a surface.",
            discussion: "From its day on it stands in place of the catalog's older values.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "The surface's id.") var name: String
        @Argument(help: "For example trains_on_input or retention_days.") var key: String
        @Argument(help: "The value; lists with commas; unknown where it could not be established.") var value:
            String
        @Option(help: "Where you read it: a URL.") var source: String
        @Option(help: "The day you read it, YYYY-MM-DD; today if absent.") var retrieved: String?
        @Option(help: "A note.") var note: String?

        func work() throws -> Exit {
            let desk = try Desk(options.place)
            let catalog = try desk.catalog()
            let surface = try desk.surface(named: name, in: catalog)
            guard catalog.surfaces.contains(where: { $0.id == surface }) else {
                throw Failure(
                    .notFound,
                    "There is no surface \"\(surface)\": 'bulkhead surface list' shows those there are.")
            }
            let isList = FactKey(key).isList && value != "unknown"
            let words = value.split(separator: ",").map { Node.scalar(trimmed($0)) }
            var review = Node.map([
                ("surface", .scalar(surface)), ("key", .scalar(key)),
                ("value", isList ? .list(words) : .scalar(value)), ("source", .scalar(source)),
                ("retrieved", .scalar(try retrieved ?? options.place.day.description)),
            ])
            review.set("note", note.map { .scalar($0) })
            let document = Node.map([("bulkhead", .scalar("1")), ("reviews", .list([review]))])
            try desk.take(
                document.json(), file: Failure.typed, replace: false, as: ("review", "\(surface) \(key)"))
            confirm("Recorded \(key) of \(surface).", surface, at: options.place)
            return .done
        }
    }
}

extension FactKey {
    /// Whether the values of the key are lists.
    var isList: Bool {
        switch self {
        case .processingRegions, .selectableRegions, .incorporatedIn, .headquarteredIn, .controlledFrom,
            .loginMethods:
            true
        default: false
        }
    }
}
