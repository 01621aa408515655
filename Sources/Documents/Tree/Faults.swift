/// Every problem of a document, in the order of its lines; never empty.
package struct Faults: Error, Hashable, Sendable {
    package var list: [Fault]

    package init(_ list: [Fault]) { self.list = list }
}
