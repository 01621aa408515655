/// JSON that was made of a provision or a citation: in one world they stand alike in many verdicts.
final class Fragment {
    /// Members of a finding's object.
    let members: [UInt8]
    /// A piece of a finding's sentence.
    let words: [UInt8]
    /// What it was made of; held, so that no other object can come to lie in its place.
    let object: AnyObject

    init(of object: AnyObject, members: [UInt8], words: [UInt8]) {
        self.object = object
        self.members = members
        self.words = words
    }
}
