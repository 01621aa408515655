/// A request that cannot be judged: an error, not a verdict.
package enum InvalidRequest: Error, Hashable, Sendable {
    case unknownClient(String)
    /// The engagement is not there, or another client's.
    case unknownEngagement(String, client: String)
    case unknownAccount(String)
    /// The account is a login somewhere else than the target.
    case accountElsewhere(String, target: String)
    case unknownCategory(String)
    case unknownDuty(String)
    case badDate(String)
}

extension InvalidRequest: CustomStringConvertible {
    /// One sentence: what is wrong, where, and the way out.
    package var description: String {
        switch self {
        case .unknownClient(let id):
            "There is no client \"\(id)\"; name one that `bulkhead client list` shows."
        case .unknownEngagement(let id, let client):
            "The client \"\(client)\" has no engagement \"\(id)\"; name one that `bulkhead engagement list` "
                + "shows for it, or none."
        case .unknownAccount(let id):
            "There is no account \"\(id)\"; name one that `bulkhead account list` shows, or none."
        case .accountElsewhere(let id, let target):
            "The account \"\(id)\" is not at \(target); name an account there, or none."
        case .unknownCategory(let name):
            "\"\(name)\" is no data category; use "
                + DataCategory.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .unknownDuty(let name):
            "\"\(name)\" is no duty; use " + Duty.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .badDate(let text):
            "\"\(text)\" is no date; write an existing day as YYYY-MM-DD."
        }
    }
}
