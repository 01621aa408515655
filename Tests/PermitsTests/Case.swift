import Foundation
import Testing

@testable import Permits

/// A world and a request on which a law is tried, made from a seed.
struct Case: CustomTestStringConvertible {
    var seed: UInt64
    var world: World
    var request: Request

    init(seed: UInt64) {
        var maker = Maker(seed: seed)
        self.seed = seed
        world = maker.world()
        request = maker.request(world)
    }

    var testDescription: String { "seed \(seed)" }

    /// The request's verdict, another request's where one is given, in this world or another.
    func verdict(_ other: Request? = nil, in changed: World? = nil) throws -> Verdict {
        try decide(changed ?? world, other ?? request)
    }

    func outcome(_ other: Request? = nil, in changed: World? = nil) throws -> Outcome {
        try verdict(other, in: changed).outcome
    }

    /// How many cases a law is tried on, and from which seed on; a soak sets both.
    static var seeds: Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["BULKHEAD_SEED"].flatMap(UInt64.init) ?? 1
        let count = environment["BULKHEAD_CASES"].flatMap(UInt64.init) ?? 120
        return first..<(first + count)
    }

    /// Tries a law on every seed; the first case that breaks it is reported with all taken out that it does not need.
    ///
    /// - Parameter law: nil where it holds, else what is wrong. It tries every change of a kind, so that a smaller world
    ///   still shows the fault.
    static func expect(
        sourceLocation: SourceLocation = #_sourceLocation, _ law: (Case) throws -> String?
    ) throws {
        var tried = 0
        for seed in seeds {
            let made = Case(seed: seed)
            guard try law(made) != nil else {
                tried += 1
                continue
            }
            let small = made.shrunk { try law($0) != nil }
            let fault = try law(small) ?? ""
            Issue.record(
                "seed \(seed): \(fault)\n\(small.request)\n\(small.world)", sourceLocation: sourceLocation)
            return
        }
        #expect(tried == seeds.count, sourceLocation: sourceLocation)
    }

    private func shrunk(while fails: (Case) throws -> Bool) -> Case {
        var best = self
        var isSmaller = true
        while isSmaller {
            isSmaller = false
            for candidate in best.smaller where (try? fails(candidate)) ?? false {
                best = candidate
                isSmaller = true
                break
            }
        }
        return best
    }

    /// The case with one thing less.
    private var smaller: [Case] {
        var cases: [Case] = []
        func add(_ change: (inout Case) -> Void) {
            var copy = self
            change(&copy)
            cases.append(copy)
        }
        for index in world.clients.indices { add { $0.world.clients.remove(at: index) } }
        for index in world.agreements.indices { add { $0.world.agreements.remove(at: index) } }
        for index in world.consents.indices { add { $0.world.consents.remove(at: index) } }
        for index in world.accounts.indices { add { $0.world.accounts.remove(at: index) } }
        for index in world.reviews.indices { add { $0.world.reviews.remove(at: index) } }
        for index in world.catalog.surfaces.indices { add { $0.world.catalog.surfaces.remove(at: index) } }
        for index in world.catalog.vendors.indices { add { $0.world.catalog.vendors.remove(at: index) } }
        for (index, agreement) in world.agreements.enumerated() {
            for term in agreement.obligations.indices {
                add { $0.world.agreements[index].obligations.remove(at: term) }
            }
        }
        for (index, surface) in world.catalog.surfaces.enumerated() {
            for fact in surface.facts.indices {
                add { $0.world.catalog.surfaces[index].facts.remove(at: fact) }
            }
        }
        for (index, vendor) in world.catalog.vendors.enumerated() {
            for fact in vendor.facts.indices {
                add { $0.world.catalog.vendors[index].facts.remove(at: fact) }
            }
        }
        for duty in request.done.members { add { $0.request.done.remove(Duties(duty)) } }
        for category in request.data.members { add { $0.request.data.remove(DataCategories(category)) } }
        return cases
    }
}
