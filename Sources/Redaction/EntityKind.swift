/// What a found piece of text is.
package enum EntityKind: UInt8, CaseIterable, Sendable {
    // From the dictionary.
    case client, person, codename, domain, repository, custom
    // Text that looks like one of our own placeholders.
    case lookalike
    // Patterns.
    case email, phone, card, iban, ip, url, guid, mac, wallet, date, money, zip, address, age
    // National identifiers.
    case usSSN, usITIN, usLicense, usPassport, usBank, abaRouting, ukNINO, ukNHS, fiPIC, sePersonnummer, esNIE
    case esNIF, itFiscalCode, itVAT, plPESEL, deTaxID, frNIR, euVAT, auABN, auACN, auTFN, caSIN, inPAN,
        inAadhaar, companyID
    // A number of a JSON document that reads as one of these.
    case number
    // Keys, tokens, passwords: replaced for good.
    case secret

    /// The type name of the line protocol (`redact --engine-json`).
    package var name: String {
        switch self {
        case .client, .person, .codename, .domain, .repository, .custom: "TERM"
        case .lookalike: "LOOKALIKE"
        case .email: "EMAIL"
        case .phone: "PHONE"
        case .card: "CREDIT_CARD"
        case .iban: "IBAN"
        case .ip: "IP"
        case .url: "URL"
        case .guid: "GUID"
        case .mac: "MAC"
        case .wallet: "CRYPTO"
        case .date: "DATE"
        case .money: "MONEY"
        case .zip: "ZIP"
        case .address: "ADDRESS"
        case .age: "AGE"
        case .usSSN: "US_SSN"
        case .usITIN: "US_ITIN"
        case .usLicense: "US_DRIVER_LICENSE"
        case .usPassport: "US_PASSPORT"
        case .usBank: "US_BANK"
        case .abaRouting: "ABA_ROUTING"
        case .ukNINO: "UK_NINO"
        case .ukNHS: "UK_NHS"
        case .fiPIC: "FI_PIC"
        case .sePersonnummer: "SE_PERSONNUMMER"
        case .esNIE: "ES_NIE"
        case .esNIF: "ES_NIF"
        case .itFiscalCode: "IT_FISCAL_CODE"
        case .itVAT: "IT_VAT_CODE"
        case .plPESEL: "PL_PESEL"
        case .deTaxID: "DE_TAX_ID"
        case .frNIR: "FR_NIR"
        case .euVAT: "EU_VAT"
        case .auABN: "AU_ABN"
        case .auACN: "AU_ACN"
        case .auTFN: "AU_TFN"
        case .caSIN: "CA_SIN"
        case .inPAN: "IN_PAN"
        case .inAadhaar: "IN_AADHAAR"
        case .companyID: "COMPANY_ID"
        case .number: "NUMBER"
        case .secret: "SECRET"
        }
    }

    /// Plain words for the screen and the report.
    package var label: String {
        switch self {
        case .client: "client"
        case .person: "person"
        case .codename: "codename"
        case .domain: "domain"
        case .repository: "repository"
        case .custom: "own word"
        case .lookalike: "looks like a placeholder"
        case .email: "e-mail"
        case .phone: "phone"
        case .card: "card"
        case .iban: "bank account"
        case .ip: "IP address"
        case .url: "web address"
        case .guid: "GUID"
        case .mac: "MAC address"
        case .wallet: "wallet address"
        case .date: "date"
        case .money: "amount"
        case .zip: "postcode"
        case .address: "street address"
        case .age: "age"
        case .number: "number"
        case .secret: "secret"
        default: "national id"
        }
    }

    /// Two letters inside the placeholder, so that a reader and a model see what stood there.
    ///
    /// Never an X.
    package var code: String {
        switch self {
        case .client: "CL"
        case .person: "PE"
        case .codename: "CN"
        case .domain: "DM"
        case .repository: "RP"
        case .custom: "CU"
        case .lookalike: "RA"
        case .email: "EM"
        case .phone: "PH"
        case .card: "CC"
        case .iban: "BA"
        case .ip: "AP"
        case .url: "WW"
        case .guid: "GD"
        case .mac: "MC"
        case .wallet: "WA"
        case .date: "DA"
        case .money: "AM"
        case .zip: "ZP"
        case .address: "AD"
        case .age: "AG"
        case .number: Self.numberCode
        case .secret: "SE"
        default: "ND"
        }
    }

    /// The code of a placeholder that stands, with its quotes, for a number of a JSON document.
    static let numberCode = "NU"

    /// Whether the value is thrown away: a secret gets a placeholder that nothing restores.
    package var isOneWay: Bool { self == .secret }

    /// Whether it came from the ledger's own words and not from a pattern.
    package var isTerm: Bool { rawValue <= EntityKind.custom.rawValue }
}
