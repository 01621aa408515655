import ArgumentParser
import Documents

struct Current: Work {
    static let configuration = CommandConfiguration(
        commandName: "current", abstract: "The client and engagement that are current.")

    @OptionGroup var options: PlaceOptions

    func work() throws -> Exit { try printCurrent(at: options.place) }
}

/// Prints the current context: `{"client","engagement","tag"}` for scripts, `client/engagement` for people.
func printCurrent(at place: Place) throws(Failure) -> Exit {
    let desk = try Desk(place)
    guard let context = try desk.context() else {
        throw Failure(.notFound, "No client is current: 'bulkhead use CLIENT' switches to one.")
    }
    if place.json {
        var json = JSONWriter()
        json.object { json in
            json.key("client")
            json.string(context.client)
            json.key("engagement")
            json.string(context.engagement)
            json.key("tag")
            json.string(context.tag)
        }
        json.newline()
        print(bytes: json.bytes)
    } else {
        let job = context.engagement.map { context.client + "/" + $0 } ?? context.client
        say("\(context.tag)  \(job)")
    }
    return .done
}
