import Canvas
package import Permits

/// One field of a form.
package struct Field: Hashable, Sendable {
    package struct Option: Hashable, Sendable {
        package var id: String
        package var title: String

        package init(_ id: String, _ title: String? = nil) {
            self.id = id
            self.title = title ?? id
        }
    }

    package enum Kind: Hashable, Sendable {
        case text
        /// Words parted by commas.
        case words
        case day
        case period
        case number(ClosedRange<Int>)
        case choice([Option])
        case several([Option])
        case flag
    }

    package let id: String
    package let label: String
    package let help: String
    package let kind: Kind
    package let isRequired: Bool
    /// Shown only while another field has one of these choices.
    package let onlyFor: (field: String, choices: [String])?
    package var field: TextField
    package var chosen: [String]
    /// What the form itself found wrong, such as a tag that is taken.
    package var complaint: String?

    package init(
        _ id: String, _ label: String, _ kind: Kind = .text, required: Bool = false, value: String? = nil,
        chosen: [String] = [], onlyFor: (field: String, choices: [String])? = nil, help: String = ""
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        isRequired = required
        field = TextField(value ?? "")
        self.chosen = chosen
        self.onlyFor = onlyFor
        self.help = help
    }

    package var options: [Option] {
        switch kind {
        case .choice(let options), .several(let options): options
        case .flag: [Option("yes")]
        default: []
        }
    }

    /// Whether letters are typed into it.
    package var isText: Bool { options.isEmpty }

    /// Whether its options stand side by side in the form instead of in a list of their own.
    package var isInline: Bool {
        if case .several = kind { return false }
        return kind == .flag
            || (options.count <= 5 && options.reduce(0) { $0 + displayWidth($1.title) + 5 } <= 60)
    }

    package var isFilled: Bool { isText ? !text.isEmpty : !chosen.isEmpty }

    /// What was typed, without the spaces around it.
    package var text: String {
        let rest = field.text.drop { $0 == " " }
        return String(rest.reversed().drop { $0 == " " }.reversed())
    }

    /// The text, or nothing where nothing was typed.
    package var optional: String? { text.isEmpty ? nil : text }

    /// What was typed, parted at its commas.
    package var words: [String] {
        text.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    package var isOn: Bool { !chosen.isEmpty }

    /// What is wrong with the field, in a sentence; nothing where it can be saved.
    package func fault(today: Day) -> String? {
        if let complaint { return complaint }
        guard isFilled else { return isRequired ? "\(label) is needed." : nil }
        switch kind {
        case .day where readDay(text, today: today) == nil:
            return
                "No such date. Write 2027-03-14, 14 mar 2027, in 2 years, +30d, next friday or end of march."
        case .period where readPeriod(text) == nil:
            return "Write a length of time: 2 years, 18 months, 30 days or P2Y."
        case .number(let range):
            guard let number = Int(text), range.contains(number) else {
                return "Write a whole number from \(range.lowerBound) to \(range.upperBound)."
            }
            return nil
        default: return nil
        }
    }

    /// How the field is understood, where it was typed in words: a date.
    package func reading(today: Day) -> String? {
        switch kind {
        case .day:
            guard let day = readDay(text, today: today), day.description != text else { return nil }
            return day.description
        case .period:
            guard let period = readPeriod(text), period.words != text else { return nil }
            return period.words
        default: return nil
        }
    }

    package static func == (left: Field, right: Field) -> Bool {
        left.id == right.id && left.label == right.label && left.kind == right.kind
            && left.field == right.field
            && left.chosen == right.chosen && left.complaint == right.complaint && left.help == right.help
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(field)
        hasher.combine(chosen)
    }
}
