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
    /// The terms that apply to what was asked last; few are kept, so they are searched.
    private var applied: [(scope: Scope, terms: [AppliedTerm])] = []

    /// What it depends on whether a term applies.
    private struct Scope: Equatable {
        var engagement: Int?
        var at: Day
        var data: DataCategories
    }

    /// Scopes kept at once; past it all of them are dropped.
    private static let scopeLimit = 8

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

    func provision(of term: AppliedTerm) -> Provision { papers[term.paper].terms[term.term] }

    /// The terms that apply, in the order of papers and terms.
    ///
    /// - Parameters:
    ///   - engagement: its position.
    ///   - data: the material that is asked about.
    func terms(engagement: Int?, at day: Day, data: DataCategories) -> [AppliedTerm] {
        let scope = Scope(engagement: engagement, at: day, data: data)
        for known in applied where known.scope == scope { return known.terms }
        let found = terms(in: scope)
        if applied.count >= Docket.scopeLimit { applied.removeAll() }
        applied.append((scope, found))
        return found
    }

    private func terms(in scope: Scope) -> [AppliedTerm] {
        let asked = scope.engagement.map { client.engagements[$0].id }
        let isUnclassified = scope.data.contains(.unclassified)
        var found: [AppliedTerm] = []
        for (position, paper) in papers.enumerated() where paper.force.binds(at: scope.at) {
            if let own = paper.engagement, let asked, own != asked { continue }
            let holds = paper.force.holds(at: scope.at)
            let survives = holds || paper.force.survives(at: scope.at)
            let keepsSecrets = paper.tradeSecretsPerpetual
            guard survives || keepsSecrets else { continue }
            for (index, term) in paper.terms.enumerated() {
                var data = term.covered.intersection(scope.data)
                if !holds, !(survives && term.obligation.survives) {
                    guard keepsSecrets else { continue }
                    data.formIntersection(.tradeSecret)
                }
                guard !data.isEmpty || isUnclassified else { continue }
                let lifting = permissions.filter {
                    $0.lifts(term.obligation, data: data) && $0.holds(engagement: asked, at: scope.at)
                }
                found.append(AppliedTerm(paper: position, term: index, data: data, permissions: lifting))
            }
        }
        return found
    }

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
