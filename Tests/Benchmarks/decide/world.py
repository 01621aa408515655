#!/usr/bin/env python3
"""Writes the same rules twice: as a workspace and catalog, and as Cedar policies and entities.

    world.py DIR [ENGAGEMENTS SURFACES]

Eleven clauses an engagement (each left out now and then), 12 facts in a hundred missing. No fact is stale, none is in
dispute and no duty stays open, for Cedar has no words for these.
"""
import json
import os
import random
import sys

POLICIES = {
    "party": ("!{r}.on_device", "on_device"),
    "training": ('{r}.trains == "always"', "trains"),
    "review": ('{r}.review == "always"', "review"),
    "retention": ("{r}.retention > {p}.max_days", "retention"),
    "jurisdiction": ("{r}.jurisdictions.containsAny({p}.excluded)", "jurisdictions"),
    "location": ("!{p}.regions.containsAll({r}.regions)", "regions"),
    "processor": ("!{r}.baa", "baa"),
    "e2ee": ("!{r}.e2ee", "e2ee"),
    "commercial": ("!{r}.commercial", "commercial"),
    "listed": ("!{p}.listed.contains(resource)", None),
}


def policies():
    text = ['@id("base") permit(principal, action, resource);']
    for rule, (breach, fact) in POLICIES.items():
        local = "" if rule == "commercial" or rule == "listed" else "!(resource has on_device && resource.on_device) && "
        known = f"resource has {fact} && " if fact else ""
        broken = breach.format(r="resource", p="principal")
        text.append(f'@id("breach-{rule}") forbid(principal, action, resource) when '
                    f'{{ principal.rules.contains("{rule}") && {local}{known}{broken} }};')
        if fact:
            text.append(f'@id("unknown-{rule}") forbid(principal, action, resource) when '
                        f'{{ principal.rules.contains("{rule}") && {local}!(resource has {fact}) }};')
    return "\n".join(text)


def main(folder, engagements=1000, surfaces=50):
    draw = random.Random(7)

    def known():
        return draw.random() >= 0.12

    vendors, catalog, entities = [], [], []
    for number in range(surfaces):
        name = f"v{number}.s{number}"
        values = {"on_device": draw.random() < 0.1, "trains": draw.choice(["never", "never", "opt-in", "always"]),
                  "review": draw.choice(["never", "never", "opt-in", "always"]),
                  "retention": draw.choice([0, 7, 30, 90]),
                  "regions": draw.choice([["DE"], ["DE", "FR"], ["US"], ["SG"]]),
                  "baa": draw.random() < 0.7, "e2ee": draw.random() < 0.7, "commercial": draw.random() < 0.9}
        place = draw.choice(["DE", "US", "US", "CN"])
        values = {key: value for key, value in values.items() if known()}
        if known():
            values["jurisdictions"] = [place]
        names = {"trains": "trains_on_input", "review": "human_review", "retention": "retention_days",
                 "regions": "processing_regions", "commercial": "commercial_use"}
        facts = {}
        for key, value in values.items():
            if isinstance(value, bool):
                value = "yes" if value else "no"
            if key == "jurisdictions":
                continue
            facts[names.get(key, key)] = [{"value": value, "source": "s", "retrieved": "2026-08-01"}]
        owned = {}
        if "jurisdictions" in values:
            owned = {key: [{"value": [place], "source": "s", "retrieved": "2026-08-01"}]
                     for key in ("incorporated_in", "headquartered_in")}
            owned["controlled_from"] = [{"value": [], "source": "s", "retrieved": "2026-08-01"}]
        vendors.append({"id": f"v{number}", "name": f"Vendor {number}", "facts": owned})
        catalog.append({"id": name, "name": name, "capabilities": ["chat"], "facts": facts})
        entities.append({"uid": {"type": "Surface", "id": name}, "attrs": values, "parents": []})
    clients, agreements = [], []
    names = [s["id"] for s in catalog]
    for number in range(engagements // 5):
        client = {"id": f"c{number}", "name": f"Client {number}", "tag": "CL", "engagements": []}
        for job in range(5):
            client["engagements"].append({"id": f"e{job}", "title": "Job", "data": ["source-code"]})
            max_days, excluded = draw.choice([0, 30, 90]), draw.choice([["CN"], ["US"], ["CN", "US"]])
            regions, listed = draw.choice([["DE", "FR"], ["DE", "FR", "US"]]), draw.sample(names, surfaces * 4 // 5)
            rules = [rule for rule in POLICIES if draw.random() < (0.15 if rule == "party" else 0.85)]
            clause = {"party": {"kind": "third-party-disclosure"}, "training": {"kind": "model-training"},
                      "review": {"kind": "human-review"}, "e2ee": {"kind": "end-to-end-encryption"},
                      "retention": {"kind": "retention-limit", "max_days": max_days},
                      "jurisdiction": {"kind": "excluded-jurisdiction", "jurisdictions": excluded},
                      "location": {"kind": "data-location", "regions": regions},
                      "processor": {"kind": "processor-agreement", "instrument": "baa"},
                      "commercial": {"kind": "commercial-licence"},
                      "listed": {"kind": "ai-use", "mode": "listed", "surfaces": listed}}
            obligations = [dict(clause[rule], id=f"o{number}-{job}-{rule}", clause="3(a)") for rule in rules]
            obligations.append({"id": f"o{number}-{job}-key", "kind": "second-factor", "clause": "9"})
            agreements.append({"id": f"a{number}-{job}", "kind": "nda", "client": client["id"], "engagement": f"e{job}",
                               "effective": "2026-01-01", "expires": "2027-01-01", "survival": "P3Y",
                               "obligations": obligations})
            entities.append({"uid": {"type": "Engagement", "id": f"c{number}/e{job}"}, "parents": [], "attrs": {
                "rules": rules, "max_days": max_days, "excluded": excluded, "regions": regions,
                "listed": [{"__entity": {"type": "Surface", "id": name}} for name in listed]}})
        clients.append(client)
    workspace = {"bulkhead": 1, "settings": {"home_region": "DE"}, "clients": clients, "agreements": agreements}
    os.makedirs(folder, exist_ok=True)
    sources = {"s": {"kind": "contract", "date": "2026-01-01", "url": "https://example.org/"}}
    known = {"catalog": 1, "sources": sources, "vendors": vendors, "surfaces": catalog}
    for name, value in [("workspace.json", workspace), ("catalog.json", known),
                        ("entities.json", entities)]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump(value, file)
    with open(os.path.join(folder, "policies.cedar"), "w", encoding="utf-8") as file:
        file.write(policies())


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:4]))
