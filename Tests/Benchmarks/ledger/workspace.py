#!/usr/bin/env python3
"""Write a made-up workspace of any size as JSON: workspace.py CLIENTS ENGAGEMENTS OBLIGATIONS > FILE.

The same sizes give the same bytes. Every client has its share of engagements and obligations, in agreements of up
to ten, and one consent and one account; the obligations of client c0 are the same kinds at every size.
"""
import json
import random
import sys

clients, engagements, obligations = (int(argument) for argument in sys.argv[1:4])
dice = random.Random(20260609)
WORDS = ("the recipient shall keep confidential information secret and not disclose it to third parties nor use it "
         "for training of models or outside of the purpose without prior written consent of the client").split()
KINDS = [
    {"kind": "third-party-disclosure", "recipients": "processors"}, {"kind": "model-training"},
    {"kind": "retention-limit", "max_days": 30}, {"kind": "data-location", "regions": ["EU"]},
    {"kind": "processor-agreement", "instrument": "dpa"}, {"kind": "redaction"},
    {"kind": "excluded-jurisdiction", "jurisdictions": ["CN"]}, {"kind": "human-review"},
    {"kind": "ai-use", "mode": "listed", "surfaces": ["anthropic", "mistral"]}, {"kind": "segregated-profile"},
]
DATA = ["source-code", "personal", "financial", "trade-secret", "confidential"]


def share(total, index):
    return (index + 1) * total // clients - index * total // clients


out = {"bulkhead": 1, "settings": {"home_region": "FR"}, "clients": [], "agreements": [], "consents": [],
       "accounts": []}
number = 0
for c in range(clients):
    jobs = [{"id": f"e{e}", "title": f"Job {e} of {c}", "data": [DATA[e % len(DATA)]]}
            for e in range(share(engagements, c))]
    out["clients"].append({"id": f"c{c}", "name": f"Client {c} {dice.choice(WORDS)}", "tag": f"C{c % 100}",
                           "aliases": [f"Alias {c}"], "jurisdiction": "DE", "engagements": jobs})
    count = share(obligations, c)
    for first in range(0, count, 10):
        terms = []
        for o in range(first, min(first + 10, count)):
            terms.append({"id": f"o{number}", "clause": str(o), "data": [DATA[o % len(DATA)]],
                          "quote": " ".join(dice.choices(WORDS, k=12)), **KINDS[o % len(KINDS)]})
            number += 1
        out["agreements"].append({"id": f"a{c}-{first}", "client": f"c{c}", "kind": "nda",
                                  "effective": "2026-01-01", "expires": "2028-01-01", "survival": "P3Y",
                                  "obligations": terms})
    out["consents"].append({"id": f"k{c}", "client": f"c{c}", "surfaces": ["anthropic.claude-api"],
                            "lifts": ["third-party-disclosure"], "granted": "2026-02-01"})
    out["accounts"].append({"id": f"acc{c}", "client": f"c{c}", "surface": "anthropic.claude-api",
                            "login": "email", "seen": [{"client": f"c{c}", "date": "2026-02-02"}]})
json.dump(out, sys.stdout)
