import Glibc
import Ledger

// LogBench append HOME ROWS: adds rows to a log, each durable before the next, and says how many a second.
// LogBench verify HOME ROUNDS: checks the whole log so often, and says how many rows a second.

let words = CommandLine.arguments
guard words.count == 4, let count = Int(words[3]) else { exit(2) }

/// Seconds on the wall for what waits for the disk, of this process alone for what does not.
func now() -> Double {
    var time = timespec()
    clock_gettime(CommandLine.arguments[1] == "append" ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let ledger = try Ledger.create(home: words[2], house: nil).ledger
// What is done once a day lies before the clock is started.
try ledger.record("warm-up", "x")
let start = now()
if words[1] == "append" {
    for number in 0..<count {
        try ledger.record("verdict", "acme/job anthropic.claude-api conditional, row \(number)")
    }
    print(Double(count) / (now() - start))
} else {
    var rows = 0
    for _ in 0..<count {
        let found = try ledger.verifyLog()
        guard found.ok else { exit(3) }
        rows += found.rows
    }
    print(Double(rows) / (now() - start))
}
