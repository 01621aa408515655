"""A network of its own for one session: names, public and private addresses, and servers that count.

Usage: world.py LOG PROGRAM, with descriptor 3 for the program, in a network namespace where it may do all. Runs
PROGRAM there and ends with its exit code. Every request that reaches a server, and every name that is looked
up, is a line of JSON in LOG.
"""
import fcntl, json, os, socket, struct, subprocess, sys, threading

log, lock = open(sys.argv[1], "a", buffering=1), threading.Lock()
PUBLIC, PRIVATE = "203.0.113.7", "10.0.0.9"
NAMES = {
    "pub.test": [PUBLIC], "a.sub.test": [PUBLIC], "own.test": [PUBLIC], "priv.test": [PRIVATE],
    "lo.test": ["127.0.0.1"], "meta.test": ["169.254.169.254"], "zero.test": ["0.0.0.0"],
    "mixed.test": ["127.0.0.1", PRIVATE, PUBLIC], "six.test": ["::1"], "mapped.test": ["::ffff:127.0.0.1"],
    "local6.test": ["fd00::1"],
}
asked = {}


def note(server, **more):
    with lock:
        log.write(json.dumps({"server": server, **more}) + "\n")


def bring_up(index, address):
    """Gives the loopback device another address."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        name = b"lo" if index == 0 else b"lo:%d" % index
        packed = struct.pack("16sHH4s8x", name, socket.AF_INET, 0, socket.inet_aton(address))
        fcntl.ioctl(control, 0x8916, packed)  # SIOCSIFADDR
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", name, 0x1 | 0x40))  # SIOCSIFFLAGS: up, running


def answer_names():
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 53))
    while True:
        query, peer = listener.recvfrom(4096)
        labels, at = [], 12
        while query[at]:
            labels.append(query[at + 1:at + 1 + query[at]].decode("ascii", "replace"))
            at += 1 + query[at]
        name, kind = ".".join(labels), struct.unpack("!H", query[at + 1:at + 3])[0]
        note("dns", path=name)
        # The network that this machine is in answers for every name beneath its own.
        addresses = [PUBLIC] if name.endswith(".network.test") else NAMES.get(name, [])
        if name == "flip.test" and kind == 1:
            # Public at first, this machine ever after: what DNS rebinding is.
            asked[name] = asked.get(name, 0) + 1
            addresses = [PUBLIC if asked[name] == 1 else "127.0.0.1"]
        records = b""
        count = 0
        for address in addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            if kind == (28 if family == socket.AF_INET6 else 1):
                data = socket.inet_pton(family, address)
                records += struct.pack("!HHHIH", 0xC00C, kind, 1, 0, len(data)) + data
                count += 1
        known = name in NAMES or name == "flip.test" or name.endswith(".network.test")
        head = query[:2] + struct.pack("!HHHHH", 0x8580 if known else 0x8583, 1, count, 0, 0)
        listener.sendto(head + query[12:at + 5] + records, peer)


def head_of(stream):
    text = b""
    while b"\r\n\r\n" not in text:
        piece = stream.recv(65536)
        if not piece:
            break
        text += piece
    return text


go = threading.Event()


def serve(connection, name):
    """One request: /events waits for /go between its two events; an upgrade becomes an echo."""
    with connection:
        text = head_of(connection)
        if not text:
            return
        line, _, rest = text.partition(b"\r\n")
        headers = dict(
            (key.strip().lower(), value.strip())
            for key, _, value in (field.partition(b":") for field in rest.split(b"\r\n")) if value)
        note(name, path=line.decode("latin-1"), host=headers.get(b"host", b"").decode("latin-1"),
             more=len(text.partition(b"\r\n\r\n")[2]))
        if b"/events" in line:
            go.clear()
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: one\n\n")
            go.wait(30)
            connection.sendall(b"data: two\n\n")
        elif b"/go" in line:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            go.set()
        elif headers.get(b"upgrade"):
            connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")
            while piece := connection.recv(65536):
                connection.sendall(piece)
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
            # Whatever comes behind the first request is looked at too.
            connection.settimeout(0.3)
            try:
                while piece := connection.recv(65536):
                    note(name, path=piece.decode("latin-1").split("\r\n")[0], host="", more=len(piece))
            except OSError:
                pass


def listen(name, address, port):
    server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((address, port))
    server.listen(256)

    def loop():
        while True:
            connection, _ = server.accept()
            threading.Thread(target=serve, args=(connection, name), daemon=True).start()

    threading.Thread(target=loop, daemon=True).start()


bring_up(0, "127.0.0.1")
for index, address in enumerate([PUBLIC, PRIVATE, "169.254.169.254"], 1):
    bring_up(index, address)
threading.Thread(target=answer_names, daemon=True).start()
for port in (80, 443, 8443):
    listen("public", PUBLIC, port)
for place in [(PUBLIC, 8080), ("127.0.0.1", 80), ("127.0.0.1", 443), (PRIVATE, 80), (PRIVATE, 443),
              ("169.254.169.254", 80), ("127.0.0.1", 10086)]:
    listen("hidden", *place)
listen("granted", "127.0.0.1", 11434)
sys.exit(subprocess.call([sys.argv[2]], pass_fds=[3]))
