#!/usr/bin/env python3
"""Pictures of the real program for the README, as SVG: pictures.py PROGRAM FOLDER

Runs the demo in tmux, goes to each screen by keys, and draws the pane's cells with their colors. Needs tmux alone.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
import unicodedata
from html import escape

COLUMNS, ROWS = 100, 28
WIDTH, HEIGHT = 8.4, 18
PAGE, TEXT = "#16181d", "#d7dae0"
ANSI = [
    "#16181d", "#e06c75", "#8ebd6b", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0",
    "#7f8694", "#ff7b86", "#a5d67f", "#f0d48a", "#7fc1ff", "#d894ea", "#6fd0dc", "#ffffff",
]
# What is shown: a name, the keys that lead there, and a text that is on the screen then.
SCREENS = [
    ("home", "", "Next dates"),
    ("matrix", "2 Down", "Claude API"),
    ("why", "2 Right Down Enter", "How the answer was reached"),
]


def color(codes, fallback):
    """The color that a list of SGR parameters behind 38 or 48 names."""
    if codes[0] == 5:
        number = codes[1]
        if number < 16:
            return ANSI[number]
        if number > 231:
            return "#" + f"{8 + 10 * (number - 232):02x}" * 3
        parts = [(number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6]
        return "#" + "".join(f"{0 if part == 0 else 55 + 40 * part:02x}" for part in parts)
    if codes[0] == 2:
        return "#" + "".join(f"{part:02x}" for part in codes[1:4])
    return fallback


class Look:
    """The attributes of the next cell."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.ink, self.ground = None, None
        self.bold = self.dim = self.underline = self.reverse = False

    def take(self, codes):
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.reset()
            elif code in (1, 2, 4, 7):
                setattr(self, {1: "bold", 2: "dim", 4: "underline", 7: "reverse"}[code], True)
            elif code == 22:
                self.bold = self.dim = False
            elif code in (24, 27):
                setattr(self, {24: "underline", 27: "reverse"}[code], False)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.ink = ANSI[code - 30 if code < 90 else code - 82]
            elif 40 <= code <= 47 or 100 <= code <= 107:
                self.ground = ANSI[code - 40 if code < 100 else code - 92]
            elif code in (38, 48) and codes:
                length = 2 if codes[0] == 5 else 4
                found = color(codes[:length], TEXT)
                del codes[:length]
                if code == 38:
                    self.ink = found
                else:
                    self.ground = found
            elif code == 39:
                self.ink = None
            elif code == 49:
                self.ground = None

    @property
    def colors(self):
        ink, ground = self.ink or TEXT, self.ground
        if self.reverse:
            ink, ground = ground or PAGE, ink
        return ink, ground


def runs(line, look):
    """The stretches of one line that look alike: column, columns, text, style."""
    column = 0
    for part in re.split(r"(\x1b\[[0-9;:]*m)", line):
        if part.startswith("\x1b["):
            words = re.split("[;:]", part[2:-1])
            look.take([int(word) if word else 0 for word in words])
        elif part:
            yield column, cells(part), part, look.colors, look.bold, look.dim, look.underline
            column += cells(part)


def cells(text):
    """The columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def drawn(text):
    """The pane as SVG."""
    width, height = COLUMNS * WIDTH + 16, ROWS * HEIGHT + 16
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}">',
        f'<rect width="100%" height="100%" rx="6" fill="{PAGE}"/>',
        '<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" '
        'font-size="14" xml:space="preserve">',
    ]
    look = Look()
    for row, line in enumerate(text.split("\n")[:ROWS]):
        for column, columns, words, (ink, ground), bold, dim, underline in runs(line, look):
            x, y = 8 + column * WIDTH, 8 + row * HEIGHT
            if ground:
                out.append(
                    f'<rect x="{x:.1f}" y="{y}" width="{columns * WIDTH:.1f}" height="{HEIGHT}" '
                    f'fill="{ground}" shape-rendering="crispEdges"/>')
            style = f' fill="{ink}"' + (' font-weight="bold"' if bold else "")
            style += (' opacity="0.7"' if dim else "") + (' text-decoration="underline"' if underline else "")
            # Spaces are not drawn: what stands between two of them or more is placed by itself.
            for part in re.finditer(r"\S+(?: \S+)*", words):
                before, length = cells(words[:part.start()]), cells(part.group())
                out.append(
                    f'<text x="{x + before * WIDTH:.1f}" y="{y + 13.5:.1f}" '
                    f'textLength="{length * WIDTH:.1f}"{style}>{escape(part.group())}</text>')
    return "\n".join(out + ["</g>", "</svg>", ""])


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        socket = os.path.join(home, "tmux")

        def tmux(*words):
            return subprocess.run(
                ["tmux", "-S", socket, *words], check=True, capture_output=True, text=True,
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}).stdout

        for name, keys, mark in SCREENS:
            command = (
                f"env -i PATH={shlex.quote(os.environ['PATH'])} HOME={home} TMPDIR={home} LANG=C.UTF-8 "
                f"TERM=tmux-256color {shlex.quote(program)} demo")
            tmux("-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), command)
            tmux("set-option", "-g", "status", "off")

            def shown(text):
                for _ in range(200):
                    if text in tmux("capture-pane", "-p"):
                        return
                    time.sleep(0.05)
                sys.exit(f"{name}: \"{text}\" never came")

            shown("Nordlys Grid")
            for key in keys.split():
                tmux("send-keys", key)
                time.sleep(0.4)
            shown(mark if name != "home" else "Needs you")
            time.sleep(0.8)
            picture = drawn(tmux("capture-pane", "-p", "-e", "-N"))
            with open(os.path.join(folder, f"{name}.svg"), "w") as file:
                file.write(picture)
            print(f"{folder}/{name}.svg: {len(picture)} bytes")
            tmux("kill-server")
            time.sleep(0.2)


main()
