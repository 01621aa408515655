import Compartments
import NIOCore

/// What every connection from inside the wall shares: the rule, the count and the way out.
struct Exit: Sendable {
    let policy: EgressPolicy
    let tally: Tally
    let dialer: Dialer

    /// Judges a host and connects to it.
    ///
    /// A refusal or a failure answers the connection itself and ends it; `then` runs with the connection's
    /// other side, which does not read yet.
    func dial(
        _ host: some StringProtocol, _ port: Int, _ kind: EgressPolicy.Request,
        _ context: ChannelHandlerContext, then: @escaping (any Channel) -> Void
    ) {
        let name = Exit.printable(host)
        let loop = context.eventLoop
        let connection: EventLoopFuture<any Channel>
        switch policy.judge(host, port: port, kind) {
        case .refuse(let reason):
            tally.refused(reason == .port ? "\(name):\(port)" : name)
            return Exit.answer("403 Forbidden", reason.rawValue, context)
        case .standIn(let port): connection = Dialer.connect(to: port, on: loop)
        case .resolve(let host): connection = dialer.connect(to: host, port: port, on: loop)
        }
        let tally = tally
        connection.assumeIsolated().whenComplete { result in
            switch result {
            case .success(let peer):
                tally.reached(name)
                then(peer)
            case .failure(Dialer.Problem.privateAddress):
                tally.refused(name)
                Exit.answer("403 Forbidden", EgressPolicy.Reason.place.rawValue, context)
            case .failure: Exit.answer("502 Bad Gateway", "\(name) cannot be reached", context)
            }
        }
    }

    /// Answers with a line of text and closes.
    static func answer(_ status: String, _ text: String, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        let reply =
            "HTTP/1.1 \(status)\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Length: \(text.utf8.count + 1)\r\nConnection: close\r\n\r\n\(text)\n"
        context.writeAndFlush(NIOAny(ByteBuffer(string: reply))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    /// Refuses a target in which no host can be told for sure.
    func refuse(_ target: some StringProtocol, _ text: String, _ context: ChannelHandlerContext) {
        if !target.isEmpty { tally.refused(Exit.printable(target)) }
        Exit.answer("400 Bad Request", text, context)
    }

    /// `host`, `host:port` or `[address]:port` taken apart; nil where that fails.
    static func authority(
        _ text: some StringProtocol, defaultPort: Int?
    ) -> (host: Substring, port: Int)? {
        let text = Substring(text)
        // A user name before the host is of no use to a proxy and a way to mislead.
        guard !text.isEmpty, !text.contains("@") else { return nil }
        let colon = text.lastIndex(of: ":")
        if let colon, !text[colon...].contains("]") {
            let digits = text[text.index(after: colon)...]
            guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let port = UInt16(digits), port > 0, colon > text.startIndex
            else { return nil }
            return (text[..<colon], Int(port))
        }
        return defaultPort.map { (text, $0) }
    }

    /// What came from inside the wall as it may stand in a record: as long as a host, and of visible ASCII.
    private static func printable(_ text: some StringProtocol) -> String {
        let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
        return String(
            decoding: text.utf8.prefix(253).map { visible.contains($0) ? $0 : UInt8(ascii: "?") },
            as: UTF8.self)
    }
}
