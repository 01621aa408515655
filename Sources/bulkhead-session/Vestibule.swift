import NIOCore

/// The connections that have not said yet where they want to go.
///
/// There are no more of them than there is room for, and none stays for long. Used on one event loop alone.
final class Vestibule {
    private static let room = 512
    private static let patience = TimeAmount.seconds(60)

    private var waiting: [(channel: any Channel, since: NIODeadline)] = []
    private var nextLook: Scheduled<Void>?

    /// Lets a connection in; the one that has waited longest makes room.
    func enter(_ channel: any Channel) {
        if waiting.count >= Vestibule.room { waiting.removeFirst().channel.close(promise: nil) }
        waiting.append((channel, .now()))
        look(on: channel.eventLoop)
    }

    func leave(_ channel: any Channel) {
        waiting.removeAll { $0.channel === channel }
    }

    /// Closes whoever has waited too long, as long as somebody waits.
    private func look(on loop: any EventLoop) {
        guard nextLook == nil, let first = waiting.first else { return }
        nextLook = loop.assumeIsolated().scheduleTask(deadline: first.since + Vestibule.patience) {
            self.nextLook = nil
            let limit = NIODeadline.now() - Vestibule.patience
            while let first = self.waiting.first, first.since <= limit {
                self.waiting.removeFirst().channel.close(promise: nil)
            }
            self.look(on: loop)
        }
    }
}
