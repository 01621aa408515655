/// A deciding term of a docket that applies to what a request asks, whatever surface it names.
struct AppliedTerm {
    /// The positions of the paper in the docket and of the term in the paper.
    let paper: Int
    let term: Int
    /// The part of the request's data that the obligation covers.
    let data: DataCategories
    /// The client's consents that lift the obligation for these data, where they name the target.
    let permissions: [Permission]
}
