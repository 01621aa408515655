// swift-tools-version:6.2
import PackageDescription

let upcoming: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // A function in a section of its own can be put in its place by the linker, or left out. Without the names of
    // generic types a start need not take apart a name for each list that it makes (a twelfth of a check).
    .unsafeFlags(
        [
            "-Xfrontend", "-function-sections",
            "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
        ], .when(configuration: .release)),
]

/// Names cost a start the pages they lie in; `make order` and a profiler want them.
let stripped = Context.environment["WITH_SYMBOLS"] == nil ? ["-Xlinker", "-s"] : []

/// One room of the house: a Swift target that imports only the rooms named here.
func room(
    _ name: String, _ below: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: below, exclude: exclude, swiftSettings: upcoming)
}

/// The tests of one room, with what they need to make their worlds.
func tests(
    of name: String, _ needed: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + needed,
        exclude: exclude, swiftSettings: upcoming)
}

let package = Package(
    name: "bulkhead",
    products: [
        .executable(name: "bulkhead", targets: ["bulkhead"]),
        .executable(name: "bulkhead-session", targets: ["bulkhead-session"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        // Pure rooms: values in, values out.
        room("Permits"),
        room("Redaction", ["Permits"]),
        room("Papers", ["Permits"]),
        room("Canvas"),
        room("Screens", ["Canvas", "Permits", "Papers", "Redaction"]),

        // Rooms that touch the machine.
        room("Documents", ["Permits", "CYAML"]),
        room("Ledger", ["Permits", "CSQLite", "CSodium"]),
        room("Compartments", ["Permits", "CSpawn"]),
        room("Terminal", ["Canvas", "CTerminal"]),
        room("Plain", ["Screens", "Canvas", "Permits"]),

        // C: what Swift cannot say, and the system's libraries.
        .target(
            name: "CTerminal", cSettings: [.define("_GNU_SOURCE")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CSpawn", cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "CShipped", exclude: ["catalog.yaml", "house.yaml", "demo.yaml", "forms"]),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CYAML"),
        .systemLibrary(name: "CSodium"),

        .executableTarget(
            name: "bulkhead",
            dependencies: [
                "Permits", "Documents", "Ledger", "Screens", "Canvas", "Terminal", "Plain",
                "Papers", "Redaction", "Compartments", "CShipped", "CSpawn",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Documentation.docc", "start.order"],
            swiftSettings: upcoming,
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-static-executable", "-l_FoundationCShims", "-l_FoundationCollections",
                        "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
                        "--symbol-ordering-file=\(Context.packageDirectory)/Sources/bulkhead/start.order",
                    ] + stripped,
                    .when(configuration: .release))
            ]),
        .executableTarget(
            name: "bulkhead-session",
            dependencies: [
                "Permits", "Ledger", "Compartments", "CSpawn",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: upcoming,
            linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),

        .target(
            name: "FrameGolden", dependencies: ["Canvas"], path: "Tests/Support/FrameGolden",
            swiftSettings: upcoming),
        tests(of: "Permits", exclude: ["Reference"]),
        tests(of: "Redaction"),
        tests(of: "Papers", ["Permits"], exclude: ["Agreements"]),
        tests(of: "Canvas", ["FrameGolden"], exclude: ["Frames"]),
        tests(
            of: "Screens", ["FrameGolden", "Canvas", "Papers", "Permits", "Redaction"], exclude: ["Frames"]),
        tests(of: "Documents", ["Permits"]),
        tests(of: "Ledger", ["Permits", "Documents"]),
        tests(of: "Compartments", ["Permits", "Ledger"], exclude: ["Servers"]),
        tests(of: "Terminal", ["FrameGolden", "Canvas", "CTerminal"]),
        .testTarget(
            name: "CommandTests", dependencies: ["Ledger", "Papers", "Permits"],
            exclude: ["Help", "Scenarios"],
            swiftSettings: upcoming),
    ],
    swiftLanguageModes: [.v6]
)
