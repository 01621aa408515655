import Papers
import Permits

/// How well agreements were read, against their labels.
struct AgreementScore {
    private(set) var found = 0
    private(set) var invented = 0
    private(set) var missed = 0
    private(set) var evidence = (hit: 0, of: 0)
    private(set) var dates = (right: 0, of: 0)
    private(set) var verdicts = (right: 0, of: 0)
    /// Answers that allow more than the label does.
    private(set) var unsafe: [String] = []
    /// Days given where the label says that none follows.
    private(set) var inventedDays: [String] = []
    /// What differs, one line each.
    private(set) var differences: [String] = []

    /// The harmonic mean of how much was found and how much of that is there.
    var presence: Double {
        let all = 2 * found + invented + missed
        return all == 0 ? 0 : Double(2 * found) / Double(all)
    }

    var evidenceShare: Double { evidence.of == 0 ? 1 : Double(evidence.hit) / Double(evidence.of) }
    var dateShare: Double { dates.of == 0 ? 1 : Double(dates.right) / Double(dates.of) }
    var verdictShare: Double { verdicts.of == 0 ? 1 : Double(verdicts.right) / Double(verdicts.of) }

    mutating func add(_ other: AgreementScore) {
        found += other.found
        invented += other.invented
        missed += other.missed
        evidence = (evidence.hit + other.evidence.hit, evidence.of + other.evidence.of)
        dates = (dates.right + other.dates.right, dates.of + other.dates.of)
        verdicts = (verdicts.right + other.verdicts.right, verdicts.of + other.verdicts.of)
        unsafe += other.unsafe
        inventedDays += other.inventedDays
        differences += other.differences
    }

    mutating func add(_ agreement: LabelledAgreement) {
        let text = PaperText(
            agreement.name.hasSuffix(".md") ? plainText(ofMarkdown: agreement.text) : agreement.text)
        let proposals = Reading(Outline(text)).proposals
        let kinds = Set(proposals.map(\.kind))
        let labelled = Set(agreement.labels.filter { !$0.isOptional }.map(\.kind))
        let optional = Set(agreement.labels.map(\.kind))
        found += kinds.intersection(labelled).count
        for kind in kinds.subtracting(optional) {
            invented += 1
            for each in proposals where each.kind == kind {
                differences.append(
                    "\(agreement) invents \(kind.rawValue) \(each.clause): \(each.quote.prefix(150))")
            }
        }
        for kind in labelled.subtracting(kinds) {
            missed += 1
            let where_ = agreement.labels.filter { $0.kind == kind }
                .map { quote($0.range, agreement.text) }.joined(separator: " // ")
            differences.append("\(agreement) misses \(kind.rawValue): \(where_)")
        }
        for label in agreement.labels where !label.isOptional && kinds.contains(label.kind) {
            evidence.of += 1
            let labelText = quote(label.range, agreement.text)
            let hit = proposals.contains { proposal in
                guard proposal.kind == label.kind else { return false }
                return agreement.name.hasSuffix(".md")
                    ? proposal.quote.contains(labelText.prefix(30))
                        || labelText.contains(proposal.quote.prefix(30))
                    : proposal.range.overlaps(label.range)
            }
            evidence.hit += hit ? 1 : 0
            if !hit {
                differences.append("\(agreement) finds \(label.kind.rawValue) elsewhere than: \(labelText)")
            }
        }
        evidence.of += labelled.subtracting(kinds).count
        for scenario in agreement.scenarios {
            let sums = dateSums(proposals, scenario.facts)
            for (name, value) in scenario.expected {
                let given = sums.first { $0.name == name }?.value.text
                dates.of += 1
                dates.right += given == value ? 1 : 0
                if given != value {
                    differences.append("\(agreement) date \(name): \(given ?? "none"), not \(value)")
                }
                if let given, value == "open" || value == "unknown", Day(given) != nil {
                    inventedDays.append("\(agreement) \(name) \(given)")
                }
            }
        }
        judge(agreement, proposals)
    }

    private func quote(_ range: Range<Int>, _ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: Array(text.unicodeScalars)[range])
        return String(view)
    }

    // MARK: Verdicts

    private static let order = ["deny", "ask", "allow_if", "allow"]

    private mutating func judge(_ agreement: LabelledAgreement, _ proposals: [Proposal]) {
        var obligations = ProposedAgreement(proposals, prefix: "p", operatesAs: .individual).obligations
        // The material is not redacted, so nothing is gained by a rule that redaction satisfies.
        for index in obligations.indices { obligations[index].unlessRedacted = false }
        let world = Self.world(obligations)
        for (category, answers) in agreement.verdicts.sorted(by: { $0.key < $1.key }) {
            let data: DataCategory =
                category == "public" ? .public : category == "personal_data" ? .health : .confidential
            for (surface, answer) in zip(Self.surfaces, answers) {
                let given = Self.answer(world, surface, data)
                verdicts.of += 1
                verdicts.right += given == answer ? 1 : 0
                guard given != answer else { continue }
                let line = "\(agreement) \(category) \(surface): \(given), not \(answer)"
                differences.append(line)
                let rank = Self.order.firstIndex(of: given) ?? 3
                if rank > Self.order.firstIndex(of: answer) ?? 0 { unsafe.append(line) }
            }
        }
    }

    private static let surfaces = ["made.consumer", "made.api", "made.enterprise", "made.local"]
    private static let day = Day(number: 20_635)

    private static func answer(_ world: World, _ surface: String, _ data: DataCategory) -> String {
        let request = Request(
            client: "client", surface: surface, data: DataCategories([data]), done: Duties([.redact]), at: day
        )
        guard let verdict = try? decide(world, request) else { return "none" }
        switch verdict.outcome {
        case .permit: return "allow"
        case .conditional: return "allow_if"
        default:
            let all = remedies(world, verdict).allDone
            return all == .permit || all == .conditional ? "ask" : "deny"
        }
    }

    private static func world(_ obligations: [Obligation]) -> World {
        var world = World()
        world.settings.homeRegion = "US"
        world.clients = [Client(id: "client", name: "Client", tag: "CLI")]
        var paper = Agreement(id: "paper", kind: .nda, client: "client")
        paper.obligations = obligations
        world.agreements = [paper]
        var vendor = Vendor(id: "made", name: "Made up")
        vendor.facts = facts([
            (.incorporatedIn, .list(["US"])), (.headquarteredIn, .list(["US"])), (.controlledFrom, .list([])),
        ])
        world.catalog.vendors = [vendor]
        let hosted: [(FactKey, FactValue)] = [
            (.onDevice, .flag(false)), (.humanReview, .stance(.never)), (.processingRegions, .list(["US"])),
            (.commercialUse, .flag(true)), (.loginMethods, .list(["email"])), (.e2ee, .flag(false)),
        ]
        func surface(_ id: String, _ own: [(FactKey, FactValue)]) -> Surface {
            var surface = Surface(id: id, name: id)
            surface.facts = facts(own)
            return surface
        }
        func terms(_ trains: FactValue.Stance, _ days: FactValue.Retention, _ signs: Bool) -> [(
            FactKey, FactValue
        )] {
            [
                (.trainsOnInput, .stance(trains)), (.retentionDays, .retention(days)), (.dpa, .flag(signs)),
                (.baa, .flag(signs)),
            ]
        }
        world.catalog.surfaces = [
            surface(surfaces[0], hosted + terms(.always, .indefinite, false)),
            surface(surfaces[1], hosted + terms(.never, .days(30), false)),
            surface(
                surfaces[2],
                hosted + terms(.never, .days(0), true)
                    + [(.selectableRegions, .list(["US", "EU", "EEA", "UK", "CA", "AU"]))]),
            surface(
                surfaces[3],
                [(.onDevice, .flag(true)), (.humanReview, .stance(.never)), (.commercialUse, .flag(true))]
                    + terms(.never, .days(0), true)),
        ]
        return world
    }

    private static func facts(_ values: [(FactKey, FactValue)]) -> [Fact] {
        values.map { Fact(key: $0.0, value: $0.1, source: "made-up", retrieved: day) }
    }
}
