package import Permits

/// A form for one item of the ledger.
package struct Form: Equatable, Sendable {
    /// What the form makes, with what it was before.
    package enum Subject: Equatable, Sendable {
        case client(Client?)
        case engagement(Engagement?, client: String)
        case agreement(Agreement?, client: String)
        case obligation(Obligation?, agreement: String)
        case consent(Consent?, client: String)
        case account(Account?, client: String)
        case review(surface: String, before: Review?)
        case fact(SignedFact?, agreement: String)
        case surface(Surface?)
        case settings(Settings)
    }

    package let subject: Subject
    package let title: String
    package var fields: [Field]
    /// The field that has the keys, a place in `fields`.
    package var focus = 0
    /// Whether faults are shown for fields that were not visited: after an attempt to save.
    package var showsFaults = false
    package var isChanged = false
    package var isSaving = false
    /// The ids that a new item must not have.
    package let taken: Set<String>
    /// Tags of the other clients.
    var takenTags: Set<String> = []
    /// Clients by their tags and ids in lower case, where the form names clients.
    var clients: [String: String] = [:]
    /// The job whose answers are weighed, and what the change would do to them.
    package let job: Job?
    package var impact: [Impact]?

    package init(
        _ subject: Subject, title: String, fields: [Field], taken: Set<String> = [], job: Job? = nil
    ) {
        self.subject = subject
        self.title = title
        self.fields = fields
        self.taken = taken
        self.job = job
    }

    package subscript(id: String) -> Field? { fields.first { $0.id == id } }

    /// Places of the fields that are shown.
    package var shown: [Int] {
        fields.indices.filter { place in
            guard let condition = fields[place].onlyFor else { return true }
            guard let other = self[condition.field] else { return false }
            return condition.choices.contains { other.chosen.contains($0) }
        }
    }

    package var isOnText: Bool { fields[at: focus]?.isText ?? false }

    package var filled: Int { shown.filter { fields[$0].isFilled }.count }

    /// The first shown field that cannot be saved.
    package func firstFault(today: Day) -> Int? { shown.first { fault(at: $0, today: today) != nil } }

    /// What is wrong with a field, also where only the form as a whole can tell.
    package func fault(at place: Int, today: Day) -> String? {
        guard let field = fields[at: place] else { return nil }
        if let fault = field.fault(today: today) { return fault }
        guard field.isFilled else { return nil }
        switch (subject, field.id) {
        case (.client, "tag"): return tagFault(field.text)
        case (.surface, "vendor") where slug(field.text).isEmpty,
            (.surface, "name") where slug(field.text).isEmpty:
            return "Write at least one letter from a to z or a digit: its id is made of it."
        case (.agreement, "survival") where !isPerpetual(field.text) && readPeriod(field.text) == nil:
            return "Write 2 years, 18 months or perpetual."
        case (.agreement, "hash") where !isSHA256(field.text):
            return "Write the 64 letters and digits that sha256sum prints, or nothing."
        case (.agreement, "hash") where text("file") == nil:
            return "Say which file it is of."
        case (.client, "jurisdiction") where !Regions.isSeat(regionCode(field.text)):
            return "No such country. Write its two letters, such as FR, or US-NY."
        case (.settings, "region"), (.account, "region"), (.agreement, "regions"),
            (.agreement, "jurisdictions"),
            (.obligation, "regions"), (.obligation, "jurisdictions"):
            return regionFault(field.words)
        case (.review, "list") where field.words != ["unknown"],
            (.fact, "list") where field.words != ["unknown"]:
            return choice("key") == FactKey.loginMethods.name
                ? loginFault(field.words) : regionFault(field.words)
        case (.engagement, "ends") where isEarlier(field, than: "starts", today):
            return "The job would end before it starts."
        case (.engagement, "directories")
        where field.words.contains { !$0.hasPrefix("/") && !$0.hasPrefix("~") }:
            return "Write whole paths, parted by commas: ~/work/nordlys."
        case (.agreement, "expires") where isEarlier(field, than: "effective", today),
            (.agreement, "terminated") where isEarlier(field, than: "effective", today):
            return "It would end before it is in force."
        case (.consent, "expires") where isEarlier(field, than: "granted", today),
            (.consent, "revoked") where isEarlier(field, than: "granted", today):
            return "It would end before it was given."
        case (.review, "retrieved") where readDay(field.text, today: today).map { $0 > today } ?? false:
            return "A day to come: nobody has read it then."
        case (.account, "seen") where sightings(field.words, today) == nil:
            return "Write tags with a day, parted by commas: NOR 2026-09-01, HAL 3 jun 2026."
        case (.account, "cleared") where field.words.contains { readDay($0, today: today) == nil }:
            return "Write days, parted by commas: 2026-10-01, 3 nov 2026."
        case (.review, "days") where readRetention(field.text) == nil,
            (.fact, "days") where readRetention(field.text) == nil:
            return "Write a number of days, account-lifetime, indefinite or unknown."
        default: return nil
        }
    }

    /// Goes to the next shown field, or to the one before.
    package mutating func move(by step: Int) {
        let shown = shown
        guard !shown.isEmpty else { return }
        let place = shown.firstIndex(of: focus) ?? 0
        focus = shown[(place + step + shown.count) % shown.count]
    }

    /// Whether a field's day lies before that of another field.
    private func isEarlier(_ field: Field, than other: String, _ today: Day) -> Bool {
        guard let day = readDay(field.text, today: today), let start = self.day(other, today) else {
            return false
        }
        return day < start
    }

    private func regionFault(_ words: [String]) -> String? {
        words.first { !Regions.isCode(regionCode($0)) }.map {
            "\"\($0)\" is no region. Write codes such as DE, EEA, UK, US-CA or worldwide."
        }
    }

    private func loginFault(_ words: [String]) -> String? {
        words.first { LoginMethod(rawValue: $0) == nil }.map {
            "\"\($0)\" is no way to sign in. There are \(LoginMethod.allCases.map(\.rawValue).joined(separator: ", "))."
        }
    }

    // MARK: Values

    func text(_ id: String) -> String? { visible(id)?.optional }
    func choice(_ id: String) -> String? { visible(id)?.chosen.first }
    func chosen(_ id: String) -> [String] { visible(id)?.chosen ?? [] }
    func words(_ id: String) -> [String] { visible(id)?.words ?? [] }
    func flag(_ id: String) -> Bool { visible(id)?.isOn ?? false }
    func day(_ id: String, _ today: Day) -> Day? { visible(id).flatMap { readDay($0.text, today: today) } }
    func period(_ id: String) -> Period? { visible(id).flatMap { readPeriod($0.text) } }
    func number(_ id: String) -> Int? { visible(id).flatMap { Int($0.text) } }

    /// A field that is shown: what is hidden has no say.
    private func visible(_ id: String) -> Field? { shown.first { fields[$0].id == id }.map { fields[$0] } }

    /// A slug for a new item that no other has.
    ///
    /// - Parameter words: what it is made from; where they give nothing, `fallback`.
    func freshID(from words: String, fallback: String) -> String {
        let made = slug(words)
        let base = made.isEmpty ? fallback : made
        guard taken.contains(base) else { return base }
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }
}

/// A region code as it is stored: in capitals, but `worldwide`.
func regionCode(_ typed: String) -> String {
    let code = typed.uppercased()
    return code == "WORLDWIDE" ? "worldwide" : code
}

/// A text as an identifier: lower-case letters, digits and hyphens, at most 50.
func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
        if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
            result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, result.last != "-" {
            result += "-"
        }
    }
    while result.utf8.count > 50 || result.last == "-" { result.removeLast() }
    return result
}
