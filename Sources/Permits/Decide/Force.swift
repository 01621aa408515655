/// From when to when an agreement binds, as days that compare; what is not recorded is at the far end.
struct Force {
    private let effective: Day
    private let end: Day
    /// The first day on which a successor has replaced the agreement.
    private let replaced: Day?
    /// The last day on which surviving obligations bind; nil where nothing survives.
    private let survivesTo: Day?

    init(_ agreement: Agreement, replacedFrom replaced: Day?) {
        effective = agreement.effective ?? Day(number: .min)
        end = agreement.terminated ?? agreement.expires ?? Day(number: .max)
        self.replaced = replaced
        survivesTo = Force.survival(of: agreement)
    }

    /// In force, survival aside, and not replaced.
    func holds(at day: Day) -> Bool { binds(at: day) && day <= end }

    /// Has taken effect and is not replaced; it may have ended.
    func binds(at day: Day) -> Bool {
        effective <= day && replaced.map { day < $0 } ?? true
    }

    /// Whether obligations that survive the end still bind.
    func survives(at day: Day) -> Bool { survivesTo.map { day <= $0 } ?? false }

    private static func survival(of agreement: Agreement) -> Day? {
        let open = Day(number: .max)
        switch agreement.survival {
        case nil: return nil
        case .perpetual: return open
        case .period(let period):
            return (agreement.terminated ?? agreement.expires)?.adding(period, missing: .later) ?? open
        case .from(let anchor, let period):
            let start =
                switch anchor {
                case .effective: agreement.effective
                case .signed: agreement.signed
                case .expires: agreement.expires
                case .terminated: agreement.terminated
                case .lastDisclosure: agreement.lastDisclosure
                }
            return start?.adding(period, missing: .later) ?? open
        }
    }
}
