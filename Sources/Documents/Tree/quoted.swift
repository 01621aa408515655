/// A text of the document in quotes for a message, cut where it is long.
func quoted(_ text: String) -> String {
    text.unicodeScalars.count <= 60
        ? "“\(text)”" : "“" + String(String.UnicodeScalarView(text.unicodeScalars.prefix(57))) + "…”"
}
