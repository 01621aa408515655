import Foundation

/// A socket outside that counts who comes.
final class Listener: @unchecked Sendable {
    private let descriptors: [Int32]
    private(set) var port: UInt16 = 0

    /// Listens for connections and datagrams on a loopback address, at a port of its own.
    init?(address: String) {
        let isSix = address.contains(":")
        let family = isSix ? AF_INET6 : AF_INET
        var name = sockaddr_storage()
        let length = socklen_t(isSix ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        name.ss_family = sa_family_t(family)
        withUnsafeMutableBytes(of: &name) { bytes in
            _ = inet_pton(family, address, bytes.baseAddress?.advanced(by: isSix ? 8 : 4))
        }
        var made: [Int32] = []
        for kind in [SOCK_STREAM, SOCK_DGRAM] {
            let descriptor = socket(family, Int32(kind.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            let isBound = withUnsafePointer(to: &name) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
            }
            guard descriptor >= 0, isBound else { return nil }
            if kind == SOCK_STREAM { listen(descriptor, 8) }
            // The datagrams' socket gets the number that the kernel chose for the first one.
            var size = length
            withUnsafeMutablePointer(to: &name) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    _ = getsockname(descriptor, $0, &size)
                }
            }
            made.append(descriptor)
        }
        descriptors = made
        port = withUnsafeBytes(of: &name) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
    }

    /// Listens on a socket in the file system.
    init?(unix path: String) {
        guard let descriptor = Listener.unix(Array(path.utf8)) else { return nil }
        descriptors = [descriptor]
    }

    /// Listens on a socket that has a name in no file system.
    init?(abstract name: String) {
        guard let descriptor = Listener.unix([0] + Array(name.utf8)) else { return nil }
        descriptors = [descriptor]
    }

    private static func unix(_ name: [UInt8]) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(2 + name.count)) == 0
            }
        }
        guard descriptor >= 0, isBound, listen(descriptor, 8) == 0 else { return nil }
        return descriptor
    }

    /// How many of the sockets somebody came to.
    var visits: Int {
        descriptors.reduce(0) { count, descriptor in
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return count + (poll(&waiting, 1, 0) > 0 ? 1 : 0)
        }
    }

    func stop() { for descriptor in descriptors { close(descriptor) } }
}
