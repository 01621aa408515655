package import Permits

extension FactValue {
    /// The value as a document writes it: the words of a list, or one word.
    package var words: [String] {
        switch self {
        case .unknown: ["unknown"]
        case .inherit: ["inherit"]
        case .flag(let flag): [flag ? "yes" : "no"]
        case .stance(let stance): [stance.rawValue]
        case .retention(.days(let days)): [String(days)]
        case .retention(.accountLifetime): ["account-lifetime"]
        case .retention(.indefinite): ["indefinite"]
        case .list(let words): words
        case .text(let text): [text]
        }
    }

    /// Appends the value as JSON: a list as an array, days as a number, all else as a string.
    package func write(to json: inout JSONWriter) {
        switch self {
        case .list(let words): json.strings(words)
        case .retention(.days(let days)): json.int(days)
        default: json.string(words.first ?? "")
        }
    }
}
