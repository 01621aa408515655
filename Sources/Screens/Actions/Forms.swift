import Canvas

extension Action {
    static let forms: [Action] = [
        Action("form.next", [.tab, .down], "next", "the next field", in: [.form], hint: true) { state in
            state.form?.move(by: 1)
            return []
        },
        Action("form.previous", [.backTab, .up], "previous", "the field before", in: [.form], hint: true) {
            state in
            state.form?.move(by: -1)
            return []
        },
        Action(
            "form.choose", [.character(" ")], "choose", "mark the choice, or open the list", in: [.form],
            hint: true
        ) {
            $0.choose(by: 0)
        },
        Action("form.enter", [.enter], "list", "open the list of a field, or go to the next", in: [.form]) {
            state in
            guard let form = state.form, let field = form.fields[at: form.focus] else { return [] }
            if field.isText || field.isInline { state.form?.move(by: 1) } else { state.openList() }
            return []
        },
        Action(
            "form.save", [.control("s")], "save", "save the item if every field is right", in: [.form],
            hint: true
        ) {
            $0.saveForm()
        },
        Action(
            "form.leave", [.escape], "leave", "leave without saving; asks where something was typed",
            in: [.form]
        ) {
            state in
            guard state.form?.isChanged == true else {
                state.form = nil
                state.back()
                return state.load(state.place)
            }
            state.overlay = .confirm(
                Confirm(
                    title: "Leave without saving?", text: "What was typed here is lost.",
                    consequence: .leaveForm))
            return []
        },
    ]
}
