import Permits

extension State {
    /// Columns of text a cell takes.
    static let cellWidth = 9
    /// Columns of text the names of surfaces take: more where every engagement has its place already.
    var nameWidth: Int {
        min(40, max(20, matrixWidth - matrix.columns.count * Self.cellWidth))
    }

    /// Whether there is room for the pane that explains the chosen cell.
    var showsMatrixPane: Bool { size.columns >= 110 }

    /// Engagements that fit side by side.
    var matrixRoom: Int {
        max(1, (matrixWidth - 20) / Self.cellWidth)
    }

    /// Columns of the terminal that the matrix has for itself.
    private var matrixWidth: Int { size.columns - (showsMatrixPane ? 39 : 0) }

    /// The columns that are seen.
    var matrixWindow: Range<Int> { window(around: matrix.column, of: matrix.columns.count, room: matrixRoom) }

    /// Places in the tools of the rows that the filters leave.
    var matrixRows: [Int] {
        let typed = filter(of: .matrix)
        let named = typed.isEmpty ? Array(tools.indices) : Fuzzy(tools.map(\.name)).matches(typed)
        guard let only = matrix.only, let job = matrix.columns[at: matrix.column], let judged = answers[job]
        else {
            return named
        }
        return named.filter { judged[at: $0]?.outcome == only }
    }

    /// The tool of the chosen row.
    var matrixTool: Tool? { matrixRows[at: matrix.row].flatMap { tools[at: $0] } }

    /// The answer in the chosen cell.
    var chosenAnswer: Judged? {
        guard let job = matrix.columns[at: matrix.column], let place = matrixRows[at: matrix.row] else {
            return nil
        }
        return answers[job]?[at: place]
    }

    /// The question of the chosen cell.
    var subjectInMatrix: Request? {
        guard let job = matrix.columns[at: matrix.column], let tool = matrixTool else { return nil }
        return question(job, tool.id)
    }

    /// The question that an action is about.
    var subject: Request? {
        switch place {
        case .matrix: subjectInMatrix
        case .why: why.request
        case .client: clientJob.flatMap { job in tools[at: client.tool].map { question(job, $0.id) } }
        default: nil
        }
    }

    /// The answer to the question that an action is about, as far as it is known.
    var subjectAnswer: Judged? {
        switch place {
        case .matrix: chosenAnswer
        case .why: why.explanation.map { Judged($0.verdict.outcome, duties: $0.verdict.duties) }
        case .client: clientJob.flatMap { answers[$0]?[at: client.tool] }
        default: nil
        }
    }

    func question(_ job: Job, _ surface: String) -> Request {
        Request(
            client: job.client, engagement: job.engagement, surface: surface, route: matrix.routes[surface],
            at: today)
    }

    /// Goes to the next cell of the column that has no answer or an open condition, then to the next column.
    mutating func nextOpen() {
        let rows = matrixRows
        for step in 1...max(1, rows.count * matrix.columns.count) {
            let flat = matrix.row + step
            let column = matrix.column + (rows.isEmpty ? 0 : flat / rows.count)
            guard column < matrix.columns.count, !rows.isEmpty else { break }
            guard let judged = answers[matrix.columns[column]] else { break }
            let row = flat % rows.count
            if let outcome = judged[at: rows[row]]?.outcome,
                outcome == .undetermined || outcome == .conditional
            {
                matrix.column = column
                matrix.row = row
                return
            }
        }
        notice = Notice("No further cell here waits for something.")
    }
}
