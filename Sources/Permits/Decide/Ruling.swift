/// What a row of the deciding kinds says of one obligation.
struct Ruling {
    var status: Status
    var reason: ReasonCode
    /// The open duties.
    var duties: Duties = []
    /// The facts that the tests of the row read, up to the one that answered.
    var used: KeySet = []
    /// The unknown or stale facts that an `unknown` waits for.
    var waits: KeySet = []

    /// The kind of agreement with the vendor that a part rests on.
    var instrument: Agreement.Kind?

    init(_ status: Status, _ reason: ReasonCode, used: KeySet = [], waits: KeySet = []) {
        self.status = status
        self.reason = reason
        self.used = used
        self.waits = waits
    }

    init(duty: Duties, used: KeySet = []) {
        self.init(.duty, .dutyOpen, used: used)
        duties = duty
    }

    /// The worse of two parts, with the open duties of both.
    static func worst(_ left: Ruling, _ right: Ruling) -> Ruling {
        var worst = right.status.rank > left.status.rank ? right : left
        worst.duties = left.duties.union(right.duties)
        worst.used = left.used.union(right.used)
        worst.instrument = left.instrument ?? right.instrument
        worst.waits = (left.status == .unknown ? left.waits : [])
            .union(right.status == .unknown ? right.waits : [])
        return worst
    }
}
