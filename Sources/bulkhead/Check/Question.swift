import Permits

/// What `check` and `why` were asked, before names are looked up.
struct Question {
    var place = Place()
    var surface = ""
    /// `CLIENT` or `CLIENT/ENGAGEMENT`; nil for the current context.
    var job: String?
    var data: String?
    var done: String?
    var route: String?
    var account: String?
    /// Whether to say what would change the answer.
    var remedies = false
    /// Whether to explain every finding, not only what stands in the way.
    var whole = false

    /// Reads the plain form of `check` without the argument parser, which costs more than the answer.
    ///
    /// - Parameter arguments: What follows the program's name.
    /// - Returns: nil for another command, and for anything out of the ordinary: the parser words those messages.
    init?(hot arguments: [String]) {
        guard arguments.first == "check" else { return nil }
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--json": place.json = true
            case "--remedies": remedies = true
            case "--home", "--catalog", "--at", "--for", "--data", "--done", "--route", "--account":
                guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
                switch argument {
                case "--home": place.namedHome = value
                case "--catalog": place.catalog = value
                case "--at": place.at = value
                case "--for": job = value
                case "--data" where data == nil: data = value
                case "--done" where done == nil: done = value
                // What is given twice is put together by the parser.
                case "--data", "--done": return nil
                case "--route": route = value
                default: account = value
                }
            default:
                guard surface.isEmpty, !argument.isEmpty, !argument.hasPrefix("-") else { return nil }
                surface = argument
            }
        }
        if surface.isEmpty { return nil }
    }

    init() {}

    /// A list with commas of what an option was given, once or several times; nil where it was not.
    static func list(_ given: [String]) -> String? {
        given.isEmpty ? nil : given.joined(separator: ",")
    }
}

/// Reads data categories written with commas.
///
/// - Throws: ``Failure`` that names the first unknown one and lists those that exist.
func categories(_ text: String?) throws(Failure) -> DataCategories {
    var set: DataCategories = []
    for name in (text ?? "").split(separator: ",") {
        guard let category = DataCategory(rawValue: trimmed(name)) else {
            let known = DataCategory.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "--data: \"\(name)\" is no data category. There are: \(known).")
        }
        set.formUnion(DataCategories(category))
    }
    return set
}

/// Reads duties written with commas.
///
/// - Parameter option: Where they were written, for the message.
/// - Throws: ``Failure`` that names the first unknown one and lists those that exist.
func duties(_ text: String?, of option: String = "--done") throws(Failure) -> Duties {
    var set: Duties = []
    for name in (text ?? "").split(separator: ",") {
        guard let duty = Duty(rawValue: trimmed(name)) else {
            let known = Duty.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "\(option): \"\(name)\" is no duty. There are: \(known).")
        }
        set.formUnion(Duties(duty))
    }
    return set
}
