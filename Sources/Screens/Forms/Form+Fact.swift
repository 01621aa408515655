import Permits

extension Form {
    static func fact(_ item: SignedFact?, agreement: String, tools: [Tool], job: Job?) -> Form {
        Form(
            .fact(item, agreement: agreement), title: item == nil ? "New signed fact" : "Signed fact",
            fields: [
                Field(
                    "surface", "Surface", .choice(Field.Option.tools(tools, vendors: false)), required: true,
                    chosen: item.map { [$0.surface] } ?? [],
                    help: "What the vendor's signed terms say of it outweighs what its public pages say.")
            ] + factFields(key: item?.key, value: item?.value), job: job)
    }

    func fact() -> SignedFact? {
        guard let surface = choice("surface"), let (key, value) = factAndValue else { return nil }
        return SignedFact(surface: surface, key: key, value: value)
    }
}
