"""What a hostile program inside a session says to the door.

Usage: client.py CASES. CASES is JSON: a list of texts to send on a connection each. Prints JSON: for each the
status of the first answer, or `closed`; then what became of streams, of unfinished heads and of granted ports.
"""
import json, socket, sys

DOOR = ("127.0.0.1", 3128)


def connect(place=DOOR):
    connection = socket.create_connection(place, timeout=20)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def status(connection):
    try:
        text = b""
        while b"\r\n" not in text:
            piece = connection.recv(65536)
            if not piece:
                return "closed"
            text += piece
        return text.split()[1].decode()
    except TimeoutError:
        return "silent"
    except OSError:
        return "closed"


def say(text):
    with connect() as connection:
        try:
            connection.sendall(text.encode("latin-1"))
        except OSError:
            pass
        return status(connection)


def until(connection, wanted):
    text = b""
    while wanted not in text:
        piece = connection.recv(65536)
        if not piece:
            raise OSError("closed")
        text += piece
    return text


def tunnel(host):
    connection = connect()
    connection.sendall(f"CONNECT {host} HTTP/1.1\r\n\r\n".encode())
    until(connection, b"\r\n\r\n")
    return connection


def streams():
    """The second event is sent only when the first has arrived here: a buffer on the way would hang this."""
    seen = []
    for connection in (connect(), tunnel("pub.test:80")):
        with connection:
            target = "http://pub.test/events" if not seen else "/events"
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: pub.test\r\n\r\n".encode())
            until(connection, b"data: one")
            say("GET http://pub.test/go HTTP/1.1\r\nHost: pub.test\r\n\r\n")
            until(connection, b"data: two")
            seen.append("events")
    for connection in (connect(), tunnel("pub.test:80")):
        with connection:
            target = "http://pub.test/echo" if len(seen) == 2 else "/echo"
            connection.sendall(
                f"GET {target} HTTP/1.1\r\nHost: pub.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n".encode())
            until(connection, b"\r\n\r\n")
            for word in (b"ping", b"\0\xff\r\n", b"GET http://lo.test/ HTTP/1.1\r\n\r\n"):
                connection.sendall(word)
                until(connection, word)
            seen.append("echo")
    return seen


def reaches(port):
    try:
        with connect(("127.0.0.1", port)) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
            return status(connection)
    except OSError:
        return "refused"


def crowd():
    """Heads that never end do not keep others out, and are closed to make room."""
    unfinished = [connect() for _ in range(700)]
    for number, connection in enumerate(unfinished):
        connection.sendall(b"CONNECT pub.te" if number % 2 else b"GET http://pub.te")
    answer = say("CONNECT pub.test:443 HTTP/1.1\r\n\r\n")
    first = status(unfinished[0])
    for connection in unfinished:
        connection.close()
    return [answer, first]


print(json.dumps({
    "statuses": [say(text) for text in json.load(open(sys.argv[1]))],
    "streams": streams(), "granted": reaches(11434), "ungranted": reaches(10086), "crowd": crowd(),
}))
