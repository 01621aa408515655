import ArgumentParser

/// The command line as a whole.
struct Bulkhead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulkhead",
        abstract: "For this job, may this tool see this material? And if so, open it behind a wall.",
        discussion: "Without a command, the terminal interface opens.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Ask", subcommands: [Check.self, Why.self, Matrix.self, Due.self, ReportCommand.self]),
            CommandGroup(name: "Send", subcommands: [Redact.self, Restore.self]),
            CommandGroup(name: "Switch", subcommands: [Use.self, Current.self, Prompt.self]),
            CommandGroup(
                name: "Work",
                subcommands: [Launch.self, RunCommand.self, Sessions.self, Stop.self, Doctor.self]),
            CommandGroup(
                name: "Record",
                subcommands: [
                    ClientNoun.self, EngagementNoun.self, AgreementNoun.self, ObligationNoun.self,
                    ConsentNoun.self, AccountNoun.self, SurfaceNoun.self, CatalogNoun.self,
                ]),
            CommandGroup(
                name: "Keep",
                subcommands: [
                    Init.self, Import.self, Export.self, Undo.self, Redo.self, LogNoun.self, Backup.self,
                    RestoreBackup.self, LockNoun.self,
                    Demo.self,
                    Keys.self, Completions.self,
                ]),
        ])

    /// Commands that have commands of their own.
    static let groups: Set<String> = [
        "client", "engagement", "agreement", "obligation", "consent", "account", "surface", "catalog", "log",
        "lock",
        "sessions",
    ]
}
