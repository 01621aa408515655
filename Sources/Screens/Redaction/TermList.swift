/// A list of a client's dictionary that a term can be added to.
package enum TermList: String, CaseIterable, Sendable {
    case names, codenames, domains, custom

    /// What a person calls a term of the list.
    package var title: String {
        switch self {
        case .names: "name of a person"
        case .codenames: "codename"
        case .domains: "domain"
        case .custom: "other word"
        }
    }
}
