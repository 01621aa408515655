/// Judges one request; a `Judge` does the same for many.
///
/// - Parameters:
///   - world: a snapshot of the workspace and the catalog.
///   - request: the question; `request.at` is the only notion of time.
/// - Throws: `InvalidRequest` where the request names what is not there.
package func decide(_ world: World, _ request: Request) throws(InvalidRequest) -> Verdict {
    try Judge(world).decide(request)
}
