import NIOCore

/// One connection from inside the wall to a granted port of this machine.
final class Grant: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let port: UInt16
    private let tally: Tally

    init(port: UInt16, tally: Tally) {
        self.port = port
        self.tally = tally
    }

    func channelActive(context: ChannelHandlerContext) {
        let name = "127.0.0.1:\(port)"
        let channel = context.channel
        let connection = Dialer.connect(to: port, on: context.eventLoop)
        connection.assumeIsolated().whenComplete { result in
            guard case .success(let peer) = result, channel.isActive else {
                if case .success(let peer) = result { peer.close(promise: nil) }
                self.tally.refused(name)
                return context.close(promise: nil)
            }
            self.tally.reached(name)
            do {
                try Relay.join(channel, peer)
            } catch {
                peer.close(promise: nil)
                context.close(promise: nil)
            }
        }
        context.fireChannelActive()
    }
}
