import CShipped
import Documents
import Glibc
import Ledger
import Permits

/// The files that make up the catalog: the shipped one, or what `--catalog` names in its place, and the user's own.
struct CatalogFiles {
    let place: Place
    /// The folder of the user's own catalog files, read in the order of their names.
    let folder: String
    let own: [String]

    init(_ place: Place) throws(Failure) {
        self.place = place
        folder = try place.configuration + "/catalog"
        var names: [String] = []
        if let directory = opendir(folder) {
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                let isCatalog = name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
                if isCatalog, !name.hasPrefix(".") { names.append(name) }
            }
        }
        own = names.sorted()
    }

    /// A text that changes when any of the files does, for the ledger to hold with what was made from them.
    var fingerprint: String { CatalogFiles.build + CatalogFiles.shippedHash + stamps }

    /// Whether a ledger with this fingerprint holds these files.
    ///
    /// The build that made it need not read its half megabyte again to know; another one does.
    func are(_ fingerprint: String) -> Bool {
        let build = CatalogFiles.build
        let held = fingerprint.utf8.dropFirst(build.utf8.count)
        guard !build.isEmpty, fingerprint.hasPrefix(build) else {
            return held.elementsEqual((CatalogFiles.shippedHash + stamps).utf8)
        }
        return held.dropFirst(16).elementsEqual(stamps.utf8)
    }

    private var stamps: String {
        var text = ""
        for file in (place.catalogFile.map { [$0] } ?? []) + own.map({ folder + "/" + $0 }) {
            var status = stat()
            guard stat(file, &status) == 0 else { continue }
            let stamp = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
            text += "|\(file):\(status.st_ino):\(status.st_size):\(stamp)"
        }
        return text
    }

    /// Reads all of them, each over those before it.
    ///
    /// - Throws: ``Failure`` with every problem of the first file that has one.
    func read() throws(Failure) -> Catalog {
        var catalog: Catalog
        if let file = place.catalogFile {
            catalog = try CatalogFiles.parse(try bulkhead.read(file), file)
        } else {
            catalog = try CatalogFiles.shipped()
        }
        for name in own {
            let file = folder + "/" + name
            let next = try CatalogFiles.parse(try bulkhead.read(file), file, extending: catalog)
            catalog = catalog.extended(by: next)
        }
        return catalog
    }

    static func shipped() throws(Failure) -> Catalog {
        try parse(shippedBytes, "the shipped catalog")
    }

    static func parse(
        _ bytes: [UInt8], _ file: String, extending known: Catalog = Catalog()
    ) throws(Failure) -> Catalog {
        do {
            return try readCatalog(bytes, file: file, extending: known)
        } catch {
            throw Failure(error)
        }
    }

    private static var shippedBytes: [UInt8] { bytes(shipped_catalog()) }

    /// The build of this program in hexadecimal digits, as the linker noted it.
    private static var build: String { hexadecimal(bytes(shipped_build())) }

    /// FNV-1a over eight bytes at a time, in sixteen digits: tells one version of the shipped file from another.
    private static var shippedHash: String {
        let buffer = UnsafeRawBufferPointer(start: shipped_catalog().start, count: shipped_catalog().size)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= buffer.count {
            hash = (hash ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01b3
            hash ^= hash >> 29
            offset += 8
        }
        while offset < buffer.count {
            hash = (hash ^ UInt64(buffer[offset])) &* 0x100_0000_01b3
            offset += 1
        }
        return hexadecimal(withUnsafeBytes(of: hash.bigEndian) { Array($0) })
    }
}

/// The bytes of a shipped file.
func bytes(_ file: shipped_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.start, count: file.size))
}
