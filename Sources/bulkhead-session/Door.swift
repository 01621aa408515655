import Compartments
import NIOCore
import NIOPosix

/// The only way out of a session: an HTTP proxy on a listening socket that came out of the session's network
/// namespace, and relays for the granted ports of this machine.
final class Door {
    private let group: MultiThreadedEventLoopGroup
    private let resolver: NIOThreadPool
    private let policy: EgressPolicy
    private let tally: Tally

    init(policy: EgressPolicy, tally: Tally) {
        self.policy = policy
        self.tally = tally
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        resolver = NIOThreadPool(numberOfThreads: 2)
        resolver.start()
    }

    /// Serves as a proxy on a listening socket.
    func open(_ listener: Int32) throws {
        let exit = Exit(policy: policy, tally: tally, dialer: Dialer(resolver: resolver))
        _ = try bootstrap.childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Threshold(exit: exit))
            }
        }.withBoundSocket(listener).wait()
    }

    /// Passes every connection on a listening socket on to the same port of this machine.
    func grant(_ port: UInt16, _ listener: Int32) throws {
        let tally = tally
        _ = try bootstrap.childChannelOption(.autoRead, value: false).childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Grant(port: port, tally: tally))
            }
        }.withBoundSocket(listener).wait()
    }

    private var bootstrap: ServerBootstrap {
        ServerBootstrap(group: group)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
    }
}
