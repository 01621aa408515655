/// Where the text of an agreement comes from.
package enum PaperSource: Hashable, Sendable {
    case file(String)
    /// A standard form that ships with the program, by its slug.
    case form(String)
}
