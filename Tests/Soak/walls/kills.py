"""Starts real sessions and kills -9 one or several of their processes at a random moment: kills.py PROGRAM ROUNDS SEED.

After each kill, and before anything looks at the sessions: no process of the session survives, and the lock is free.
After the next look, every row is closed. At the end, the client's home holds all that its sessions wrote.
Prints how long after the kill the lock was free; a round fails where that is more than 100 ms.
"""

import fcntl
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, ROUNDS = os.path.abspath(sys.argv[1]), int(sys.argv[2])
HOME = tempfile.mkdtemp(prefix="bulkhead-soak-")
LOCK = HOME + "/active.lock"
WORK = HOME + "/work"
LINE = ["caller", "supervisor", "keeper", "bubblewrap", "first process", "command"]
TOGETHER = {"supervisor and keeper": slice(1, 3), "supervisor to bubblewrap": slice(1, 4), "all of them": slice(1, None)}
KINDS = LINE + list(TOGETHER)
DUE, PATIENCE = 0.1, 5.0
failures = []


def bulkhead(*arguments):
    return subprocess.run(
        [PROGRAM, *arguments], env={"BULKHEAD_HOME": HOME, "PATH": "/usr/bin:/bin", "HOME": HOME},
        capture_output=True, text=True, stdin=subprocess.DEVNULL)


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def with_mark(mark):
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                if mark.encode() in file.read():
                    found.append(int(name))
        except OSError:
            pass
    return found


def starts(caller):
    """Whether anything that the caller has started lives: all of it is in the session of processes that it leads."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                if int(file.read().rpartition(")")[2].split()[3]) == caller:
                    return True
        except OSError:
            pass
    return False


def is_free():
    with open(LOCK, "a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            return False


def wait_until_free(began):
    while not is_free():
        if time.monotonic() - began > PATIENCE:
            return None
        time.sleep(0.0005)
    return time.monotonic() - began


def start(mark):
    """A shell that calls `bulkhead run`, and so is the caller; the command writes what the profile must keep."""
    script = f"echo {mark} >> ~/kept; touch running-{mark}; setsid sleep {mark} & sleep {mark}"
    caller = subprocess.Popen(
        ["/bin/sh", "-c", '"$@"; exit 0', "sh", PROGRAM, "run", "--for", "nor/job", "--", "sh", "-c", script],
        env={"BULKHEAD_HOME": HOME, "PATH": "/usr/bin:/bin", "HOME": HOME, "SWIFT_BACKTRACE": "enable=no"},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    return caller


def family(caller):
    """The caller, and below it each time the first child: supervisor, keeper, bubblewrap, first process, command."""
    line = [caller.pid]
    while len(line) < len(LINE):
        below = children(line[-1])
        if not below:
            break
        line.append(below[0])
    return line


def one_round(number, times):
    mark = f"{900000 + number}.{os.getpid()}"
    caller = start(mark)
    if random.random() < 0.5:
        deadline = time.monotonic() + 20
        while not os.path.exists(f"{WORK}/running-{mark}") and time.monotonic() < deadline:
            time.sleep(0.002)
    time.sleep(random.random() * 0.06)
    line = family(caller)
    killed = random.choice(LINE[:len(line)] + (list(TOGETHER) if len(line) > 2 else []))
    victims = line[TOGETHER[killed]] if killed in TOGETHER else [line[LINE.index(killed)]]
    for victim in victims:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass  # It died with one of the others.
    began = time.monotonic()
    if killed == "caller":
        # The session is not the caller's: it lives on, or starts still, and ends when it is told to.
        caller.wait()
        deadline = time.monotonic() + 20
        while not os.path.exists(f"{WORK}/running-{mark}") and starts(caller.pid) and time.monotonic() < deadline:
            time.sleep(0.002)
        bulkhead("stop")
        began = time.monotonic()
    took = wait_until_free(began)
    while took is not None and with_mark(mark) and time.monotonic() - began < PATIENCE:
        time.sleep(0.001)
    left = with_mark(mark)
    caller.wait()
    if took is None or left:
        failures.append(f"round {number}, {killed} killed: lock {'held' if took is None else 'free'}, left {left}")
    else:
        times.setdefault(killed, []).append(took)
        if took > DUE:
            failures.append(f"round {number}, {killed} killed: the lock was free after {took * 1000:.0f} ms")
    rows = json.loads(bulkhead("sessions", "--json").stdout)["sessions"]
    if any(row["end"] is None for row in rows):
        failures.append(f"round {number}, {killed} killed: a row is open")


def background():
    """Started by a shell that is gone at once, without a terminal: it lives for 20 s and more."""
    command = f'setsid nohup "{PROGRAM}" run --for nor/job -- sh -c "touch alive; sleep 25; touch finished" &'
    subprocess.run(
        ["/bin/sh", "-c", command], env={"BULKHEAD_HOME": HOME, "PATH": "/usr/bin:/bin", "HOME": HOME},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(WORK + "/alive"):
        time.sleep(0.01)
    time.sleep(20)
    if is_free():
        failures.append("a session in the background did not live for 20 s")
    while not is_free():
        time.sleep(0.1)
    if not os.path.exists(WORK + "/finished"):
        failures.append("a session in the background did not finish")


def main():
    random.seed(int(sys.argv[3]))
    os.makedirs(WORK)
    bulkhead("init")
    bulkhead("client", "add", "nor", "--name", "Nordlys", "--tag", "NOR")
    added = bulkhead("engagement", "add", "nor/job", "--title", "Job", "--directory", WORK)
    if added.returncode:
        sys.exit(added.stderr)
    times = {}
    for number in range(ROUNDS):
        one_round(number, times)
    background()
    kept = bulkhead("run", "--for", "nor/job", "--", "sh", "-c", "cat ~/kept").stdout.split()
    started = [name.removeprefix("running-") for name in os.listdir(WORK) if name.startswith("running-")]
    lost = set(started) - set(kept)
    if lost:
        failures.append(f"the home lost what {len(lost)} sessions wrote")
    for kind in KINDS:
        took = sorted(times.get(kind, []))
        if took:
            print(
                f"{kind}: {len(took)} kills, lock free after {statistics.median(took) * 1000:.1f} ms (median), "
                f"{took[-1] * 1000:.1f} ms (most)")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{ROUNDS} rounds, {len(started)} commands had started, {len(kept)} lines kept, {len(failures)} failures")
    print("\n".join(failures))
    shutil.rmtree(HOME, ignore_errors=True)
    sys.exit(1 if failures else 0)


main()
