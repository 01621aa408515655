#!/usr/bin/env python3
"""Writes what the benchmark reads: corpus.py FOLDER. A thousand made-up names, ten megabytes of prose in which they
stand, patterns for sed and PCRE2, and texts that invite backtracking."""
import json
import os
import random
import sys

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
dice = random.Random(20)
PARTS = "ar bel cor dan el far gol har in jor kal lum mor nor ol par quin ros sol tor ul ver wes yar zen".split()
ENDS = ["Ltd", "GmbH", "Inc", "PLC", "Corporation", "SA", "", ""]
WORDS = ("the of and to in is that it was for on are with as his they be at one have this from or had by but some what "
         "there we can out other were all your when up use word how said each she which do their time if will way about "
         "many then them would write like so these her long make thing see him two has look more day could go come did "
         "number sound no most people over know water than call first may down side been now find any new work part "
         "take get place made live where after back little only round man year came show every good me give our").split()


def name():
    words = ["".join(dice.choice(PARTS) for _ in range(dice.randint(2, 3))).capitalize()
             for _ in range(dice.randint(1, 3))]
    return " ".join(words + [dice.choice(ENDS)]).strip()


names = sorted({name() for _ in range(1200)})[:1000]
lines, size = [], 0
while size < 10_000_000:
    words = [dice.choice(WORDS) for _ in range(dice.randint(12, 24))]
    words[0] = words[0].capitalize()
    if dice.random() < .09:
        words.insert(3, dice.choice(names))
    if dice.random() < .02:
        words.insert(5, f"{dice.choice(WORDS)}.{dice.choice(WORDS)}@example.com")
    if dice.random() < .02:
        words.insert(7, f"EUR {dice.randint(1, 99)},{dice.randint(0, 999):03}.50")
    line = " ".join(words) + ".\n"
    lines.append(line)
    size += len(line)


def write(file, text):
    with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
        out.write(text)


write("terms.txt", "\n".join(names) + "\n")
write("text.txt", "".join(lines))
with open(os.path.join(folder, "text.json"), "w", encoding="utf-8") as out:
    json.dump([{"id": number, "note": line[:-1], "sent": True} for number, line in enumerate(lines)], out)
write("small.txt", "".join(lines)[:1_000_000])
write("terms.sed", "".join(f"s/{n}/[NAME]/gI\n" for n in names))
# A pattern of pcre2grep has at most 8,192 bytes.
alternations = [""]
for each in names:
    if len(alternations[-1]) + len(each) > 8000:
        alternations.append("")
    alternations[-1] += ("|" if alternations[-1] else "") + each
write("alternations.txt", "\n".join(alternations) + "\n")
write("workspace.json", json.dumps({"bulkhead": 1, "clients": [
    {"id": "bench", "name": names[0], "tag": "BEN", "redact": {"custom": names[1:]}}]}))
HOSTILE = [
    "a", "A", "a1", "1", "@", "1,", "1 ", "12-", "a.", "a@", "x=", "value=", "password=", "token:", "aa:", "[{", '{"a":',
    '"password": "', "'", "\\", "\\n", "%25", "&amp;", "http://", "<a>", "BKX", "BKXCL0", "Acme ", "QUJD9x", "eyJ.", "xoxb-",
    "-----BEGIN RSA PRIVATE KEY-----\n", "e\u0301", "\u5186", "5\u5186", "EUR ", "1 May ", "12 Main ", "4111 ", "DE89 3704 ",
    "::", "--password ", "value=value=", "AcmeAcme", "Acme Bird Acme ", "aBcD", "._- /", "%C3%A9", "&#65;", "a\u0301\u0302",
    "\u200b", "a\u00ad", "b-k-x-", "BKXCL001AAAAAAAA", "2026-11-30 ", "(0)", "\u20ac1", "Sven Okonkwo ", "a~8Q", "w\u043erd ",
    "123 456 7890 ", "amqp://a:b@", "12 EUR ", "\\u0041", "Bearer ", "a.b.",
]
for index, pattern in enumerate(HOSTILE):
    size = len(pattern.encode())
    write(f"hostile{index}-1.txt", pattern * (300_000 // size))
    write(f"hostile{index}-10.txt", pattern * (3_000_000 // size))
write("complete", "")
