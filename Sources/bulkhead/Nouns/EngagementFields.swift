import ArgumentParser

struct EngagementFields: ParsableArguments {
    @Option(help: "What the job is.") var title: String?
    @Option(help: "The project's codename.") var codename: String?
    @Option(help: "Data categories with commas, for example source-code,personal.") var data: [String] = []
    @Option(help: "First day, YYYY-MM-DD.") var starts: String?
    @Option(help: "Last day, YYYY-MM-DD.") var ends: String?
    @Option(help: "A folder of the job; may be repeated.") var directory: [String] = []
    @Option(help: "active or closed.") var status: String?

    var fields: Fields {
        var fields = Fields()
        fields.set("title", title)
        fields.set("codename", codename)
        fields.set("data", commas: data)
        fields.set("starts", starts)
        fields.set("ends", ends)
        fields.set("directories", list: directory)
        fields.set("status", status)
        return fields
    }
}
