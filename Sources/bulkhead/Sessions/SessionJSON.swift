import Compartments
import Documents
import Ledger

extension JSONWriter {
    /// One session: `{"id","client","engagement","surface","verdict","start","end","cause","hosts","refused"}`.
    ///
    /// - Parameter whole: with route, account, acknowledgements, the seconds it took so far, the verdict that it
    ///   came from, and the head of the log that the verdict was reached at.
    mutating func session(_ row: SessionRow, whole: Bool = false) {
        object { json in
            json.key("id")
            json.int(Int(row.id))
            json.text("client", row.client)
            json.text("engagement", row.engagement)
            json.text("surface", row.surface)
            json.text("verdict", row.verdict)
            json.text("start", SessionTime.text(row.start))
            json.text("end", row.end.map { SessionTime.text($0) })
            json.text("cause", row.cause)
            json.contacts("hosts", row.reached)
            json.contacts("refused", row.refused)
            guard whole else { return }
            json.text("route", row.route)
            json.text("account", row.account)
            json.key("acknowledged")
            json.array { json in for duty in row.acknowledged { json.string(duty) } }
            json.key("seconds")
            json.int(Int(clamping: max(0, (row.end ?? SessionTime.now) - row.start)))
            json.text("basis", row.basis)
            json.key("evidence")
            if let evidence = row.evidence { json.raw(evidence) } else { json.null() }
        }
    }

    private mutating func text(_ key: StaticString, _ value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }

    private mutating func contacts(_ key: StaticString, _ contacts: [SessionRow.Contact]) {
        self.key(key)
        array { json in
            for contact in contacts {
                json.object { json in
                    json.text("host", contact.host)
                    json.key("count")
                    json.int(contact.count)
                    json.text("time", SessionTime.text(contact.time))
                }
            }
        }
    }
}
