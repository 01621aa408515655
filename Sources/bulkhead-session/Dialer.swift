import Compartments
import Glibc
import NIOCore
import NIOPosix

/// Connects to names, and only to the addresses that were looked at.
struct Dialer: Sendable {
    enum Problem: Error {
        /// The name resolves to nothing.
        case unknown
        /// The name resolves to private addresses alone.
        case privateAddress
    }

    /// The addresses of a name, and until when they are taken as they are.
    private struct Answer {
        var addresses: [SocketAddress]
        var end: NIODeadline
    }

    private let resolver: NIOThreadPool
    private let answers: NIOLoopBoundBox<[String: Answer]>

    private static let patience = TimeAmount.seconds(10)
    /// How long the addresses of a name are kept, and of how many names.
    private static let memory = TimeAmount.seconds(30)
    private static let mostNames = 1000

    /// - Parameter loop: the one that every connection lives on.
    init(resolver: NIOThreadPool, loop: any EventLoop) {
        self.resolver = resolver
        answers = .makeBoxSendingValue([:], eventLoop: loop)
    }

    func connect(to host: HostName, port: Int, on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        let name = "\(host.text):\(port)"
        if let answer = answers.value[name], answer.end > .now() {
            return Dialer.connect(to: answer.addresses[...], on: loop).flatMapErrorThrowing { problem in
                answers.value[name] = nil
                throw problem
            }
        }
        return resolver.runIfActive(eventLoop: loop) { try Dialer.addresses(of: host, port: port) }
            .flatMap { addresses in
                if answers.value.count >= Dialer.mostNames { answers.value.removeAll() }
                answers.value[name] = Answer(addresses: addresses, end: .now() + Dialer.memory)
                return Dialer.connect(to: addresses[...], on: loop)
            }
    }

    static func connect(to port: UInt16, on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        loop.makeCompletedFuture { try SocketAddress(ipAddress: "127.0.0.1", port: Int(port)) }
            .flatMap { bootstrap(on: loop).connect(to: $0) }
    }

    private static func bootstrap(on loop: any EventLoop) -> ClientBootstrap {
        ClientBootstrap(group: loop)
            .connectTimeout(patience)
            .channelOption(.autoRead, value: false)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.allowRemoteHalfClosure, value: true)
    }

    private static func connect(
        to addresses: ArraySlice<SocketAddress>, on loop: any EventLoop
    ) -> EventLoopFuture<any Channel> {
        guard let first = addresses.first else { return loop.makeFailedFuture(Problem.unknown) }
        let attempt = bootstrap(on: loop).connect(to: first)
        let rest = addresses.dropFirst()
        return rest.isEmpty ? attempt : attempt.flatMapError { _ in connect(to: rest, on: loop) }
    }

    /// The public addresses of a name.
    ///
    /// The connection goes to one of these very addresses: a second answer of the name server, meant to lead
    /// inside, is never asked for.
    private static func addresses(of host: HostName, port: Int) throws -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        // The final dot keeps search domains out; the file /etc/hosts knows names without it alone.
        guard
            getaddrinfo(host.text + ".", String(port), &hints, &list) == 0
                || getaddrinfo(
                    host.text, String(port), &hints, &list) == 0
        else { throw Problem.unknown }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var sawAny = false
        var next = list
        while let entry = next {
            next = entry.pointee.ai_next
            guard let address = entry.pointee.ai_addr else { continue }
            switch Int32(address.pointee.sa_family) {
            case AF_INET:
                sawAny = true
                let v4 = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { $0.pointee }
                if PublicAddress.isPublic(v4: UInt32(bigEndian: v4.sin_addr.s_addr)) {
                    found.append(SocketAddress(v4, host: host.text))
                }
            case AF_INET6:
                sawAny = true
                let v6 = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { $0.pointee }
                let bytes = withUnsafeBytes(of: v6.sin6_addr) { Array($0) }
                if PublicAddress.isPublic(v6: bytes) { found.append(SocketAddress(v6, host: host.text)) }
            default: continue
            }
        }
        if found.isEmpty { throw sawAny ? Problem.privateAddress : Problem.unknown }
        return found
    }
}
