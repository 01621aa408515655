import Foundation
import Testing

/// `due --ics`, as the programs read it that people keep their calendars in.
@Suite struct DueCalendarTests {
    /// Whether python3 with icalendar, and khal, are there; where CI is set they must be.
    private static let canRead: Bool = {
        if !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty { return true }
        return FileManager.default.isExecutableFile(atPath: "/usr/bin/khal")
    }()

    private func calendar() throws -> (Program, String) {
        let program = try Program()
        try program.run(["init"])
        try program.run([
            "import",
            program.file(
                "workspace.yaml",
                """
                bulkhead: 1
                clients:
                  - id: acme
                    name: Acme Secret Labs
                    tag: ACM
                    engagements: [{ id: nightfall, title: Project Nightfall, codename: Nightfall, ends: 2027-02-28 }]
                agreements:
                  - id: acme-nda
                    client: acme
                    kind: nda
                    effective: 2025-01-01
                    expires: 2026-12-01
                    survival: P3Y
                    obligations: [{ id: o7, kind: return-or-destroy, within: P30D, clause: "7, or 8; \\\\ß" }]
                consents:
                  - { id: acme-yes, client: acme, surfaces: [anthropic.claude-api], lifts: [third-party-disclosure], granted: 2026-01-01, expires: 2027-01-31 }
                """),
        ])
        let text = try program.run(["due", "--ics", "--at", "2026-11-22"]).output
        return (program, try program.file("due.ics", text))
    }

    private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(arguments)")
        return String(decoding: data, as: UTF8.self)
    }

    @Test("icalendar reads every day with its alarms, and no name", .enabled(if: canRead))
    func icalendar() throws {
        let (program, path) = try calendar()
        let read = """
            import sys, icalendar
            whole = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            for event in whole.walk('VEVENT'):
                alarms = sorted(-part['TRIGGER'].dt.days for part in event.walk('VALARM'))
                print(event['DTSTART'].dt, ','.join(map(str, alarms)), event['UID'], event['SUMMARY'], sep='|')
            """
        let lines = try run(["/usr/bin/python3", "-c", read, path]).split(separator: "\n").map {
            $0.split(separator: "|").map(String.init)
        }
        let due =
            try program.run(["due", "--json", "--at", "2026-11-22"]).json()["due"] as? [[String: Any]] ?? []
        let dates = due.compactMap { $0["date"] as? String }
        #expect(dates.contains("2026-12-01") && dates.contains("2026-12-31") && dates.contains("2029-12-01"))
        #expect(lines.map { $0[0] }.sorted() == dates.sorted())
        for line in lines { #expect(line[1] == "0,7,30", "\(line)") }
        #expect(Set(lines.map { $0[2] }).count == lines.count)
        let text = lines.joined().joined(separator: " ")
        #expect(text.contains("ACM"))
        for name in ["Acme", "acme", "Nightfall", "nightfall"] { #expect(!text.contains(name), "\(name)") }
    }

    @Test("khal imports it and lists the days", .enabled(if: canRead))
    func khal() throws {
        let (program, path) = try calendar()
        let folder = program.home + "/calendar"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let settings = try program.file(
            "khal.conf",
            """
            [calendars]
            [[due]]
            path = \(folder)
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            [sqlite]
            path = \(program.home)/khal.db
            """)
        let home = ["HOME": program.home, "XDG_DATA_HOME": program.home + "/data"]
        _ = try run(["/usr/bin/khal", "-c", settings, "import", "--batch", "-a", "due", path], home)
        let listed = try run(["/usr/bin/khal", "-c", settings, "list", "2026-11-22", "4000d"], home)
        for day in ["2026-12-01", "2026-12-31", "2027-01-31", "2027-02-28", "2029-12-01"] {
            #expect(listed.contains(day), "\(day): \(listed)")
        }
        #expect(listed.contains("ACM") && !listed.contains("Acme"))
    }
}
