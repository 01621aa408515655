/// How one signs in at a surface.
package enum LoginMethod: String, CaseIterable, Sendable, Hashable {
    case email, google, apple, microsoft, github, sso
    case apiKey = "api-key"
    case none
}
