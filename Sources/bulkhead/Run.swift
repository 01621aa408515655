import ArgumentParser

/// Runs one invocation and says what to exit with.
///
/// - Parameters:
///   - words: The program's name, and what follows it.
///   - count: How many there are.
func run(_ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, count: Int) -> Exit {
    let readable = (0..<count).dropFirst().map { words[$0].flatMap { String(validatingCString: $0) } }
    let arguments = readable.map { $0 ?? "\u{FFFD}" }
    do {
        // Repaired it would be another name: another folder, another file.
        guard !readable.contains(nil) else {
            throw Failure(.usage, "An argument is no UTF-8 text: names and paths must be.")
        }
        let arguments = ordered(arguments)
        if let exit = try hot(arguments) { return exit }
        try CommandName.check(arguments)
        var command = try Bulkhead.parseAsRoot(arguments)
        if let work = command as? any Work {
            // A day that is none is refused by the commands that judge nothing too.
            if work.options.at != nil { _ = try work.options.place.day }
            return try work.work()
        }
        try command.run()
        return .done
    } catch let failure as Failure {
        return report(failure, arguments)
    } catch {
        let text = Bulkhead.fullMessage(for: error)
        guard Bulkhead.exitCode(for: error) == .success else {
            let message = Bulkhead.message(for: error)
            if isScript(arguments) { return report(Failure(.usage, message), arguments) }
            // The last line of the whole message names the page of help; those between repeat what it says.
            let help = text.split(separator: "\n").last.map { $0.drop { $0 == " " } } ?? ""
            let end = message.hasSuffix("?") || message.hasSuffix(".") ? " " : ". "
            complain(help.hasPrefix("See ") ? message + end + help : message)
            return .usage
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
        for line in failure.lines { complain(line) }
    }
    return failure.exit
}

/// The arguments with the options of the place moved behind the command, where they stand before it or within its name.
private func ordered(_ arguments: [String]) -> [String] {
    var names: [String] = []
    var options: [String] = []
    var rest = arguments[...]
    func takeOptions() {
        while let first = rest.first, first.hasPrefix("--"), first != "--help", first != "--version" {
            guard names.isEmpty || PlaceOptions.isOne(first) else { return }
            options.append(rest.removeFirst())
            if PlaceOptions.takesValue(first), let value = rest.popFirst() { options.append(value) }
        }
    }
    takeOptions()
    guard let name = rest.first, !name.hasPrefix("-") else { return arguments }
    names.append(rest.removeFirst())
    if Bulkhead.groups.contains(name) {
        takeOptions()
        if let verb = rest.first, !verb.hasPrefix("-") { names.append(rest.removeFirst()) }
    }
    return names + options + rest
}
