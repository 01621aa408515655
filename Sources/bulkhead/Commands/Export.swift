import ArgumentParser
import Documents

struct Export: Work {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the whole workspace as one document.",
        discussion: "YAML, sorted and stable; with --json the same as JSON. 'bulkhead import' reads it back.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit {
        let desk = try Desk(options.place)
        let document = writeWorkspace(try desk.workspace())
        print(bytes: options.json ? try tree(document).json() : document)
        return .done
    }
}

/// Reads a document into its tree.
func tree(_ document: [UInt8], file: String = "workspace") throws(Failure) -> Node {
    do { return try readTree(document, file: file) } catch { throw Failure(error) }
}
