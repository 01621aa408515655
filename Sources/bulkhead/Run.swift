func run(_ arguments: [String]) -> Exit { .done }
