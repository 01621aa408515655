import NIOCore

/// One half of a pair of connections: what it reads, the other writes, no faster than the other can.
final class Relay: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var partner: Relay?
    private var context: ChannelHandlerContext?
    private var wantsToRead = false

    /// Joins two channels of one event loop, neither of which reads by itself, and lets both flow.
    static func join(_ left: any Channel, _ right: any Channel) throws {
        let (one, other) = (Relay(), Relay())
        one.partner = other
        other.partner = one
        try left.pipeline.syncOperations.addHandler(one)
        try right.pipeline.syncOperations.addHandler(other)
        for channel in [left, right] {
            try channel.syncOptions?.setOption(.autoRead, value: true)
            channel.read()
        }
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        partner = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        partner?.context?.write(data, promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) { partner?.context?.flush() }

    func channelInactive(context: ChannelHandlerContext) {
        partner?.closeAfterWrites()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            partner?.closeAfterWrites(mode: .output)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        partner?.context?.close(promise: nil)
        context.close(promise: nil)
    }

    /// Closes when everything written before is out.
    private func closeAfterWrites(mode: CloseMode = .all) {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(mode: mode, promise: nil)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard context.channel.isWritable, let partner, partner.wantsToRead else { return }
        partner.wantsToRead = false
        partner.context?.read()
    }

    func read(context: ChannelHandlerContext) {
        if partner?.context?.channel.isWritable == true {
            context.read()
        } else {
            wantsToRead = true
        }
    }
}
