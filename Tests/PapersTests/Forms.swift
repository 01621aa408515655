import Foundation
import Papers

/// The standard forms as they ship.
enum Forms {
    static let names = [
        "bonterms-dpa", "bonterms-mutual-nda", "common-paper-baa", "common-paper-dpa",
        "common-paper-mutual-nda", "common-paper-psa",
    ]

    static let all: [StandardForm] = names.compactMap { name in
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Sources/CShipped/forms/\(name).md")
        return (try? String(contentsOf: file, encoding: .utf8)).flatMap { StandardForm(shipped: $0) }
    }

    static func named(_ name: String) -> StandardForm? { all.first { $0.id == name } }
}
