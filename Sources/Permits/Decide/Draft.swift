/// A finding on an obligation before it is written out.
struct Draft {
    /// Positions in the docket.
    let paper: Int
    let term: Int
    /// The part of the request's data that the obligation covers.
    let data: DataCategories
    var ruling: Ruling
    /// The position in the docket of the consent that lifted it, or the last of all for a supposed one.
    var permission: Int?
}
