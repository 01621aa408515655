/// How long a clause says that something lasts, once its variables are filled in.
enum StatedTerm {
    /// A length, and what it counts from where the variable says so itself.
    case length(Length, anchor: String?)
    /// Without end: "in perpetuity".
    case endless
    /// A variable is not filled in, or with no length.
    case unknown
    /// The clause states none.
    case none
}

extension DateFacts {
    /// The length that a parameter states, or the one its variable was given.
    func stated(_ parameter: Parameter?) -> StatedTerm {
        guard let parameter, parameter != .null else { return .none }
        if let length = Length(parameter) { return .length(length, anchor: nil) }
        guard let name = parameter["ref"]?.text else { return .none }
        if let given = variables[name] { return Self.term(said: given) }
        if let length = Length(parameter["default"]) { return .length(length, anchor: nil) }
        return .unknown
    }

    /// Whether words say how long something lasts: "2 years", "P18M", "3 years from expiry", "perpetual".
    package static func saysHowLong(_ words: String) -> Bool {
        switch term(said: words) {
        case .length, .endless: true
        case .unknown, .none: false
        }
    }

    private static func term(said: String) -> StatedTerm {
        if let length = Length(duration: said) { return .length(length, anchor: nil) }
        let scalars = Array(said.unicodeScalars)
        let words = words(of: scalars, in: scalars.indices)
        guard let length = statedLengths(in: words).first else {
            let endless = words.contains { word in
                ["perpetu", "indefinite", "unlimited"].contains { word.text.hasPrefix($0) }
            }
            return endless ? .endless : .unknown
        }
        let after = words[length.range.upperBound...].map(\.text)
        let anchors = [
            "expiry": "expiry", "expiration": "expiry", "termination": "termination",
            "effective": "effective_date",
            "disclosure": "disclosure", "signature": "signature", "services": "services_end",
            "relationship": "relationship_end", "purpose": "purpose_end",
        ]
        return .length(length.term, anchor: after.lazy.compactMap { anchors[$0] }.first)
    }
}

extension Parameter {
    /// The names of the variables that the parameter refers to.
    var references: [String] {
        switch self {
        case .record(let fields):
            fields.flatMap { field in
                if field.name == "ref", let name = field.value.text { [name] } else { field.value.references }
            }
        case .list(let members): members.flatMap(\.references)
        default: []
        }
    }
}

extension [Proposal] {
    /// The proposals of a kind, without those that only give a variable of another one its value.
    func stating(_ kind: ClauseKind) -> [Proposal] {
        let same = filter { $0.kind == kind }
        let variables = Set(same.flatMap(\.params.references))
        return same.filter { !variables.contains($0.clause) }
    }

    /// The names of the variables that say how long something lasts.
    package var lengthVariables: Set<String> {
        Set(
            flatMap { proposal in
                let rules = proposal.params["rules"]?.list ?? []
                let lengths =
                    [proposal.params["period"], proposal.params["deadline"]] + rules.map { $0["period"] }
                return lengths.compactMap { $0?["ref"]?.text }
            })
    }
}
