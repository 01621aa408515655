import CYAML

/// Reads one YAML document through libyaml's events: no tags, no merge keys, no second document; aliases are
/// resolved within the limits of a document.
func readYAML(_ bytes: [UInt8]) throws(TreeBuilder.Refusal) -> Node {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
        throw TreeBuilder.Refusal(line: 0, message: "there is no memory to read the file")
    }
    defer { yaml_parser_delete(&parser) }
    let result: Result<Node, TreeBuilder.Refusal> = bytes.withUnsafeBufferPointer { buffer in
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
        return Result { () throws(TreeBuilder.Refusal) in try events(of: &parser) }
    }
    return try result.get()
}

private func events(of parser: inout yaml_parser_t) throws(TreeBuilder.Refusal) -> Node {
    var builder = TreeBuilder()
    var documents = 0
    while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { throw refusal(of: parser) }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1
        switch event.type {
        case YAML_STREAM_END_EVENT:
            guard let root = builder.root else {
                throw TreeBuilder.Refusal(line: line, message: "the document is empty")
            }
            return root
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            guard documents == 1 else {
                throw TreeBuilder.Refusal(line: line, message: "a second document begins; one is expected")
            }
        case YAML_ALIAS_EVENT:
            try builder.alias(try text(event.data.alias.anchor, line: line) ?? "", line: line)
        case YAML_SCALAR_EVENT:
            try refuseTag(event.data.scalar.tag, line: line)
            try scalar(event.data.scalar, line: line, builder: &builder)
        case YAML_SEQUENCE_START_EVENT:
            try refuseTag(event.data.sequence_start.tag, line: line)
            let anchor = try text(event.data.sequence_start.anchor, line: line)
            try builder.begin(map: false, line: line, anchor: anchor)
        case YAML_MAPPING_START_EVENT:
            try refuseTag(event.data.mapping_start.tag, line: line)
            let anchor = try text(event.data.mapping_start.anchor, line: line)
            try builder.begin(map: true, line: line, anchor: anchor)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            try builder.end()
        default:
            break
        }
    }
}

private typealias ScalarData = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

private func scalar(
    _ data: ScalarData, line: Int, builder: inout TreeBuilder
) throws(TreeBuilder.Refusal) {
    let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
    guard let value = String(validating: bytes, as: UTF8.self) else {
        throw TreeBuilder.Refusal(line: line, message: "a text is not valid UTF-8")
    }
    let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    if builder.expectsKey {
        guard !(isPlain && value == "<<") else {
            throw TreeBuilder.Refusal(line: line, message: "merge keys (<<) are not used here")
        }
        return try builder.key(value, line: line)
    }
    let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(value)
    try builder.add(
        Node(line: line, content: isNull ? .null : .scalar(value)), anchor: try text(data.anchor, line: line))
}

private func refuseTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, line: Int) throws(TreeBuilder.Refusal) {
    guard tag == nil else {
        throw TreeBuilder.Refusal(line: line, message: "tags (!…) are not used here")
    }
}

private func text(
    _ pointer: UnsafeMutablePointer<yaml_char_t>?, line: Int
) throws(TreeBuilder.Refusal) -> String? {
    guard let pointer else { return nil }
    return String(decodingCString: pointer, as: UTF8.self)
}

private func refusal(of parser: yaml_parser_t) -> TreeBuilder.Refusal {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is no YAML"
    let context = parser.context.map { " (" + String(cString: $0) + ")" } ?? ""
    let inReader = parser.error == YAML_READER_ERROR
    let line = inReader ? Int(parser.mark.line) : Int(parser.problem_mark.line)
    return .init(line: line + 1, message: problem + context)
}
