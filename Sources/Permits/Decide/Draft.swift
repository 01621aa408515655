/// A finding on an obligation before it is written out.
struct Draft {
    let term: AppliedTerm
    var ruling: Ruling
    /// The consent that lifted it.
    var permission: Permission?
}
