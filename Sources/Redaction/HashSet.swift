/// A set of numbers that are hashes already: a filter of bits in front, then a binary search.
struct HashSet: Sendable {
    private var filter: [UInt64] = []
    private let sorted: [UInt64]

    init(_ hashes: [UInt64]) {
        sorted = Set(hashes).sorted()
        guard !sorted.isEmpty else { return }
        filter = Array(repeating: 0, count: 4096)
        for hash in sorted { filter[Int(hash >> 46 & 4095)] |= 1 << (hash >> 58) }
    }

    var isEmpty: Bool { sorted.isEmpty }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        filter[Int(hash >> 46 & 4095)] & 1 << (hash >> 58) != 0 && search(hash)
    }

    private func search(_ hash: UInt64) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == hash
    }
}
