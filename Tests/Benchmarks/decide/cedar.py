#!/usr/bin/env python3
"""Asks Cedar (cedarpy, its Python binding) the same questions: cedar.py DIR [QUESTIONS]."""
import collections
import json
import os
import sys
import time

import cedarpy


def main(folder, most=20000):
    with open(os.path.join(folder, "policies.cedar"), encoding="utf-8") as file:
        policies = cedarpy.PolicySet.from_str(file.read())
    with open(os.path.join(folder, "entities.json"), encoding="utf-8") as file:
        text = file.read()
    entities = cedarpy.Entities.from_json_str(text)
    named = [entity["uid"] for entity in json.loads(text)]
    surfaces = [uid for uid in named if uid["type"] == "Surface"]
    engagements = [uid for uid in named if uid["type"] == "Engagement"]
    asked = [{"principal": engagement, "action": 'Action::"use"', "resource": surface, "context": {}}
             for engagement in engagements for surface in surfaces][:most]
    names = {f"policy{number}": line.split('"')[1] for number, line in enumerate(
        open(os.path.join(folder, "policies.cedar"), encoding="utf-8").read().splitlines())}
    start, busy = time.perf_counter(), time.process_time()
    answers = cedarpy.is_authorized_batch(asked, policies, entities)
    wall, busy = time.perf_counter() - start, time.process_time() - busy
    counts = collections.Counter()
    for answer in answers:
        reasons = [names.get(reason, reason) for reason in answer.diagnostics.reasons]
        counts["permit" if answer.allowed else "deny" if any(r.startswith("breach") for r in reasons)
               else "undetermined"] += 1
    print(f"Cedar {len(asked)} decisions: {busy / len(asked) * 1e6:.1f} us CPU, {wall / len(asked) * 1e6:.1f} us wall each, "
          f"{len(asked) / wall:.0f} a second; {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
