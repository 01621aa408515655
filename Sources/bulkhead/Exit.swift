/// What the process ends with; scripts rely on the numbers.
enum Exit: Int32 {
    case done = 0
    case usage = 2
    case damaged = 3
    case notFound = 4
    case conditional = 10
    case undetermined = 20
    case deny = 30
    case refused = 40
}
