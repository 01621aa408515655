import Compartments
import NIOCore
import NIOHTTP1

/// The first handler of a connection from inside the wall.
///
/// A CONNECT becomes a tunnel; anything else is handed to the HTTP decoder and `PlainRequest`.
final class Threshold: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State { case head, dialing, closed }

    private static let longestHead = 16_384
    private static let headEnd = Array("\r\n\r\n".utf8)

    private let exit: Exit
    private let vestibule: Vestibule
    private var state = State.head
    private var buffer = ByteBuffer()

    init(exit: Exit, vestibule: Vestibule) {
        self.exit = exit
        self.vestibule = vestibule
    }

    func channelActive(context: ChannelHandlerContext) {
        vestibule.enter(context.channel)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        buffer.writeBuffer(&bytes)
        guard case .head = state else { return }
        let connect = Array("CONNECT ".utf8)
        let view = buffer.readableBytesView
        if view.count < connect.count, connect.starts(with: view) { return }
        guard view.starts(with: connect) else { return becomePlain(context) }
        guard let end = Threshold.endOfHead(view.prefix(Threshold.longestHead)) else {
            if view.count >= Threshold.longestHead { context.close(promise: nil) }
            return
        }
        let line = view[..<end].prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        let fields = line.split(separator: UInt8(ascii: " "))
        let target = fields.count > 1 ? String(decoding: fields[1], as: UTF8.self) : ""
        buffer.moveReaderIndex(forwardBy: view.distance(from: view.startIndex, to: end))
        tunnel(to: target, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .closed
        vestibule.leave(context.channel)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func tunnel(to target: String, _ context: ChannelHandlerContext) {
        guard let (host, port) = Exit.authority(target, defaultPort: nil) else {
            state = .closed
            return exit.refuse(target, "CONNECT needs host:port", context)
        }
        state = .dialing
        vestibule.leave(context.channel)
        do {
            try context.channel.syncOptions?.setOption(.autoRead, value: false)
        } catch {
            return context.close(promise: nil)
        }
        exit.dial(host, port, .tunnel, context) { peer in
            if case .closed = self.state { return peer.close(promise: nil) }
            let greeting = ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n")
            context.writeAndFlush(self.wrapOutboundOut(greeting), promise: nil)
            do {
                try Relay.join(context.channel, peer)
                // What came too early goes first.
                if self.buffer.readableBytes > 0 {
                    context.fireChannelRead(self.wrapInboundOut(self.buffer))
                    context.fireChannelReadComplete()
                }
                self.buffer = ByteBuffer()
                context.pipeline.syncOperations.removeHandler(self, promise: nil)
            } catch {
                peer.close(promise: nil)
                context.close(promise: nil)
            }
        }
    }

    private func becomePlain(_ context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandlers(
                ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
                PlainRequest(exit: exit, vestibule: vestibule), position: .after(self))
        } catch {
            return context.close(promise: nil)
        }
        context.fireChannelRead(wrapInboundOut(buffer))
        context.fireChannelReadComplete()
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    /// The index after the empty line that ends a head.
    private static func endOfHead(_ view: ByteBufferView) -> ByteBufferView.Index? {
        var matched = 0
        for index in view.indices {
            if view[index] == headEnd[matched] {
                matched += 1
                if matched == headEnd.count { return view.index(after: index) }
            } else {
                matched = view[index] == headEnd[0] ? 1 : 0
            }
        }
        return nil
    }
}
