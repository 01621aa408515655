#!/usr/bin/env python3
"""Times terminal programs side by side in a pty.

First frame: from fork to the words that the program's first screen holds. Key: from the press to the end of what
it repaints (the last output before 5 ms of quiet). Then ten idle seconds: bytes written, times a thread was
scheduled, CPU. Memory is the peak of the process. Runs are interleaved. Last, ways to end: is the terminal as it
was?
"""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=!]*[ -/]*[@-~]|\x1b[()][A-Za-z0-9]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
                     rb"|\x1b[=>78cDEHM]|\x0f|\x0e")


class Program:
    """A program under a terminal of its own."""

    def __init__(self, command, folder=None, environment=None):
        self.output = bytearray()
        self.master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.before = termios.tcgetattr(terminal)
        self.terminal = terminal
        variables = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", **(environment or {}))
        variables.pop("LINES", None), variables.pop("COLUMNS", None)
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(terminal, descriptor)
            os.closerange(3, 64)
            if folder:
                os.chdir(folder)
            try:
                os.execvpe(command[0], command, variables)
            finally:
                os._exit(127)

    def read(self, patience):
        """Takes what is written within so many seconds; None when nothing is."""
        if not select.select([self.master], [], [], patience)[0]:
            return None
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return None
        self.output += data
        return time.perf_counter() if data else None

    def until(self, words, patience=20):
        deadline = time.perf_counter() + patience
        while time.perf_counter() < deadline:
            at = self.read(0.5)
            if at and words in ESCAPES.sub(b"", bytes(self.output)):
                return at
        raise SystemExit(f"no {words!r} in {bytes(self.output[-600:])!r}")

    def settle(self, quiet=0.3, most=5):
        deadline = time.perf_counter() + most
        while time.perf_counter() < deadline and self.read(quiet):
            pass

    def press(self, key):
        """Milliseconds from a key to the end of what it repaints; None where nothing is."""
        begun = time.perf_counter()
        os.write(self.master, key)
        last = self.read(1)
        while last and (at := self.read(0.005)):
            last = at
        return last and (last - begun) * 1000

    def threads(self):
        """CPU milliseconds, and how often a thread was scheduled."""
        busy = turns = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/schedstat") as file:
                ran, _, times = file.read().split()
            busy += int(ran)
            turns += int(times)
        return busy / 1e6, turns

    def peak(self):
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def wait(self, patience=5):
        """The wait status when it ends in time, else None."""
        deadline = time.perf_counter() + patience
        while time.perf_counter() < deadline:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0.02):
                    pass
                self.pid = 0
                return status
        return None

    def restored(self):
        """What of the terminal is not as it was."""
        faults = []
        # VLNEXT and its like are kept by the kernel; the modes are what a shell would suffer from.
        if termios.tcgetattr(self.terminal)[:4] != self.before[:4]:
            faults.append("modes")
        pairs = [(b"?1049h", b"?1049l"), (b"?2004h", b"?2004l"), (b"?25l", b"?25h"), (b"1000h", b"1000l")]
        for on, off in pairs:
            if self.output.rfind(on) > self.output.rfind(off):
                faults.append(on.decode())
        return faults

    def close(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)
        os.close(self.terminal)


def spread(values):
    if not values:
        return "-"
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{ordered[0]:.2f} {statistics.median(ordered):.2f} {high:.2f}"


def measure(programs, rounds, idle):
    """Prints one line a program; returns the medians of first frame and key, and the peaks."""
    first = {name: [] for name in programs}
    keys = {name: [] for name in programs}
    peaks = {name: 0 for name in programs}
    for turn in range(rounds + 2):
        for name, (command, words, strokes, folder, environment) in programs.items():
            program = Program(command, folder, environment)
            at = program.until(words)
            # Two rounds fill the caches of the file system.
            if turn >= 2:
                first[name].append((at - program.began) * 1000)
            program.settle()
            for key in strokes * 5:
                took = program.press(key)
                if took and turn >= 2:
                    keys[name].append(took)
                program.settle(0.02, 0.5)
            peaks[name] = max(peaks[name], program.peak())
            program.close()
    quiet = {}
    for name, (command, words, _, folder, environment) in programs.items():
        program = Program(command, folder, environment)
        program.until(words)
        program.settle(1.5, 6)
        written, (busy, turns) = len(program.output), program.threads()
        end = time.perf_counter() + idle
        while time.perf_counter() < end:
            program.read(max(0, end - time.perf_counter()))
        later = program.threads()
        quiet[name] = (len(program.output) - written, later[1] - turns, later[0] - busy)
        program.close()
    idling = f"idle {idle} s: bytes, turns, CPU ms"
    print(f"{'':22} first frame, ms       key to repaint, ms    {idling}   peak MB")
    print(f"{'':22} min median p95        min median p95")
    for name in programs:
        bytes_, turns, busy = quiet[name]
        print(f"{name:22} {spread(first[name]):21} {spread(keys[name]):21} {bytes_:>14} {turns:6} {busy:8.2f}"
              f" {peaks[name]:14.1f}")
    return ({name: statistics.median(values) for name, values in first.items()},
            {name: sorted(values) for name, values in keys.items()}, peaks, quiet)


def work(command, environment):
    """CPU milliseconds of each key on the screens of a large ledger: {screen: [ms, …]}."""
    program = Program(command, None, environment)
    program.until(b"Client 0")

    def rest():
        # Until no thread works any more, however long that takes.
        before = None
        while (now := program.threads()[0]) != before:
            before = now
            program.settle(0.15, 5)
        return now

    begun = rest()
    spent = {}
    for screen, way, keys in [
        ("home", [], [b"j", b"k", b"j", b"j", b"\x1b[6~", b"\x1b[6~", b"\x1b[5~", b"G", b"g"]),
        ("filter as you type", [b"/"], [bytes([letter]) for letter in b"client 99\x7f8 secret"]),
        ("matrix", [b"\x1b", b"2"], [b"l", b"j", b"l", b"l", b"j", b"k", b"h", b"f", b"f", b"\x1b[6~"]),
        ("timeline", [b"5"], [b"j", b"j", b"k", b"\x1b[6~", b"G", b"/", b"n", b"d", b"a"]),
    ]:
        for key in way:
            os.write(program.master, key)
            begun = rest()
        for key in keys:
            os.write(program.master, key)
            after = rest()
            spent.setdefault(screen, []).append(after - begun)
            begun = after
    spent["peak MB"] = [program.peak()]
    program.close()
    return spent


def endings(program_line):
    """Ends the program in every way there is; returns the faults found."""
    command, words, _, folder, environment = program_line
    faults = []
    for way in ["q", "Ctrl-C", "TERM", "HUP", "INT", "SEGV", "ABRT"]:
        program = Program(command, folder, environment)
        program.until(words)
        program.settle()
        if way == "q":
            os.write(program.master, b"q")
        elif way == "Ctrl-C":
            os.write(program.master, b"\x03")
        else:
            os.kill(program.pid, getattr(signal, f"SIG{way}"))
        status = program.wait()
        left = ["does not end"] if status is None else program.restored()
        ended = "" if status is None else f"status {os.waitstatus_to_exitcode(status)}"
        print(f"  {way:7} {ended:12} {', '.join(left) or 'terminal as it was'}")
        faults += [f"{way}: {fault}" for fault in left]
        program.close()
    return faults


def main():
    bulkhead, floor, small, large, largest, tree, rounds, lazygit = sys.argv[1:9]
    home = {"HOME": tree, "XDG_CONFIG_HOME": f"{tree}/.config", "XDG_DATA_HOME": f"{tree}/.local"}
    arrows = [b"j", b"k"]
    ours = [bulkhead, "--home", small]
    programs = {
        "bulkhead, 200": (ours, b"Client 0001", arrows, None, home),
        "bulkhead, 10,000": ([bulkhead, "--home", large], b"Client 0001", arrows, None, home),
        "C floor, 200": ([floor, f"{small}/ledger.sqlite"], b"Client 0001", arrows, None, home),
        "C floor, 10,000": ([floor, f"{large}/ledger.sqlite"], b"Client 0001", arrows, None, home),
        "htop": (["htop"], b"Help", [b"\x1bOB", b"\x1bOA"], None, home),
        "tig": (["tig"], b"Commit 199", arrows, f"{tree}/repository", home),
        "ncdu": (["ncdu", f"{tree}/repository"], b"Total", arrows, None, home),
        "calcurse": (["calcurse", "-D", f"{tree}/calcurse"], b"Calendar", [b"l", b"h"], None, home),
    }
    if lazygit != "-":
        programs["lazygit-py"] = ([lazygit], b"Status", arrows, f"{tree}/repository", home)
    first, keys, _, quiet = (results := measure(programs, int(rounds), 10))
    peaks = results[2]
    print("\nHow it ends, and what the terminal is like then:")
    faults = endings(programs["bulkhead, 200"])

    def high(values):
        return values[min(len(values) - 1, int(len(values) * 0.95))] if values else float("inf")

    def middle(values):
        return statistics.median(values) if values else float("inf")

    one, floors = "bulkhead, 200", "C floor, 200"
    limits = [
        ("first frame to the C floor", first[one] / first[floors], 1.5),
        ("first frame to tig", first[one] / first["tig"], 0.5),
        ("key, median, to the C floor", middle(keys[one]) / middle(keys[floors]), 2),
        ("key, 95th percentile, to the C floor", high(keys[one]) / high(keys[floors]), 2),
        ("first frame with 10,000 clients to 200", first["bulkhead, 10,000"] / first[one], 1.3),
        ("peak memory to the C floor", peaks[one] / peaks[floors], 5),
    ]
    print("\nWork of a key with 10,000 clients, 50,000 engagements, 200,000 obligations, CPU ms:")
    for screen, values in work([bulkhead, "--home", largest], home).items():
        print(f"  {screen:22} {spread(values)}")
        if screen != "peak MB":
            limits.append((f"work of a key, {screen}, ms", max(values), 16))
    if lazygit != "-":
        limits.append(("first frame to lazygit", first[one] / first["lazygit-py"], 0.1))
    print("\nLimits:")
    for what, ratio, limit in limits:
        print(f"  {what:42} {ratio:6.2f}  at most {limit}  {'ok' if ratio <= limit else 'MISSED'}")
        if ratio > limit:
            faults.append(what)
    if any(quiet[one]):
        faults.append(f"idle: {quiet[one]}")
    for fault in faults:
        print(f"MISSED: {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
