#!/usr/bin/env python3
"""order.py PROGRAM FILE: the functions and the data that short commands and the first frame use, for the linker.

What is used at a start lies scattered over twenty megabytes otherwise, and every page of it is a page fault, two for
one that is read before it is written. The program must keep its symbols (WITH_SYMBOLS=1). Nothing breaks where the list
is old: the linker leaves out what it does not find, and puts what is not listed after it.
"""
import bisect
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

DEMO = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "CShipped" / "demo.yaml"
COMMANDS = [
    *(["check", surface] for surface in ("anthropic.claude-api", "moonshot.kimi-chat", "proton.lumo")),
    ["check", "moonshot.openplatform-api", "--json"], ["prompt"], ["why", "anthropic.claude-api"], ["matrix"],
    ["current"], ["due"],
]
KEYS = [b"j", b"k", b"\r", b"2", b"j", b"l", b"3", b"1", b"q"]


def functions(profile):
    """The names in a callgrind profile, in the order in which they were first called."""
    names = re.findall(r"^c?fn=\(\d+\) (\S+)", profile.read_text(encoding="utf-8", errors="replace"), re.M)
    return [re.sub(r"('\d+|@@.*)$", "", name) for name in names]


def profiled(program, arguments, profile):
    return ["valgrind", "--tool=callgrind", "-q", "--demangle=no", f"--callgrind-out-file={profile}", program, *arguments]


def touched(trace):
    """The addresses in a trace of lackey that were read or written, eight bytes each, in the order of the first time."""
    found = {}
    with open(trace, encoding="ascii", errors="replace") as lines:
        for line in lines:
            if line[0] == " ":
                found.setdefault(line[3:].partition(",")[0][:-1])
    return [int(address + "0", 16) for address in found if address]


def data(symbols, addresses):
    """The names of what lies at addresses, large tables last: one page of them is used and not all."""
    sized = sorted((int(parts[0], 16), int(parts[1], 16), parts[3]) for line in symbols.splitlines()
                   if len(parts := line.split()) == 4 and parts[2] in "bBdDrRvV")
    starts = [start for start, _, _ in sized]
    found = {}
    for address in addresses:
        # Sixteen bytes each: any of the symbols in them.
        place = bisect.bisect_left(starts, address + 16) - 1
        while place >= 0 and starts[place] + sized[place][1] > address:
            found.setdefault(sized[place][2], sized[place][1])
            place -= 1
    return sorted(found, key=lambda name: found[name] > 1 << 14)


def traced(program, arguments, trace):
    return ["valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={trace}", program, *arguments]


def interface(command, environment, keys=KEYS):
    """Opens the interface, presses keys, and leaves it."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, {**environment, "TERM": "xterm-256color"})
    keys = list(keys)
    quiet_since = time.monotonic()
    while True:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                if not os.read(terminal, 65536):
                    break
            except OSError:
                break
            quiet_since = time.monotonic()
        elif keys and time.monotonic() - quiet_since > 3:
            os.write(terminal, keys.pop(0))
            quiet_since = time.monotonic()
    os.waitpid(child, 0)


def main():
    program, file = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        small = os.path.join(folder, "bulkhead")
        subprocess.run(["strip", "--strip-debug", "-o", small, program], check=True)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("BULKHEAD_")}
        environment = {**kept, "BULKHEAD_HOME": os.path.join(folder, "home"), "LC_ALL": "C.UTF-8"}
        quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([small, "import", DEMO], check=True, **quiet)
        clients = subprocess.run([small, "client", "list"], env=environment, check=True, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines()
        commands = [[*command, "--for", client.split()[0]] for client in clients for command in COMMANDS[:3]]
        subprocess.run([small, "use", clients[0].split()[0]], check=True, **quiet)
        found = {}
        profile = pathlib.Path(folder, "profile")
        for command in commands + COMMANDS[3:]:
            ended = subprocess.run(profiled(small, command, profile), **quiet)
            if ended.returncode in (2, 3, 4):
                sys.exit(f"order.py: {' '.join(command)} ended with {ended.returncode}")
            found.update(dict.fromkeys(functions(profile)))
        interface(profiled(small, [], profile), environment)
        found.update(dict.fromkeys(functions(profile)))
        symbols = subprocess.run(["nm", "-S", small], check=True, text=True, stdout=subprocess.PIPE).stdout
        known = {line.split()[-1] for line in symbols.splitlines()}
        names = [name for name in found if name in known]
        used = {}
        for command in [*commands[:3], *COMMANDS[3:5]]:
            subprocess.run(traced(small, command, profile), **quiet)
            used.update(dict.fromkeys(touched(profile)))
        interface(traced(small, [], profile), environment, [b"q"])
        used.update(dict.fromkeys(touched(profile)))
        tables = data(symbols, used)
    pathlib.Path(file).write_text("\n".join([*names, *tables]) + "\n", encoding="utf-8")
    print(f"{len(names)} functions, {len(tables)} pieces of data")


if __name__ == "__main__":
    main()
