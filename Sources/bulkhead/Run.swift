import ArgumentParser

/// Runs one invocation and says what to exit with.
///
/// - Parameter arguments: What follows the program's name.
func run(_ arguments: [String]) -> Exit {
    do {
        let arguments = ordered(arguments)
        if let exit = try hot(arguments) { return exit }
        var command = try Bulkhead.parseAsRoot(arguments)
        if let work = command as? any Work { return try work.work() }
        try command.run()
        return .done
    } catch let failure as Failure {
        return report(failure, arguments)
    } catch {
        let text = Bulkhead.fullMessage(for: error)
        guard Bulkhead.exitCode(for: error) == .success else {
            return report(
                Failure(.usage, isScript(arguments) ? Bulkhead.message(for: error) : text), arguments)
        }
        print(bytes: Array((text + "\n").utf8))
        return .done
    }
}

/// Answers what is asked many times a day without the argument parser, which costs more than the answer.
///
/// - Returns: nil for any other command, and for anything out of the ordinary: the parser words those messages.
private func hot(_ arguments: [String]) throws(Failure) -> Exit? {
    if let question = Question(hot: arguments) { try question.answer() }
    if arguments == ["prompt"] { return try printPrompt(at: Place()) }
    if arguments == ["current"] { return try printCurrent(at: Place()) }
    if let opening = Opening(arguments) { return try enter(opening.place, plain: opening.plain) }
    return nil
}

private func isScript(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
}

/// A failure on standard error for people, or as one JSON document on standard output for scripts.
private func report(_ failure: Failure, _ arguments: [String]) -> Exit {
    if isScript(arguments) {
        print(bytes: failure.json)
    } else {
        for line in failure.message.split(separator: "\n", omittingEmptySubsequences: false) {
            complain(String(line))
        }
    }
    return failure.exit
}

/// The arguments with the options that stand before the command's name moved behind it.
private func ordered(_ arguments: [String]) -> [String] {
    var before: [String] = []
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("--"), first != "--help", first != "--version" {
        before.append(rest.removeFirst())
        if first == "--home" || first == "--catalog" || first == "--at", let value = rest.popFirst() {
            before.append(value)
        }
    }
    guard !before.isEmpty, let name = rest.first, !name.hasPrefix("-") else { return arguments }
    var names = [rest.removeFirst()]
    if Bulkhead.groups.contains(name), let verb = rest.first, !verb.hasPrefix("-") {
        names.append(rest.removeFirst())
    }
    return names + before + rest
}
