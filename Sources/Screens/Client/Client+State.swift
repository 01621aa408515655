import Permits

/// A row of what was recorded of a client.
enum ClientRow: Equatable {
    case heading(String)
    case item(Change)
    /// Nothing of the kind; how it is added, in words, and what the enter key adds.
    case empty(String, ClientState.Addition)
}

extension State {
    /// The job whose tools the client screen shows.
    var clientJob: Job? {
        guard let id = client.id, id != ClientPage.everybody else { return nil }
        if let current, current.client == id { return current }
        return roster[id]?.job ?? Job(client: id)
    }

    /// What was recorded of the client, under headings.
    var clientRows: [ClientRow] {
        guard let page = client.page else { return [] }
        var rows: [ClientRow] = []
        func add(_ title: String, _ items: [Change], _ empty: String, _ addition: ClientState.Addition) {
            rows.append(.heading(title))
            rows += items.isEmpty ? [.empty(empty, addition)] : items.map { .item($0) }
        }
        let name = page.client.id
        let isEverybody = name == ClientPage.everybody
        if !isEverybody {
            add(
                "Engagements",
                page.client.engagements.filter { !$0.archived }.map { .engagement($0, client: name) },
                "No job yet. enter adds one.", .engagement)
        }
        let agreements = page.agreements.filter { !$0.archived }
        rows.append(.heading("Agreements and their terms"))
        if agreements.isEmpty {
            rows.append(
                isEverybody
                    ? .empty("None yet. n adds one.", .agreementByHand)
                    : .empty(
                        page.client.terms == .none
                            ? "None, you said. enter records one." : "No NDA yet. enter records one.", .paper)
            )
        }
        for agreement in agreements {
            rows.append(.item(.agreement(agreement)))
            rows += agreement.obligations.filter { !$0.archived && $0.kind != .other }
                .map { .item(.obligation($0, agreement: agreement.id)) }
            rows += agreement.signedFacts.map { .item(.fact($0, agreement: agreement.id)) }
        }
        // What decides nothing and falls due on no day comes last: a standard form has many such clauses.
        let rest = agreements.flatMap { agreement in
            agreement.obligations.filter { !$0.archived && $0.kind == .other }
                .map { ClientRow.item(.obligation($0, agreement: agreement.id)) }
        }
        let others = rest.isEmpty ? [] : [.heading("Other terms, which decide nothing")] + rest
        if isEverybody { return rows + others }
        add(
            "Consents", page.consents.filter { !$0.archived }.map { .consent($0) },
            "No consents yet. enter adds one.", .consent)
        add(
            "Accounts", page.accounts.filter { !$0.archived }.map { .account($0) },
            "No accounts yet. enter adds one.", .account)
        add("Client", [.client(page.client)], "", .edit)
        return rows + others
    }

    /// The item of the chosen row, or the client itself.
    var clientItem: Change? {
        if case .item(let change) = clientRows[at: client.row], client.pane == 0 { return change }
        return client.page.map { .client($0.client) }
    }

    /// Goes to another row, over headings.
    mutating func moveClientRow(by step: Int) {
        let rows = clientRows
        var row = client.row
        var left = max(1, step.magnitude)
        let direction = step < 0 ? -1 : 1
        var next = row + direction
        while rows.indices.contains(next), left > 0 {
            if case .heading = rows[next] {
            } else {
                row = next
                left -= 1
            }
            next += direction
        }
        client.row = row
    }
}
