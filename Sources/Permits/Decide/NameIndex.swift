/// Positions in a list by name.
///
/// Few names are compared one by one: a single verdict has only those, and a hash table costs more to set up than all
/// that it judges.
struct NameIndex {
    private let names: [String?]
    private let table: [String: Int]?

    /// - Parameter names: the name at each position; nil for what is not to be found. Of equal names the last counts.
    init(_ names: [String?]) {
        self.names = names
        guard names.count > 16 else {
            table = nil
            return
        }
        var table = [String: Int](minimumCapacity: names.count)
        for (position, name) in names.enumerated() {
            if let name { table[name] = position }
        }
        self.table = table
    }

    subscript(name: String) -> Int? {
        if let table { return table[name] }
        return names.lastIndex { $0 == name }
    }
}
