import Canvas
import Documents
import Permits

extension Question {
    /// Judges, prints the answer, and exits with its code.
    ///
    /// - Throws: ``Failure`` where the question names what is not there, or the ledger cannot be read.
    func answer() throws(Failure) -> Never {
        let desk = try Desk(place)
        let (world, verdict, judge) = try judge(at: desk)
        let ways = remedies || whole ? Permits.remedies(judge, verdict) : nil
        if place.json {
            var writer = VerdictWriter()
            writer.write(verdict, remedies: ways)
            writer.json.newline()
            print(writer.json)
        } else {
            let explanation = Explanation(world: world, verdict: verdict, glyphs: glyphs())
            let lines =
                whole
                ? explanation.lines(remedies: ways ?? ([], nil))
                : [explanation.answer] + explanation.obstacles
            say(lines)
            if !whole, verdict.outcome != .permit {
                complain(
                    "The whole reason, and what would change it: \(command(why: verdict.request.surface))")
            }
        }
        leave(verdict.outcome.exit)
    }

    /// The command that explains this answer, with all that was asked.
    private func command(why surface: String) -> String {
        let options = [
            ("--for", job), ("--route", route), ("--account", account), ("--data", data), ("--done", done),
            ("--at", place.at), ("--catalog", place.catalog), ("--home", place.namedHome),
        ]
        return options.reduce("bulkhead why \(surface)") { words, option in
            option.1.map { "\(words) \(option.0) \(shellWord($0))" } ?? words
        }
    }

    /// Judges with the names as they were given; where one is not there, a person may have meant the beginning of it.
    private func judge(at desk: Desk) throws(Failure) -> (World, Verdict, Judge) {
        var request = try request(desk.job(job))
        var world = try self.world(for: request, at: desk)
        var judge = Judge(world)
        if !place.json {
            let known = world.catalog.surfaces.map(\.id)
            let isKnown = known.contains(request.surface) && request.route.map(known.contains) ?? true
            if !isKnown || (try? judge.decide(request)) == nil {
                request = try self.request(desk.wholeJob(job))
                request.surface = try desk.surface(named: surface)
                request.route = try route.map { name throws(Failure) in try desk.surface(named: name) }
                request.account = try account.map { name throws(Failure) in try desk.account(named: name) }
                world = try self.world(for: request, at: desk)
                judge = Judge(world)
            }
        }
        do {
            return (world, try judge.decide(request), judge)
        } catch {
            throw Failure(error)
        }
    }

    private func request(_ job: (client: String, engagement: String?)) throws(Failure) -> Request {
        for (what, name) in [("The surface", surface), ("--route", route), ("--account", account)]
        where name == "" {
            throw Failure(.usage, "\(what) is empty: name one, or leave it out.")
        }
        return Request(
            client: job.client, engagement: job.engagement, surface: surface, route: route, account: account,
            data: try categories(data), done: try duties(done), at: try place.day)
    }

    /// For an explanation all that is known of the client, else no more than the verdict needs.
    private func world(for request: Request, at desk: Desk) throws(Failure) -> World {
        if whole { return try desk.world(ofClient: request.client) }
        return try desk.world(for: request, alternatives: remedies)
    }
}

/// Judges a request; an invalid one becomes a failure.
func judged(_ judge: Judge, _ request: Request) throws(Failure) -> Verdict {
    do {
        return try judge.decide(request)
    } catch {
        throw Failure(error)
    }
}

extension Failure {
    init(_ invalid: InvalidRequest) {
        switch invalid {
        case .unknownClient, .unknownEngagement, .unknownAccount: self.init(.notFound, invalid.description)
        default: self.init(.usage, invalid.description)
        }
    }
}

extension Outcome {
    var exit: Exit {
        switch self {
        case .permit: .done
        case .conditional: .conditional
        case .undetermined: .undetermined
        case .deny: .deny
        }
    }
}
