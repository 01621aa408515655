"""Measures the door of a session beside other proxies; see bench.

Usage: egress.py BULKHEAD SCRATCH MITMDUMP|- ROUNDS [PART...], in a network namespace where it may do all. Every figure is the
median of interleaved rounds.
"""
import fcntl, http.server, os, pathlib, shutil, signal, socket, statistics, struct, subprocess, sys, threading, time

BULKHEAD, SCRATCH, MITMDUMP, ROUNDS = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
PUBLIC, HOST = "203.0.113.7", "h500.bench.test"
HOSTS = [f"h{number}.bench.test" for number in range(1000)]
LOAD = str(SCRATCH / "load")
JOB = SCRATCH / "job"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
ENV = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": str(SCRATCH), "BULKHEAD_HOME": str(SCRATCH / "ledger"),
       "XDG_CONFIG_HOME": str(SCRATCH / "config"), "XDG_RUNTIME_DIR": str(SCRATCH / "runtime"), "LANG": "C.UTF-8"}
rows = []


def bring_up(name, address):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8916, struct.pack("16sHH4s8x", name, socket.AF_INET, 0, socket.inet_aton(address)))
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", name, 0x1 | 0x40))


def load(*words):
    return subprocess.run([LOAD, *map(str, words)], check=True, text=True, stdout=subprocess.PIPE).stdout


def bulkhead(*words):
    subprocess.run([BULKHEAD, *words], check=True, env=ENV, **QUIET)


def peak(pids):
    """The most memory that any of these processes ever had resident, in MiB."""
    most = 0
    for pid in pids:
        try:
            text = pathlib.Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        most = max(most, *(int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmHWM")), 0)
    return most


def family(pid):
    found = [pid]
    for parent in found:
        for task in pathlib.Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


class Peer:
    """A proxy that listens on a port of this network."""

    def __init__(self, name, port, command):
        self.name, self.port, self.command, self.process = name, port, command, None

    def start(self):
        started = time.monotonic_ns()
        self.process = subprocess.Popen(self.command, env=ENV, **QUIET)
        return (int(load("ready", self.port, HOST, 443)) - started) / 1e6

    def stop(self):
        for pid in reversed(family(self.process.pid)):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, what, *words):
        return load(what, self.port, *words)

    def peak(self):
        return peak(family(self.process.pid))


class Session:
    """A session whose command does what it is told through a pipe in the job's folder."""

    LOOP = "while read -r line < {0}; do ./load $line > {1}; done"

    def __init__(self, name, surface, host):
        self.name, self.surface, self.host, self.process = name, surface, host, None
        self.pipes = [f"ask-{surface}", f"answer-{surface}"]

    def run(self, *command):
        words = [BULKHEAD, "run", "--for", "c/e", "--surface", self.surface, "--", *command]
        return subprocess.Popen(words, env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)

    def once(self):
        started = time.monotonic_ns()
        text = self.run("./load", "ready", "3128", self.host, "443").communicate()[0]
        return (int(text) - started) / 1e6

    def start(self):
        for pipe in self.pipes:
            if not (JOB / pipe).exists():
                os.mkfifo(JOB / pipe)
        self.process = self.run("sh", "-c", self.LOOP.format(*self.pipes))
        return 0

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def ask(self, what, host, *words):
        with open(JOB / self.pipes[0], "w") as pipe:
            pipe.write(" ".join(map(str, [what, 3128, self.host, *words])) + "\n")
        with open(JOB / self.pipes[1]) as pipe:
            return pipe.read()

    def peak(self):
        return peak([self.process.pid])


def peers():
    (SCRATCH / "filter").write_text("".join(f"^{host}$\n".replace(".", "\\.") for host in HOSTS))
    (SCRATCH / "tinyproxy.conf").write_text(
        f'Port 8881\nListen 127.0.0.1\nTimeout 60\nMaxClients 400\nFilter "{SCRATCH}/filter"\nFilterType ere\n'
        "FilterDefaultDeny Yes\nConnectPort 443\nConnectPort 80\nLogLevel Critical\n")
    (SCRATCH / "allowed").write_text("\n".join(HOSTS) + "\n")
    (SCRATCH / "squid.conf").write_text(
        f'acl allowed dstdomain "{SCRATCH}/allowed"\nacl web port 80 443\nhttp_access deny !web\n'
        "http_access allow allowed\nhttp_access deny all\nhttp_port 127.0.0.1:8882\ncache deny all\naccess_log none\n"
        f"cache_log /dev/null\ncache_store_log none\npid_filename {SCRATCH}/squid.pid\ncoredump_dir {SCRATCH}\n"
        "shutdown_lifetime 0 seconds\npinger_enable off\nnetdb_filename none\n")
    (SCRATCH / "allow.py").write_text(
        "from mitmproxy import http\n"
        f"ALLOWED = set(open('{SCRATCH}/allowed').read().split())\n"
        "def check(flow):\n"
        "    if flow.request.host not in ALLOWED:\n"
        "        flow.response = http.Response.make(403)\n"
        "http_connect = check\nrequest = check\n")
    found = [Peer("tinyproxy", 8881, ["tinyproxy", "-d", "-c", str(SCRATCH / "tinyproxy.conf")]),
             # Squid refuses to be root, which this namespace is.
             Peer("squid", 8882, ["unshare", "--user", "--map-user=1000", "--map-group=1000", "squid", "-N", "-f",
                                  str(SCRATCH / "squid.conf")])]
    if MITMDUMP != "-":
        found.append(Peer("mitmproxy", 8883, [
            MITMDUMP, "-q", "--listen-host", "127.0.0.1", "-p", "8883", "--ignore-hosts", ".*", "--set",
            f"confdir={SCRATCH}/mitm", "--set", "stream_large_bodies=1", "-s", str(SCRATCH / "allow.py")]))
    return found


def row(what, figures, unit, goals=()):
    """A line of the table: a figure for each proxy, and the ratios of ours to those that a goal names."""
    cells = "  ".join(f"{name} {value:.2f}" for name, value in figures.items())
    print(f"{what} ({unit}): {cells}")
    ours = figures["bulkhead"]
    for name, kind, bound in goals:
        if name in figures:
            ratio = ours / figures[name]
            met = ratio <= bound if kind == "at most" else ratio >= bound
            print(f"    {ratio:.3f} of {name}'s; goal {kind} {bound}: {'met' if met else 'MISSED'}")


def measure_proxies():
    many, few = Session("bulkhead", "bench.many", HOST), Session("one host", "bench.few", HOST)
    all_peers = peers()
    proxies = [many, few] + all_peers
    ready = {"bulkhead": [many.once() for _ in range(5)]}
    for peer in all_peers:
        ready[peer.name] = []
        for _ in range(5 if peer.name != "mitmproxy" else 2):
            ready[peer.name].append(peer.start())
            peer.stop()
    for proxy in proxies:
        proxy.start()
    for proxy in proxies:
        proxy.ask("ready", HOST, 443)
    fresh = {proxy.name: [] for proxy in proxies}
    kept = {proxy.name: [] for proxy in proxies}
    straight, straight_kept = [], []
    for number in range(ROUNDS):
        straight.append(float(load("tunnels", 0, PUBLIC, 443, 300)))
        straight_kept.append(float(load("kept", 0, PUBLIC, 443, 16, 400)))
        # Each round begins with another, for what one of them leaves to the next.
        first = number % len(proxies)
        for proxy in proxies[first:] + proxies[:first]:
            fresh[proxy.name].append(float(proxy.ask("tunnels", HOST, 443, 300 if proxy.name != "mitmproxy" else 40)))
            kept[proxy.name].append(float(proxy.ask("kept", HOST, 443, 16, 400)))
    base = statistics.median(straight)
    added = {name: statistics.median(values) - base for name, values in fresh.items()}
    kept = {name: statistics.median(values) for name, values in kept.items()}
    print(f"straight: a new connection with one request {base:.1f} µs, 16 kept {statistics.median(straight_kept):.0f}/s")
    row("added by a new tunnel, p50", added, "µs", [
        ("squid", "at most", 1.5), ("mitmproxy", "at most", 0.1), ("one host", "at most", 1.1)])
    row("16 kept tunnels", kept, "requests/s", [("squid", "at least", 0.85), ("one host", "at least", 1 / 1.1)])
    row("ready, from the start of the process", {name: statistics.median(v) for name, v in ready.items()}, "ms",
        [("squid", "at most", 1)])
    row("peak memory", {p.name: p.peak() for p in proxies}, "MiB", [("squid", "at most", 1)])
    delays = {proxy.name: proxy.ask("events", HOST, 80).split() for proxy in proxies}
    for index, way in enumerate(("a tunnel", "plain HTTP")):
        row(f"greatest delay of an event through {way}", {n: float(v[index]) for n, v in delays.items()}, "ms")
    for proxy in proxies:
        proxy.stop()


class Page(http.server.BaseHTTPRequestHandler):
    arrived = {}
    changed = threading.Condition()

    def do_GET(self):
        with Page.changed:
            Page.arrived.setdefault(self.path, time.monotonic())
            Page.changed.notify_all()
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *rest):
        pass


def bare_browsers(profile):
    """Each browser's command line without a wall, with the settings that a session gives it."""
    # Chromium runs as root nowhere; a user namespace and nothing else gives it another number.
    outer = ["bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "1000", "--gid", "1000"]
    return {
        "chromium": outer + [
            "/usr/lib/chromium/chromium", f"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check",
            "--disable-sync", "--password-store=basic", "--disable-extensions", "--disable-component-update",
            "--log-level=3", "--disable-background-networking", "--ozone-platform=x11"],
        "firefox": outer + ["/usr/lib/firefox-esr/firefox-esr", "--profile", str(profile), "--new-instance", "--no-remote"]}


def first_request(name, words, path, is_walled):
    """Milliseconds from the start of a browser to its request for a path; it is ended as its user would end it."""
    Page.arrived.pop(path, None)
    started = time.monotonic()
    process = subprocess.Popen(words, env=ENV, stdin=subprocess.DEVNULL, **QUIET)
    with Page.changed:
        there = Page.changed.wait_for(lambda: path in Page.arrived, 60)
    if not there:
        print(f"{name} never asked for its page")
        sys.exit(1)
    time.sleep(0.7)
    if is_walled:
        process.terminate()
    else:
        os.kill(family(process.pid)[1], signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        for pid in reversed(family(process.pid)):
            os.kill(pid, signal.SIGKILL)
        process.wait()
    time.sleep(0.3)
    return (Page.arrived[path] - started) * 1e3


def measure_browser():
    screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1000x700x24", "-nolisten", "tcp"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    ENV["DISPLAY"] = ":" + screen.stdout.readline().strip()
    server = http.server.ThreadingHTTPServer((PUBLIC, 8080), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    profile, compartments = SCRATCH / "bare", SCRATCH / "ledger" / "compartments"
    for browser, bare in bare_browsers(profile).items():
        if not os.path.exists(next(word for word in bare if word.startswith("/usr/lib/"))):
            print(f"{browser} left out: not installed")
            continue
        for state in ("used", "fresh"):
            taken = {"bare": [], "walled": []}
            shutil.rmtree(profile, ignore_errors=True)
            for number in range(ROUNDS + 1):
                for name in ("bare", "walled") if number % 2 else ("walled", "bare"):
                    if state == "fresh":
                        for used in [profile, *compartments.glob("*/*/home/profile")]:
                            shutil.rmtree(used, ignore_errors=True)
                    profile.mkdir(exist_ok=True)
                    path = "/walled" if name == "walled" else f"/bare-{browser}-{state}-{number}"
                    words = bare + [f"http://h0.bench.test:8080{path}"] if name == "bare" else [
                        BULKHEAD, "launch", "bench.page", "--for", "c/e", "--browser", browser]
                    took = first_request(f"{name} {browser}", words, path, name == "walled")
                    if number:
                        taken[name].append(took)
            bare_ms, walled_ms = (statistics.median(taken[name]) for name in ("bare", "walled"))
            ratio = walled_ms / bare_ms
            print(f"{browser}'s first request, {state} profile (ms): bare {bare_ms:.0f}  walled {walled_ms:.0f}")
            print(f"    {ratio:.3f} of bare; goal at most 1.1: {'met' if ratio <= 1.1 else 'MISSED'}")
    screen.terminate()


for folder in (JOB, SCRATCH / "config", SCRATCH / "runtime"):
    folder.mkdir(mode=0o700, exist_ok=True)
shutil.copy(LOAD, JOB / "load")
bring_up(b"lo", "127.0.0.1")
bring_up(b"lo:1", PUBLIC)
for port in (80, 443):
    server = subprocess.Popen([LOAD, "serve", PUBLIC, str(port)], stdout=subprocess.PIPE)
    server.stdout.readline()
bulkhead("init")
bulkhead("client", "add", "c", "--name", "C", "--tag", "CCC")
bulkhead("engagement", "add", "c/e", "--title", "E", "--data", "public", "--directory", str(JOB))
for surface, hosts, start in (("many", ",".join(HOSTS), ["--command", "load"]), ("few", HOST, ["--command", "load"]),
                              ("page", "h0.bench.test:8080", ["--browser", "http://h0.bench.test:8080/walled"])):
    bulkhead("surface", "add", f"bench.{surface}", "--name", surface, "--hosts", hosts, *start,
             "--fact", "commercial_use=yes", "--source", "https://example.org/terms")
parts = sys.argv[5:] or ["proxies", "browsers"]
try:
    if "proxies" in parts:
        measure_proxies()
    if "browsers" in parts:
        measure_browser()
finally:
    for pid in reversed(family(os.getpid())[1:]):
        os.kill(pid, signal.SIGKILL)
