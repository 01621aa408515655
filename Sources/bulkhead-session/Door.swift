import Compartments
import Glibc
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
        // resolv.conf(5): a host that is not there is not sought among those of this machine's network.
        setenv("LOCALDOMAIN", "", 1)
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        resolver = NIOThreadPool(numberOfThreads: 2)
        resolver.start()
        Door.raiseLimit()
    }

    /// Two descriptors a connection soon pass the usual limit; the sandbox, which runs already, keeps its own.
    private static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Serves as a proxy on a listening socket.
    func open(_ listener: Int32) throws {
        let loop = group.next()
        let exit = Exit(policy: policy, tally: tally, dialer: Dialer(resolver: resolver, loop: loop))
        let vestibule = NIOLoopBoundBox.makeBoxSendingValue(Vestibule(), eventLoop: loop)
        _ = try bootstrap.childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                let threshold = Threshold(exit: exit, vestibule: vestibule.value)
                try channel.pipeline.syncOperations.addHandler(threshold)
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
