import ArgumentParser
import Documents

struct CatalogNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "Keep facts true.", subcommands: [Validate.self, Diff.self])

    struct Validate: Work {
        static let configuration = CommandConfiguration(
            commandName: "validate",
            abstract: "Check catalog files; every problem is shown with its line and path.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "YAML or JSON; your own catalog files and the shipped one if absent.") var files:
            [String] = []

        func work() throws -> Exit {
            var known =
                try options.place.catalogFile.map { try CatalogFiles.parse(try read($0), $0) }
                ?? CatalogFiles.shipped()
            let own = try CatalogFiles(options.place)
            let names = files.isEmpty ? own.own.map { own.folder + "/" + $0 } : files
            var surfaces = files.isEmpty ? known.surfaces.count : 0
            var faults: [Fault] = []
            for file in names {
                do throws(Failure) {
                    let next = try CatalogFiles.parse(try read(file), file, extending: known)
                    surfaces += next.surfaces.count
                    known = known.extended(by: next)
                } catch {
                    guard !error.faults.isEmpty else { throw error }
                    faults += error.faults
                }
            }
            guard faults.isEmpty else { throw Failure(Faults(faults)) }
            if options.json {
                var json = JSONWriter()
                json.object { json in
                    json.key("ok")
                    json.bool(true)
                    json.key("surfaces")
                    json.int(surfaces)
                }
                json.newline()
                print(bytes: json.bytes)
            } else {
                say("\(surfaces) surface\(surfaces == 1 ? "" : "s"), no problem.")
            }
            return .done
        }
    }

    struct Diff: Work {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Which facts, and which of your verdicts, another catalog would change.",
            discussion: "Without a file: what your own catalog files change in the shipped one.")
        @OptionGroup var options: PlaceOptions
        @Argument(help: "A catalog file that would be laid over the present catalog.") var file: String?

        func work() throws -> Exit {
            let desk = try Desk(options.place)
            let present = try desk.catalog()
            let change: CatalogChange
            let (workspace, day) = (try desk.workspace(), try options.place.day)
            if let file {
                let next = try CatalogFiles.parse(try read(file), file, extending: present)
                change = CatalogChange(
                    workspace: workspace, from: present, to: present.extended(by: next), on: day)
            } else {
                change = CatalogChange(
                    workspace: workspace, from: try CatalogFiles.shipped(), to: present, on: day)
            }
            if options.json {
                print(bytes: change.json)
            } else {
                for line in change.lines { say(line) }
                if change.lines.isEmpty { complain("No fact and no verdict differs.") }
            }
            return .done
        }
    }
}
