import Permits

extension Form {
    static func engagement(_ item: Engagement?, client: String, taken: Set<String>) -> Form {
        Form(
            .engagement(item, client: client), title: item == nil ? "New engagement" : "Engagement",
            fields: [
                Field("title", "Title", required: true, value: item?.title, help: "The job, as you call it."),
                Field("codename", "Codename", value: item?.codename, help: "Redaction masks it."),
                Field(
                    "data", "Material", .several(Field.Option.all(DataCategory.self)),
                    chosen: item?.data.ids ?? [],
                    help: "What you handle for this job. Nothing chosen counts as confidential."),
                Field(
                    "starts", "Starts", .day, value: item?.starts?.description,
                    help: "For the record: answers do not wait for it. \"next monday\" will do."),
                Field(
                    "ends", "Ends", .day, value: item?.ends?.description,
                    help: "After this day nothing is allowed for the job."),
                Field(
                    "directories", "Folders", .words, value: item?.directories.joined(separator: ", "),
                    help: "What a session may see of your files, parted by commas. ~ is your home."),
                Field(
                    "status", "Status", .choice(Field.Option.all(Engagement.Status.self)),
                    chosen: [item?.status.rawValue ?? "active"],
                    help: "Closed: nothing is allowed for the job any more."),
            ], taken: taken)
    }

    func engagement(_ item: Engagement?, _ today: Day) -> Engagement {
        let title = text("title") ?? ""
        var made = item ?? Engagement(id: freshID(from: title, fallback: "job"), title: title)
        made.title = title
        made.codename = text("codename")
        made.data = DataCategories(ids: chosen("data"))
        made.starts = day("starts", today)
        made.ends = day("ends", today)
        made.directories = words("directories")
        made.status = choice("status").flatMap { Engagement.Status(rawValue: $0) } ?? .active
        return made
    }
}
