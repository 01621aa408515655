"""Two web servers, a UDP listener and, where it may, a name server, all on loopback; every hit is a line of JSON.

Usage: origin.py LOG. Prints the ports as JSON when all of them listen. `origin` is the server that a session may
reach; whatever comes to `other`, `udp` or `dns` went past the wall.
"""
import http.server, json, socket, sys, threading, urllib.parse

log, lock = open(sys.argv[1], "a", buffering=1), threading.Lock()


def note(server, **more):
    with lock:
        log.write(json.dumps({"server": server, **more}) + "\n")


PAGE = """<!doctype html><meta charset=utf-8><title>visit</title><body style="background:#fff">
<script>
const ask = new URLSearchParams(location.search);
const other = ask.get('other'), udp = ask.get('udp'), mark = ask.get('mark');
const seen = {mark, cookie: document.cookie, stored: localStorage.getItem('mark'), candidates: 0, opened: []};
document.cookie = 'mark=' + mark + '; max-age=86400; path=/';
localStorage.setItem('mark', mark);
const places = ['beta.test:80', 'beta.test:' + other, '127.0.0.1:' + other, '2130706433:' + other,
    '0x7f000001:' + other, 'localhost:' + other, 'x.localhost:' + other, '[::1]:' + other,
    '[::ffff:127.0.0.1]:' + other, 'dns-probe.test:80', 'xalpha.test:80'];
const patience = 2500;
const later = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, patience))]);
const jobs = [];
for (const place of ask.has('probe') ? places : []) {
    const url = 'http://' + place + '/';
    jobs.push(later(fetch(url + 'fetch', {mode: 'no-cors'}).catch(() => {})));
    jobs.push(later(new Promise((done) => {
        const image = new Image();
        image.onload = image.onerror = done;
        image.src = url + 'image';
    })));
    jobs.push(later(new Promise((done) => {
        const socket = new WebSocket('ws://' + place + '/socket');
        socket.onopen = () => { seen.opened.push(place); done(); };
        socket.onerror = done;
    })));
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = url + 'frame';
    document.body.append(frame);
}
if (ask.has('probe')) navigator.sendBeacon('http://127.0.0.1:' + other + '/beacon', 'x');
if (ask.has('probe') && window.RTCPeerConnection) jobs.push(later(new Promise((done) => {
    const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:' + udp}]});
    peer.createDataChannel('x');
    peer.onicecandidate = (event) => { event.candidate ? seen.candidates++ : done(); };
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));
})));
Promise.all(jobs).then(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    const link = document.createElement('a');
    link.href = '/export.csv?' + mark;
    link.download = 'export-' + mark + '.csv';
    document.body.append(link);
    if (ask.has('probe')) link.click();
    fetch('/report?' + encodeURIComponent(JSON.stringify(seen)));
});
</script>
"""


class Web(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = urllib.parse.unquote(self.path)
        note(self.server.name, path=path, host=self.headers.get("Host"), cookie=self.headers.get("Cookie"))
        body, kind = b"", "text/html; charset=utf-8"
        if path.startswith("/visit"):
            body = PAGE.encode()
        elif path.startswith("/export.csv"):
            body, kind = b"a,b\n", "text/csv"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if kind == "text/csv":
            self.send_header("Content-Disposition", "attachment")
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *rest):
        pass


class Six(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6


def listen(server, name):
    server.name = name
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def hear(server, address):
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(address)

    def loop():
        while True:
            text = listener.recv(4096)
            if server == "udp" or b"dns-probe" in text:
                note(server, path=text[:64].hex())

    threading.Thread(target=loop, daemon=True).start()
    return listener.getsockname()[1]


ports = {"origin": listen(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web), "origin")}
ports["other"] = listen(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web), "other")
ports["udp"] = hear("udp", ("127.0.0.1", 0))
for start in (lambda: listen(Six(("::1", ports["other"]), Web), "other"), lambda: hear("dns", ("127.0.0.1", 53))):
    try:
        start()
    except OSError:
        pass  # no IPv6 here, or port 53 is not ours
print(json.dumps(ports), flush=True)
threading.Event().wait()
