import CSpawn
import Glibc

guard cspawn_guard_memory() == 0 else {
    complain("The memory of this process cannot be kept from others: \(problem(errno)).")
    exit(Exit.refused.rawValue)
}
keepSearchPathAbsolute()
exit(run(CommandLine.unsafeArgv, count: Int(CommandLine.argc)).rawValue)
