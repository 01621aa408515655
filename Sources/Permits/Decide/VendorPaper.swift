/// An agreement that binds a vendor, prepared.
struct VendorPaper {
    let agreement: Agreement
    let vendor: String
    let force: Force

    /// Whether it is an agreement with this vendor, in force and not replaced.
    func holds(with vendor: String, at day: Day) -> Bool { self.vendor == vendor && force.holds(at: day) }
}
