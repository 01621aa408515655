import Compartments
import NIOCore
import NIOHTTP1

/// A plain HTTP request on its way through the door; the connection serves one and closes.
final class PlainRequest: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart

    private enum State {
        case idle
        case dialing(held: [HTTPClientRequestPart])
        case sending(any Channel)
        case closed
    }

    private let exit: Exit
    private let vestibule: Vestibule
    private var state = State.idle

    init(exit: Exit, vestibule: Vestibule) {
        self.exit = exit
        self.vestibule = vestibule
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (state, unwrapInboundIn(data)) {
        case (.idle, .head(let head)): start(head, context)
        case (.dialing(let held), .body(let bytes)):
            state = .dialing(held: held + [.body(.byteBuffer(bytes))])
        case (.dialing(let held), .end(let trailers)): state = .dialing(held: held + [.end(trailers)])
        case (.sending(let peer), .body(let bytes)):
            peer.write(HTTPClientRequestPart.body(.byteBuffer(bytes)), promise: nil)
        case (.sending(let peer), .end(let trailers)):
            peer.writeAndFlush(HTTPClientRequestPart.end(trailers), promise: nil)
        // A second request would go to the first one's host.
        case (.sending, .head), (.dialing, .head): context.close(promise: nil)
        case (.idle, _), (.closed, _): break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .sending(let peer) = state { peer.flush() }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .closed
        vestibule.leave(context.channel)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        state = .closed
        context.close(promise: nil)
    }

    private func start(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let scheme = "http://"
        guard head.uri.count > scheme.count, head.uri.prefix(scheme.count).lowercased() == scheme else {
            state = .closed
            return Exit.answer("400 Bad Request", "this is a proxy; ask it for http:// addresses", context)
        }
        let rest = head.uri.dropFirst(scheme.count)
        let place = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let (host, port) = Exit.authority(place, defaultPort: 80) else {
            state = .closed
            return exit.refuse(place, "the address has no host", context)
        }
        var outgoing = head
        outgoing.version = .http1_1
        let path = rest.dropFirst(place.count)
        outgoing.uri = path.hasPrefix("/") ? String(path) : "/" + path
        for name in outgoing.headers.map(\.name) where name.lowercased().hasPrefix("proxy-") {
            outgoing.headers.remove(name: name)
        }
        let upgrades = head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "upgrade" }
        outgoing.headers.replaceOrAdd(name: "Host", value: String(place))
        outgoing.headers.replaceOrAdd(name: "Connection", value: upgrades ? "Upgrade" : "close")
        state = .dialing(held: [.head(outgoing)])
        vestibule.leave(context.channel)
        do {
            try context.channel.syncOptions?.setOption(.autoRead, value: false)
        } catch {
            return context.close(promise: nil)
        }
        exit.dial(host, port, .plain, context) { peer in
            guard case .dialing(let held) = self.state else { return peer.close(promise: nil) }
            self.state = .sending(peer)
            do {
                try Relay.join(context.channel, peer)
                // Behind the relay: only what this side writes is encoded.
                try peer.pipeline.syncOperations.addHandler(HTTPRequestEncoder())
                for part in held { peer.write(part, promise: nil) }
                peer.flush()
                if upgrades { try self.stepAside(context, peer) }
            } catch {
                peer.close(promise: nil)
                context.close(promise: nil)
            }
        }
    }

    /// After an upgrade both directions are plain bytes.
    private func stepAside(_ context: ChannelHandlerContext, _ peer: any Channel) throws {
        let pipeline = context.pipeline.syncOperations
        let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
        let encoder = try peer.pipeline.syncOperations.context(handlerType: HTTPRequestEncoder.self)
        pipeline.removeHandler(context: decoder, promise: nil)
        peer.pipeline.syncOperations.removeHandler(context: encoder, promise: nil)
        pipeline.removeHandler(self, promise: nil)
    }
}
