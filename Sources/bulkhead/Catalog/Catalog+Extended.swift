import Permits

extension Catalog {
    /// This catalog with another laid over it: what has the same id is replaced whole, the rest is added behind.
    func extended(by own: Catalog) -> Catalog {
        var whole = self
        whole.sources.lay(own.sources, id: \.id)
        whole.vendors.lay(own.vendors, id: \.id)
        whole.surfaces.lay(own.surfaces, id: \.id)
        return whole
    }
}

extension Array {
    fileprivate mutating func lay(_ others: [Element], id: (Element) -> String) {
        var positions: [String: Int] = [:]
        for (index, element) in enumerated() { positions[id(element)] = index }
        for other in others {
            if let index = positions[id(other)] {
                self[index] = other
            } else {
                positions[id(other)] = count
                append(other)
            }
        }
    }
}
