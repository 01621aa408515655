#!/usr/bin/env python3
"""secrets.py BULKHEAD GITLEAKS DETECT_SECRETS [--misses]

How many of the secrets in the fixtures of gitleaks and detect-secrets `redact` finds, and how many of what their
authors call no secret it masks. GITLEAKS and DETECT_SECRETS are checkouts of those projects; nothing of them is kept
here. A fixture counts as found where a span of the type SECRET covers any of it.

gitleaks writes its fixtures in Go: lists named `tps` and `fps` in cmd/generate/config/rules, with strings, templates
and values drawn from a regular expression. They are read by their tokens, and drawn anew with a fixed seed.
"""
import ast
import glob
import json
import os
import random
import re
import subprocess
import sys
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

dice = random.Random(7)


def drawn(expression):
    """A text that a regular expression matches."""

    def one(tree):
        out = ""
        for operation, argument in tree:
            name = str(operation)
            if name == "LITERAL":
                out += chr(argument)
            elif name == "IN":
                letters = []
                for kind, value in argument:
                    if str(kind) == "LITERAL":
                        letters.append(chr(value))
                    elif str(kind) == "RANGE":
                        letters += [chr(each) for each in range(value[0], value[1] + 1)]
                    elif str(kind) == "CATEGORY":
                        letters += list("abcdefghijABCDEF0123456789_" if "WORD" in str(value) else "0123456789")
                out += dice.choice(letters)
            elif name in ("MAX_REPEAT", "MIN_REPEAT"):
                least, most, part = argument
                for _ in range(dice.randint(least, min(int(most), least + 10))):
                    out += one(part)
            elif name == "SUBPATTERN":
                out += one(argument[3])
            elif name == "BRANCH":
                out += one(dice.choice(argument[1]))
            elif name == "CATEGORY":
                out += dice.choice("abc012")
            elif name in ("ANY", "NOT_LITERAL"):
                out += "a"
        return out

    return one(sre_parse.parse(expression.replace("(?i)", "").replace("(?-i:", "(?:")))


class utils:
    """What the fixtures call of gitleaks' own package."""

    TEMPLATES = [
        '{i}Token="{s}"', "{i}Token={s}", "{i}Token = {s}", '{\n    "{i}_token": "{s}"\n}',
        "<{i}Token>\n    {s}\n</{i}Token>", "{i}_token: {s}", "{i}_token: '{s}'", 'string {i}Token = "{s}";',
        "{i}Token := `{s}`", 'System.setProperty("{I}_TOKEN", "{s}")', '  "{i}Token" => "{s}"', "{i}_TOKEN ?= \"{s}\"",
        '{"config.ini": "{I}_TOKEN={s}\\nBACKUP_ENABLED=true"}', 'var {i}Token string = "{s}"', '${i}Token .= "{s}"',
    ]
    Numeric = staticmethod(lambda n: "[0-9]{%s}" % n)
    Hex = staticmethod(lambda n: "[a-f0-9]{%s}" % n)
    AlphaNumeric = staticmethod(lambda n: "[a-z0-9]{%s}" % n)
    AlphaNumericExtendedShort = staticmethod(lambda n: "[a-z0-9_-]{%s}" % n)
    AlphaNumericExtended = staticmethod(lambda n: r"[a-z0-9=_\-]{%s}" % n)
    AlphaNumericExtendedLong = staticmethod(lambda n: r"[a-z0-9\/=_\+\-]{%s}" % n)
    Hex8_4_4_4_12 = staticmethod(lambda: "-".join("[a-f0-9]{%d}" % n for n in (8, 4, 4, 4, 12)))
    GenerateSampleSecret = staticmethod(lambda i, s: f'{i}_api_token = "{s}"')

    @staticmethod
    def GenerateSampleSecrets(i, s):
        return [t.replace("{i}", i).replace("{I}", i.upper()).replace("{s}", s) for t in utils.TEMPLATES]


class secrets:
    NewSecret = staticmethod(drawn)


class fmt:
    Sprintf = staticmethod(lambda text, *values: text.replace("%s", "{}").format(*values))


NAMES = {"utils": utils, "secrets": secrets, "fmt": fmt, "newPlausibleSecret": drawn}


def tokens(source):
    found = re.findall(r'`[^`]*`|"(?:[^"\\]|\\.)*"|//[^\n]*|[A-Za-z_][\w.]*|\d+|\.\.\.|:=|[^\s]', source)
    return [each for each in found if not each.startswith("//")]


def value(expression):
    """A Go expression of strings and calls, worked out; nothing where it names what is not known here."""
    python = [repr(each[1:-1]) if each[0] == "`" else each for each in expression if each != "..."]
    try:
        result = eval(" ".join(python).replace("strings . ", "strings."), dict(NAMES))
    except Exception:
        return []
    return result if isinstance(result, list) else [result]


def parted(expression):
    """The arguments of a list."""
    parts, part, depth = [], [], 0
    for each in expression:
        depth += (each in "([{") - (each in ")]}")
        if each == "," and depth == 0:
            parts.append(part)
            part = []
        else:
            part.append(each)
    return parts + [part] if part else parts


def lists(source):
    """The fixtures of one Go file: those that hold a secret, and those that don't."""
    found = {"tps": [], "fps": []}
    words = tokens(source)
    index = 0
    while index < len(words):
        name = words[index]
        if name not in found or words[index + 1:index + 2] not in ([":="], ["="]):
            index += 1
            continue
        end, depth, expression = index + 2, 0, []
        while end < len(words):
            word = words[end]
            depth += (word in "([{") - (word in ")]}")
            if depth < 0:
                break
            expression.append(word)
            end += 1
            following = words[end:end + 1]
            if depth == 0 and word in ")}" and following not in (["."], ["+"], ["..."]):
                if word == "}" or following[:1] and following[0] in ("tps", "fps", "return", "for", "if", "}"):
                    break
        if expression[0] == "append":
            expression = expression[2:-1]
        elif expression[0] == "[":
            expression = expression[expression.index("{") + 1:-1]
        for each in parted(expression):
            if each not in (["tps"], ["fps"]):
                found[name] += value(each)
        index = end
    return found["tps"], found["fps"]


def gitleaks(checkout):
    rows = []
    for path in sorted(glob.glob(os.path.join(checkout, "cmd/generate/config/rules/*.go"))):
        with open(path, encoding="utf-8") as file:
            secret, plain = lists(file.read())
        rows += [(each, True, path) for each in secret] + [(each, False, path) for each in plain]
    return rows


def detect_secrets(checkout):
    """Pairs of a text and a truth value in the tests of its plugins, those of plain passwords and addresses aside."""
    rows = []
    for path in sorted(glob.glob(os.path.join(checkout, "tests/plugins/*_test.py"))):
        if "ip_public" in path or "keyword_test" in path:
            continue
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
        known = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                known.update({each.id: node.value.value for each in node.targets if isinstance(each, ast.Name)})
            if isinstance(node, ast.Tuple) and len(node.elts) == 2:
                try:
                    text, truth = (
                        eval(compile(ast.Expression(each), "", "eval"), dict(known)) for each in node.elts)
                except Exception:
                    continue
                if isinstance(text, str) and (truth is None or isinstance(truth, (bool, str))):
                    rows.append((text, bool(truth), path))
            if "slack" in path and isinstance(node, ast.Constant) and isinstance(node.value, str):
                if "xox" in node.value or "hooks" in node.value:
                    rows.append((node.value, True, path))
    return rows


def main(program, *checkouts, misses=False):
    bad = False
    for (name, read, least), checkout in zip(
            (("gitleaks", gitleaks, .95), ("detect-secrets", detect_secrets, .80)), checkouts):
        rows = read(checkout)
        if not rows:
            sys.exit(f"{checkout} holds no fixtures of {name}")
        lines = "".join(json.dumps({"text": text}) + "\n" for text, _, _ in rows)
        run = subprocess.run([program, "redact", "--engine-json"], input=lines, capture_output=True, text=True,
                             check=True)
        hits = [any(span[2] == "SECRET" for span in json.loads(line)["spans"]) for line in run.stdout.splitlines()]
        found = [hit for hit, row in zip(hits, rows) if row[1]]
        flagged = [hit for hit, row in zip(hits, rows) if not row[1]]
        recall, wrong = sum(found) / len(found), sum(flagged) / len(flagged)
        print(f"{name:15} recall {sum(found)}/{len(found)} = {recall:.3f} (at least {least:.2f})   "
              f"negatives flagged {sum(flagged)}/{len(flagged)} = {wrong:.3f} (at most .12)")
        bad = bad or recall < least or wrong > .12
        if misses:
            for hit, (text, truth, path) in zip(hits, rows):
                if hit != truth:
                    print("  missed " if truth else "  flagged", os.path.basename(path), repr(text[:150]))
    return bad


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--misses"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    sys.exit(main(*arguments, misses="--misses" in sys.argv))
