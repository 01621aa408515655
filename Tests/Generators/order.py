#!/usr/bin/env python3
"""order.py PROGRAM FILE: the functions that short commands and the first frame run, for the linker.

What runs at a start lies scattered over twenty megabytes otherwise, and every page of it is a page fault. The program
must keep its symbols (WITH_SYMBOLS=1). Nothing breaks where the list is old: the linker leaves out what it does not
find, and puts what is not listed after it.
"""
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


def interface(command, environment):
    """Opens the interface, presses keys, and leaves it."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, {**environment, "TERM": "xterm-256color"})
    keys = list(KEYS)
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
        symbols = subprocess.run(["nm", small], check=True, text=True, stdout=subprocess.PIPE).stdout
        known = {line.split()[-1] for line in symbols.splitlines()}
        names = [name for name in found if name in known]
    pathlib.Path(file).write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} functions")


if __name__ == "__main__":
    main()
