import Canvas
import Permits
import Testing

@testable import Screens

/// What comes is said at the start, in the title bar and in words, and falls silent once it is past.
@Suite("A reminder at the start")
struct ReminderTests {
    /// The first frame where the one dated thing is as far away as it says.
    private func firstFrame(_ days: Int, _ date: (inout World, Day) -> Void) -> String {
        var world = sampleWorld()
        world.consents = []
        for place in world.agreements.indices { world.agreements[place].expires = nil }
        for place in world.clients.indices {
            for job in world.clients[place].engagements.indices {
                world.clients[place].engagements[job].ends = nil
            }
        }
        date(&world, Day(number: sampleDay.number + Int32(days)))
        return Desk(world).frame().text
    }

    @Test("what ends within thirty days is counted and said; before that and afterwards nothing is")
    func expiry() {
        for (days, words) in [(31, nil), (30, "in 30 days"), (7, "in 7 days"), (0, "today"), (-1, nil)] {
            let frame = firstFrame(days) { $0.agreements[2].expires = $1 }
            #expect(frame.contains("1 due") == (words != nil), "\(days) days: \(frame)")
            #expect(frame.contains("MER  NDA ends \(words ?? "")") == (words != nil), "\(days) days")
        }
    }

    @Test("consents, engagements and the return of material are said too")
    func others() {
        let consent = firstFrame(12) { world, day in
            var consent = Consent(id: "c", client: "nordlys", granted: sampleDay)
            consent.surfaces = ["anthropic"]
            consent.expires = day
            world.consents = [consent]
        }
        #expect(consent.contains("NOR  Anthropic: consent ends in 12 days"))
        let job = firstFrame(12) { $0.clients[1].engagements[0].ends = $1 }
        #expect(job.contains("HAL  Intake forms ends in 12 days"))
        // Thirty days after its end: what ended eighteen days ago is due in twelve.
        let back = firstFrame(-18) { $0.agreements[0].terminated = $1 }
        #expect(back.contains("NOR  return or delete the material in 12 days, 04 Dec (NDA)"))
    }

    @Test("what needs the freelancer is the same, gathered client by client")
    func parts() {
        let world = sampleWorld()
        var (whole, gathered) = (Outlook(), Outlook())
        whole.add(Answers(world, today: sampleDay), of: world.clients.map(\.id))
        for id in world.clients.map(\.id).reversed() {
            // Another client that an account has seen may be there, without its papers.
            var part = world
            part.agreements.removeAll { $0.client != nil && $0.client != id }
            part.consents.removeAll { $0.client != id }
            part.accounts.removeAll { $0.client != id }
            part.placeholders.removeAll { $0.client != id }
            for index in part.clients.indices where part.clients[index].id != id {
                part.clients[index].engagements = []
            }
            gathered.add(Answers(part, today: sampleDay), of: [id])
        }
        #expect(Set(gathered.attention) == Set(whole.attention) && !whole.attention.isEmpty)
        #expect(
            gathered.attention.prefix { $0.status == .duty } == whole.attention.prefix { $0.status == .duty })
        #expect(gathered.upcoming == whole.upcoming && whole.upcoming.soon > 0)
    }
}
