/// What a glance keeps of a name: two names of one skeleton can be taken for each other.
///
/// Case, accents, separators and what cannot be seen are gone, letters of other scripts that look like Latin ones
/// are Latin, and so is what looks alike within Latin: I, l and 1, O and 0, rn and m, vv and w. The term is that of
/// Unicode Technical Standard 39; this skeleton is coarser than the one defined there, since case is folded too.
///
/// - Returns: the skeleton; empty where the name has no letter or digit.
package func confusableSkeleton(of name: String) -> [UInt8] {
    var skeleton: [UInt8] = []
    for byte in Skeleton.of(name.utf8, by: .lookalike) {
        switch (skeleton.last, byte) {
        case (_, UInt8(ascii: "i")), (_, UInt8(ascii: "1")): skeleton.append(UInt8(ascii: "l"))
        case (_, UInt8(ascii: "0")): skeleton.append(UInt8(ascii: "o"))
        case (UInt8(ascii: "r"), UInt8(ascii: "n")): skeleton[skeleton.count - 1] = UInt8(ascii: "m")
        case (UInt8(ascii: "v"), UInt8(ascii: "v")): skeleton[skeleton.count - 1] = UInt8(ascii: "w")
        default: skeleton.append(byte)
        }
    }
    return skeleton
}
