import Permits

/// A line of the log.
package struct LogLine: Hashable, Sendable {
    package var number: Int
    package var time: Moment
    package var client: String?
    package var event: String
    package var detail: String
    package var previous: String
    package var hash: String

    package init(
        number: Int, time: Moment, client: String?, event: String, detail: String, previous: String = "",
        hash: String = ""
    ) {
        self.number = number
        self.time = time
        self.client = client
        self.event = event
        self.detail = detail
        self.previous = previous
        self.hash = hash
    }
}
