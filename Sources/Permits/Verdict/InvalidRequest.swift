/// A request that cannot be judged: an error, not a verdict.
package enum InvalidRequest: Error, Hashable, Sendable {
    case unknownClient(String)
    case unknownEngagement(String, client: String)
    case unknownAccount(String)
    case accountElsewhere(String, target: String)
}
