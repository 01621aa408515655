import ArgumentParser

/// What a person may write in place of a command's name, and what was meant by it.
enum CommandName {
    /// Refuses a word in the place of a command that names none, and tells the nearest that there is.
    ///
    /// - Parameter arguments: What follows the program's name, options of the place moved behind the command.
    static func check(_ arguments: [String]) throws(Failure) {
        var commands = Bulkhead.configuration.subcommands
        var path = "bulkhead"
        for word in arguments where word != "help" {
            guard !commands.isEmpty, !word.isEmpty, !word.hasPrefix("-") else { return }
            guard let command = commands.first(where: { $0._commandName == word }) else {
                let near = nearest(to: word, among: commands.map { $0._commandName })
                throw Failure(
                    .usage,
                    "\"\(word)\" is no command of '\(path)': "
                        + (near.map { "did you mean '\(path) \($0)'?" } ?? "'\(path) --help' lists them."))
            }
            commands = command.configuration.subcommands
            path += " \(word)"
        }
    }

    /// The name that the fewest changes of a letter lead to; nil where none is like it.
    private static func nearest(to word: String, among names: [String]) -> String? {
        let found = names.map { ($0, changes(Array(word.utf8.prefix(40)), Array($0.utf8))) }
            .min { $0.1 < $1.1 }
        return found.flatMap { name, count in count <= max(1, name.utf8.count / 3) ? name : nil }
    }

    /// How many letters have to be put in, taken out, replaced or swapped with the next to make one word of another:
    /// the optimal string alignment distance.
    private static func changes(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var rows = [Array(0...other.count)]
        for (i, letter) in one.enumerated() {
            var row = [i + 1]
            for (j, wanted) in other.enumerated() {
                var least = min(rows[i][j] + (letter == wanted ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, letter == other[j - 1], one[i - 1] == wanted {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
