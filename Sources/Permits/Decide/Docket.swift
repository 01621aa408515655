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

    /// The position of an engagement that is not archived.
    func engagement(_ id: String) -> Int? {
        client.engagements.firstIndex { $0.id == id && !$0.archived }
    }

    func term(of draft: Draft) -> Provision { papers[draft.paper].terms[draft.term] }

    /// How an engagement stands, and the day it ends.
    func ending(of engagement: Int) -> (status: Engagement.Status, ends: Day?) {
        (client.engagements[engagement].status, client.engagements[engagement].ends)
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
    ///
    /// - Parameter engagement: its position.
    func material(of engagement: Int?) -> DataCategories {
        if let engagement {
            let data = client.engagements[engagement].data
            return data.isEmpty ? .confidential : data
        }
        return client.engagements.reduce(into: .confidential) { data, engagement in
            if !engagement.archived { data.formUnion(engagement.data) }
        }
    }
}
