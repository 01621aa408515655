import Foundation
import Testing

/// The real program, run as a whole process in a home of its own.
final class Program {
    /// The folder that `--home` names; removed with this value.
    let home: String

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/bulkhead-test.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    struct Result {
        var status: Int32
        var output: String
        var errors: String

        /// Standard output as one JSON document.
        func json() throws -> [String: Any] {
            let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return try #require(object as? [String: Any])
        }
    }

    /// The executable under test: beside the test bundle, or what `BULKHEAD_PROGRAM` names.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["BULKHEAD_PROGRAM"] { return named }
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("bulkhead")
            .path
    }()

    /// Runs the program with `--home`, and a clean environment plus `environment`.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name; `--home` is added.
    ///   - other: A program of the system that starts this one; nil for none.
    ///   - input: What the program reads on standard input.
    ///   - environment: Variables beside PATH and LANG.
    ///   - memory: Bytes of address space that the program may take; nil for as many as there are.
    @discardableResult
    func run(
        _ arguments: [String], of other: String? = nil, input: String = "",
        environment: [String: String] = [:], memory: Int? = nil
    ) throws -> Result {
        let process = Process()
        let starter = other ?? (memory == nil ? Program.path : "/usr/bin/prlimit")
        process.executableURL = URL(fileURLWithPath: starter)
        process.arguments = (memory.map { ["--as=\($0)", "--", Program.path] } ?? []) + arguments
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
            "BULKHEAD_HOME": home, "HOME": home, "SWIFT_BACKTRACE": "enable=no",
        ].merging(environment) { $1 }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let errors = Reader(stderr.fileHandleForReading)
        let writer = Thread { [handle = stdin.fileHandleForWriting] in
            try? handle.write(contentsOf: Data(input.utf8))
            try? handle.close()
        }
        writer.start()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus,
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors.wait(), as: UTF8.self))
    }

    /// Writes a file beneath the home and returns its path.
    func file(_ name: String, _ text: String) throws -> String {
        let path = home + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Reads one pipe to its end on a thread of its own, so that neither pipe fills up.
    private final class Reader: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var data = Data()

        init(_ handle: FileHandle) {
            Thread {
                self.data = handle.readDataToEndOfFile()
                self.done.signal()
            }.start()
        }

        func wait() -> Data {
            done.wait()
            return data
        }
    }
}
