/// What lies over a screen.
package enum Overlay: Equatable, Sendable {
    case palette(CommandPalette)
    case launch(Launch)
    case confirm(Confirm)
    case pick(Pick)
    case prompt(Prompt)
    case sheet(Sheet)

    package var place: Place {
        switch self {
        case .palette: .palette
        case .launch: .launch
        case .confirm: .confirm
        case .pick: .pick
        case .prompt: .prompt
        case .sheet: .sheet
        }
    }
}
