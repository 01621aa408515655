/// All that concerns one client, prepared once.
final class Docket {
    let client: Client
    /// The client's agreements and the house rules, in the order of their ids.
    let papers: [Paper]
    /// The vendor agreements made for this client alone.
    let vendorPapers: [VendorPaper]
    /// The client's consents in the order of their ids.
    let permissions: [Permission]
    /// The client's accounts.
    let accounts: [Account]

    init(
        client: Client, papers: [Paper], vendorPapers: [VendorPaper], consents: [Consent],
        accounts: [Account]
    ) {
        self.client = client
        self.papers = papers.sorted { $0.id < $1.id }
        self.vendorPapers = vendorPapers
        permissions = consents.sorted { $0.id < $1.id }.map(Permission.init)
        self.accounts = accounts
    }

    func engagement(_ id: String) -> Engagement? {
        client.engagements.first { $0.id == id && !$0.archived }
    }

    /// The client's account at a surface, if it has exactly one there.
    func onlyAccount(at surface: String) -> Account? {
        var only: Int?
        for index in accounts.indices where accounts[index].surface == surface {
            guard only == nil else { return nil }
            only = index
        }
        return only.map { accounts[$0] }
    }

    /// What a request is about that names no material.
    func material(of engagement: Engagement?) -> DataCategories {
        if let engagement { return engagement.data.isEmpty ? .confidential : engagement.data }
        return client.engagements.reduce(into: .confidential) { data, engagement in
            if !engagement.archived { data.formUnion(engagement.data) }
        }
    }
}
