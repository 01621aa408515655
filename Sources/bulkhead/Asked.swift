import Glibc

/// Asks a person on the terminal; anything but `y` or `yes` is a no.
///
/// - Parameter yes: Whether the answer was given on the command line.
/// - Throws: ``Failure`` where there is nobody to ask.
func asked(_ question: String, yes: Bool, at place: Place) throws(Failure) -> Bool {
    if yes { return true }
    guard !place.json, isatty(0) == 1 else {
        throw Failure(.refused, "This asks first: answer it on a terminal, or add --yes.")
    }
    complain("\(question) [y/N]")
    let answer = readLine()?.lowercased()
    return answer == "y" || answer == "yes"
}
