/// One parameter of a proposed term: a small JSON-like value with a stable order of keys.
package indirect enum Parameter: Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([Parameter])
    case record([Field])

    /// A named part of a record.
    package struct Field: Equatable, Sendable {
        package var name: String
        package var value: Parameter

        package init(_ name: String, _ value: Parameter) {
            self.name = name
            self.value = value
        }
    }

    /// The value of the part called `name`, or nil where this is no record or has no such part.
    package subscript(name: String) -> Parameter? {
        guard case .record(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    /// The text, where this is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The number, where this is one.
    package var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    /// Whether this is `true`; anything else is no.
    package var isTrue: Bool { self == .flag(true) }

    /// The members, where this is a list.
    package var list: [Parameter] {
        if case .list(let members) = self { members } else { [] }
    }

    /// A list of texts.
    static func texts(_ members: [String]) -> Parameter { .list(members.map(Parameter.text)) }
}
