#!/usr/bin/env python3
"""A second evaluator of the decision rules, written apart from the Swift one and for plainness alone.

    reference.py generate SEED DIR [--requests N]   a world, requests and what is expected of them
    reference.py expect DIR                         expected.jsonl anew, from the world and the requests in DIR
    reference.py replay DIR                         compares DIR/expected.jsonl with what this evaluator finds

It reads the workspace, the catalog and the requests as JSON; no part of it is used by the program.
"""
import calendar
import datetime
import json
import os
import re
import sys

import worlds

PARENT = {"agreement-text": "confidential", "source-code": "confidential", "trade-secret": "confidential",
          "credentials": "confidential", "financial": "confidential", "government": "confidential",
          "personal": "confidential", "special-category": "personal", "health": "special-category"}
CATEGORIES = set(PARENT) | {"confidential", "public", "unclassified"}
DUTIES = ["verify-opt-out", "select-region", "sign-dpa", "sign-baa", "redact", "dedicated-account",
          "segregated-profile", "connect-vpn", "present-key", "disclose-use", "notify-client"]
DECIDING = {"third-party-disclosure", "model-training", "human-review", "ai-use", "local-only",
            "data-location", "excluded-jurisdiction", "retention-limit", "processor-agreement",
            "end-to-end-encryption", "redaction", "commercial-licence", "dedicated-account",
            "segregated-profile", "network-protection", "second-factor", "disclose-use"}
EU = set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
EEA = EU | {"IS", "LI", "NO", "EU"}
WEIGHT = ["met", "lifted", "duty", "unknown", "breach"]
OUTCOMES = ["permit", "conditional", "undetermined", "deny"]
JURISDICTION = ["incorporated_in", "headquartered_in", "controlled_from"]
UNITED = ["processing_regions"] + JURISDICTION
INTERSECTED = ["selectable_regions", "login_methods"]
STANCES = ["never", "opt-in", "opt-out", "always"]


class Invalid(Exception):
    pass


# Days

def day(text):
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError(text)
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Invalid("date") from None


def optional_day(item, name):
    return day(item[name]) if item.get(name) else None


def plus(start, period):
    """A period that protects the client: a day that does not exist becomes the first of the next month."""
    parts = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", period)
    years, months, weeks, days = (int(part or 0) for part in parts.groups())
    count = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = divmod(count, 12)
    month += 1
    if year > 9999:
        return datetime.date.max
    if start.day <= calendar.monthrange(year, month)[1]:
        end = datetime.date(year, month, start.day)
    elif month == 12:
        end = datetime.date(year + 1, 1, 1)
    else:
        end = datetime.date(year, month + 1, 1)
    return end + datetime.timedelta(days=weeks * 7 + days)


# Data and regions

def ancestors(category):
    found = {category}
    while category in PARENT:
        category = PARENT[category]
        found.add(category)
    return found


def covered(data, named):
    """The part of data that some named category is or is an ancestor of; nothing names the unclassified."""
    return {d for d in data if d != "unclassified" and ancestors(d) & set(named)}


def within(region, regions):
    names = {"GB" if r == "UK" else r for r in regions}
    region = "GB" if region == "UK" else region
    return (region in names or "EU" in names and region in EU or "EEA" in names and region in EEA
            or "US" in names and region.startswith("US-"))


class World:
    def __init__(self, workspace, catalog):
        self.workspace, self.catalog = workspace, catalog
        settings = workspace.get("settings", {})
        self.home = settings.get("home_region")
        self.max_age = settings.get("fact_max_age_days", 180)
        self.clients = {c["id"]: c for c in workspace.get("clients", [])}
        self.accounts = {a["id"]: a for a in workspace.get("accounts", [])}
        self.surfaces = {s["id"]: s for s in catalog.get("surfaces", [])}
        self.vendors = {v["id"]: v for v in catalog.get("vendors", [])}

    def agreements(self):
        return self.workspace.get("agreements", [])


# Agreements

def ended(a):
    return optional_day(a, "terminated") or optional_day(a, "expires")


def started(a, at):
    effective = optional_day(a, "effective")
    return effective is None or effective <= at


def in_force(a, at):
    end = ended(a)
    return started(a, at) and (end is None or at <= end)


def survival_runs(a, at):
    survival = a.get("survival")
    if survival is None:
        return False
    if survival == "perpetual":
        return True
    if isinstance(survival, str):
        anchor, period = ended(a), survival
    else:
        anchor, period = optional_day(a, survival["from"].replace("-", "_")), survival["for"]
    return anchor is None or at <= plus(anchor, period)


def replaced(world, a, at):
    return any(a["id"] in b.get("supersedes", []) and b.get("client") == a.get("client") and started(b, at)
               for b in world.agreements())


# Facts

class Case:
    """A request that was checked."""

    def __init__(self, world, request, reviews=(), consents=(), done=()):
        self.world, self.request = world, request
        self.at = day(request.get("at"))
        self.client = world.clients.get(request["client"])
        if self.client is None:
            raise Invalid("client")
        self.engagement = None
        if request.get("engagement") is not None:
            own = [e for e in self.client.get("engagements", []) if e["id"] == request["engagement"]]
            if not own:
                raise Invalid("engagement")
            self.engagement = own[0]
        data = request.get("data") or []
        if not set(data) <= CATEGORIES:
            raise Invalid("category")
        if not set(request.get("done") or []) <= set(DUTIES):
            raise Invalid("duty")
        self.done = set(request.get("done") or []) | set(done)
        if data:
            self.data = set(data)
        elif self.engagement is not None:
            self.data = set(self.engagement.get("data") or ["confidential"])
        else:
            self.data = {"confidential"}.union(*(e.get("data", []) for e in self.client.get("engagements", [])))
        self.surface, self.route = request["surface"], request.get("route")
        entry = world.surfaces.get(self.surface)
        wrapper = entry is not None and any(
            v["value"] == "inherit" for values in entry.get("facts", {}).values() for v in values)
        self.target = self.route if wrapper and self.route is not None else self.surface
        self.vendor = self.target.split(".")[0]
        if request.get("account") is not None:
            self.account = world.accounts.get(request["account"])
            if self.account is None or self.account["surface"] != self.target:
                raise Invalid("account")
        else:
            own = [a for a in world.accounts.values()
                   if a["client"] == self.client["id"] and a["surface"] == self.target]
            self.account = own[0] if len(own) == 1 else None
        self.reviews = world.workspace.get("reviews", []) + list(reviews)
        self.consents = [c for c in world.workspace.get("consents", []) if c["client"] == self.client["id"]]
        self.consents += list(consents)
        self.cache = {}

    def vendor_agreements(self):
        return [a for a in self.world.agreements()
                if a.get("vendor") == self.vendor and a.get("client") in (None, self.client["id"])
                and in_force(a, self.at) and not replaced(self.world, a, self.at)]

    def exists(self, value):
        if day(value["retrieved"]) > self.at or value["value"] in ("unknown", "inherit"):
            return False
        return "applies_in" not in value or (
            self.world.home is not None and within(self.world.home, value["applies_in"]))

    def fact(self, key):
        """(value, fresh) of a key; value None when unknown."""
        if key not in self.cache:
            self.cache[key] = self.resolve(key, self.surface, self.route)
        return self.cache[key]

    def resolve(self, key, surface, route):
        stating = [a for a in self.vendor_agreements() if key in a.get("facts", {}).get(surface, {})]
        if stating:
            latest = max(a.get("effective") or "" for a in stating)
            values = [a["facts"][surface][key] for a in stating if (a.get("effective") or "") == latest]
            return combine(key, [(value, self.at) for value in values])[0], True
        entry = self.world.surfaces[surface]
        values = entry.get("facts", {}).get(key, [])
        if any(v["value"] == "inherit" for v in values):
            if route is None:
                return None, False
            return self.resolve(key, route, None)
        found = [(v["value"], day(v["retrieved"])) for v in values if self.exists(v)]
        reviewed = [r for r in self.reviews if r["surface"] == surface and r["key"] == key
                    and day(r["retrieved"]) <= self.at]
        ask_vendor = True
        if reviewed:
            latest = max(day(r["retrieved"]) for r in reviewed)
            found = [f for f in found if f[1] > latest]
            words = [r["value"] for r in reviewed if day(r["retrieved"]) == latest]
            found += [(value, latest) for value in words if value != "unknown"]
            ask_vendor = "unknown" not in words
        if not found and ask_vendor:
            vendor = self.world.vendors.get(surface.split(".")[0], {})
            found = [(v["value"], day(v["retrieved"])) for v in vendor.get("facts", {}).get(key, [])
                     if self.exists(v)]
        if not found:
            return None, False
        value, retrieved = combine(key, found)
        return value, (self.at - retrieved).days <= self.world.max_age


def strictness(key, value):
    if key in ("trains_on_input", "human_review"):
        return STANCES.index(value)
    if key == "retention_days":
        return float("inf") if value in ("account-lifetime", "indefinite") else value
    return 1 if value == "no" else 0


def combine(key, candidates):
    if key in UNITED:
        return sorted(set().union(*(v for v, _ in candidates))), min(d for _, d in candidates)
    if key in INTERSECTED:
        canonical = [{"GB" if c == "UK" else c for c in value} for value, _ in candidates]
        return sorted(set.intersection(*canonical)), min(d for _, d in candidates)
    return max(candidates, key=lambda c: (strictness(key, c[0]), c[1]))


# Rows of the deciding kinds

def worst(*statuses):
    return max(statuses, key=WEIGHT.index)


def on_device(case):
    return case.fact("on_device") == ("yes", True)


def verify(case):
    verified = optional_day(case.account or {}, "opt_out_verified")
    if verified is not None and 0 <= (case.at - verified).days <= 90:
        return "met", []
    return "duty", ["verify-opt-out"]


def stance(case, key):
    value, fresh = case.fact(key)
    if on_device(case) or value in ("never", "opt-in") and fresh:
        return "met", []
    if value == "opt-out":
        return verify(case)
    return ("breach" if value == "always" else "unknown"), []


def yes_no(case, key):
    value, fresh = case.fact(key)
    if value == "yes" and fresh:
        return "met", []
    return ("breach" if value == "no" else "unknown"), []


def processor(case, instrument):
    if on_device(case) or any(a["kind"] == instrument for a in case.vendor_agreements()):
        return "met", []
    value, _ = case.fact(instrument)
    return {"yes": ("duty", ["sign-" + instrument]), "no": ("breach", []), None: ("unknown", [])}[value]


def row(case, o):
    """The parts of one obligation, each a status and its duties."""
    kind = o["kind"]
    if kind == "third-party-disclosure":
        first = yes_no(case, "on_device")
        if first[0] == "breach" and o.get("recipients", "none") == "processors":
            return [stance(case, "trains_on_input"), processor(case, "dpa")]
        return [first]
    if kind == "model-training":
        return [stance(case, "trains_on_input")]
    if kind == "human-review":
        return [stance(case, "human_review")]
    if kind == "ai-use":
        listed = {case.target, case.vendor} & set(o.get("surfaces", []))
        fine = o.get("local_exempt", False) and on_device(case) or o["mode"] == "listed" and listed
        return [("met" if fine else "breach", [])]
    if kind == "local-only":
        return [yes_no(case, "on_device")]
    if kind == "data-location":
        regions = o["regions"]
        processing, fresh = case.fact("processing_regions")
        selectable, _ = case.fact("selectable_regions")
        inside = processing is not None and all(within(r, regions) for r in processing)
        if on_device(case) or processing and inside and fresh:
            return [("met", [])]
        if any(within(r, regions) for r in selectable or []):
            region = (case.account or {}).get("region")
            if region is not None and within(region, regions):
                return [("met", [])]
            return [("duty", ["select-region"])]
        return [("breach" if processing and not inside else "unknown", [])]
    if kind == "excluded-jurisdiction":
        if on_device(case):
            return [("met", [])]
        facts = [case.fact(key) for key in JURISDICTION]
        if any(within(r, o["jurisdictions"]) for value, _ in facts for r in value or []):
            return [("breach", [])]
        return [("met" if all(value is not None and fresh for value, fresh in facts) else "unknown", [])]
    if kind == "retention-limit":
        value, fresh = case.fact("retention_days")
        if on_device(case):
            return [("met", [])]
        if value is None:
            return [("unknown", [])]
        if value in ("account-lifetime", "indefinite") or value > o["max_days"]:
            return [("breach", [])]
        return [("met" if fresh else "unknown", [])]
    if kind == "processor-agreement":
        return [processor(case, o["instrument"])]
    if kind == "end-to-end-encryption":
        return [("met", []) if on_device(case) else yes_no(case, "e2ee")]
    if kind == "commercial-licence":
        return [yes_no(case, "commercial_use")]
    if kind == "dedicated-account":
        account = case.account
        fits = account is not None and ("login" not in o or account.get("login") in o["login"])
        return [("met", []) if on_device(case) or fits else ("duty", ["dedicated-account"])]
    duty = {"redaction": "redact", "segregated-profile": "segregated-profile",
            "network-protection": "connect-vpn", "second-factor": "present-key",
            "disclose-use": "disclose-use"}[kind]
    return [("duty", [duty])]


def before_consent(case, o):
    parts = []
    for status, duties in row(case, o):
        if status == "duty" and set(duties) <= case.done:
            status, duties = "met", []
        parts.append((status, duties))
    status = worst(*(s for s, _ in parts))
    duties = {d for _, ds in parts for d in ds}
    if o.get("unless_redacted") and status != "met":
        return ("met", set()) if "redact" in case.done else ("duty", {"redact"})
    return status, duties


# Which obligations apply

def concerns(case, a):
    engagement = a.get("engagement")
    asked = case.request.get("engagement")
    return engagement is None or asked is None or engagement == asked


def relevant(case, a, o):
    """R(o), or None where rules 1-4 and 6 do not hold."""
    if a.get("vendor") is not None or a["kind"] != "house" and a.get("client") != case.client["id"]:
        return None
    if o["kind"] not in DECIDING or not concerns(case, a) or replaced(case.world, a, case.at):
        return None
    if not started(a, case.at):
        return None
    part = covered(case.data, o["data"] if "data" in o else ["confidential"])
    if in_force(a, case.at) or o.get("survives", True) and survival_runs(a, case.at):
        return part
    if a.get("trade_secrets_perpetual"):
        return part & {"trade-secret"}
    return None


def consenting(case, o, part):
    """The open duties that the best consent leaves, or None."""
    best = None
    for c in sorted(case.consents, key=lambda c: c["id"]):
        if c.get("engagement") not in (None, case.request.get("engagement")):
            continue
        revoked, expires = optional_day(c, "revoked"), optional_day(c, "expires")
        if day(c["granted"]) > case.at or expires and expires < case.at or revoked and revoked <= case.at:
            continue
        if not {case.target, case.vendor} & set(c.get("surfaces", [])):
            continue
        if not {o["id"], o["kind"]} & set(c.get("lifts", [])) or not o.get("liftable", True):
            continue
        if covered(part, c["data"] if "data" in c else ["confidential"]) != part:
            continue
        left = set(c.get("conditions", [])) - case.done
        if best is None or len(left) < len(best):
            best = left
    return best


def finding(case, o, part):
    status, duties = before_consent(case, o)
    if status == "met":
        return "met", set()
    unclassified = "unclassified" in case.data
    if not part:
        return "unknown", set()
    left = consenting(case, o, part)
    if left is not None:
        status, duties = ("duty", left) if left else ("lifted", set())
    return (worst(status, "unknown") if unclassified else status), duties


def built_ins(case):
    if case.data != {"public"} and case.client.get("terms", "recorded") != "none":
        for a in case.world.agreements():
            if a["kind"] in ("nda", "msa", "sow") and a.get("client") == case.client["id"] \
                    and a.get("engagement") in (None, case.request.get("engagement")) \
                    and not replaced(case.world, a, case.at) and started(a, case.at) \
                    and (in_force(a, case.at) or survival_runs(a, case.at)
                         or a.get("trade_secrets_perpetual") and case.data <= {"trade-secret", "public"}):
                break
        else:
            yield "terms-unrecorded", "unknown"
    if case.account is not None:
        own = case.client["id"]
        rivals = {c["id"] for c in case.world.clients.values() if c["id"] != own
                  and c.get("conflict_class") and c["conflict_class"] == case.client.get("conflict_class")}
        cleared = [day(d) for d in case.account.get("cleared", [])]
        seen = [day(s["date"]) for s in case.account.get("seen", []) if s["client"] in rivals]
        if case.account["client"] != own or any(
                s <= case.at and not any(s <= c <= case.at for c in cleared) for s in seen):
            yield "account-conflict", "breach"
    if case.engagement is not None:
        ends = optional_day(case.engagement, "ends")
        if case.engagement.get("status") == "closed" or ends is not None and ends < case.at:
            yield "engagement-closed", "breach"


def judge(case):
    """Findings as (agreement, obligation, R(o), status, duties); built-in ones have no obligation."""
    known = case.world.surfaces
    if case.surface not in known or case.route is not None and case.route not in known:
        return [(None, "unknown-surface", set(), "unknown", set())]
    found = [(None, name, set(), status, set()) for name, status in built_ins(case)]
    for a in sorted(case.world.agreements(), key=lambda a: a["id"]):
        for o in sorted(a.get("obligations", []), key=lambda o: o["id"]):
            part = relevant(case, a, o)
            if part is not None and (part or "unclassified" in case.data):
                status, duties = finding(case, o, part)
                found.append((a, o, part, status, duties))
    return sorted(found, key=lambda f: (-WEIGHT.index(f[3]), f[0] is not None))


def outcome(found):
    status = worst("met", *(f[3] for f in found))
    return {"met": 0, "lifted": 0, "duty": 1, "unknown": 2, "breach": 3}[status]


def duties_of(found):
    return sorted(set().union(*(f[4] for f in found)), key=DUTIES.index)


def decide(world, request, **more):
    return judge(Case(world, request, **more))


# Remedies: alternatives, consents and duties; research rests on what a finding waits for, which only a row knows.

def remedies(world, request):
    case = Case(world, request)
    found = judge(case)
    now = outcome(found)
    if now == 0:
        return [], None
    listed = []
    asked = world.surfaces.get(case.surface, {})
    same = {k: v for k, v in request.items() if k != "account"}
    for other in world.catalog["surfaces"]:
        if other["id"] != case.surface and set(other.get("capabilities", [])) & set(asked.get("capabilities", [])):
            result = outcome(decide(world, dict(same, surface=other["id"])))
            if result < now:
                listed.append((result, other["id"]))
    listed = [("alternative", name, OUTCOMES[result]) for result, name in sorted(listed, key=lambda x: x[0])[:5]]
    consents = []
    for a, o, part, status, _ in found:
        if a is None or status not in ("breach", "unknown") or not o.get("liftable", True) or not part:
            continue
        consent = {"id": "", "client": case.client["id"], "surfaces": [case.target], "lifts": [o["kind"]],
                   "data": sorted(part), "granted": request["at"]}
        consents.append(consent)
        listed.append(("consent", o["id"], OUTCOMES[outcome(decide(world, request, consents=[consent]))]))
    duties = duties_of(found)
    for duty in duties:
        listed.append(("duty", duty, OUTCOMES[outcome(decide(world, request, done=[duty]))]))
    return listed, OUTCOMES[outcome(decide(world, request, consents=consents, done=duties))]


# Files

def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file] if name.endswith("l") else json.load(file)


def answer(world, request):
    try:
        found = decide(world, request)
    except Invalid as error:
        return {"error": str(error)}
    findings = sorted([(a["id"] + "/" + o["id"] if a is not None else o), status] for a, o, _, status, _ in found)
    listed, all_done = remedies(world, request)
    return {"outcome": OUTCOMES[outcome(found)], "duties": duties_of(found), "findings": findings,
            "remedies": [list(r) for r in listed], "all_done_outcome": all_done}


def expect(folder):
    world = World(read(folder, "workspace.json"), read(folder, "catalog.json"))
    with open(os.path.join(folder, "expected.jsonl"), "w", encoding="utf-8") as file:
        for request in read(folder, "requests.jsonl"):
            file.write(json.dumps(answer(world, request)) + "\n")


def replay(folder):
    world = World(read(folder, "workspace.json"), read(folder, "catalog.json"))
    wrong = 0
    pairs = list(zip(read(folder, "requests.jsonl"), read(folder, "expected.jsonl"), strict=True))
    for number, (request, wanted) in enumerate(pairs, 1):
        found = answer(world, request)
        if {key: found.get(key) for key in wanted} != wanted:
            wrong += 1
            print(f"{folder}:{number}: {json.dumps(request)}\n  wanted {wanted}\n  found  {found}")
    print(f"{len(pairs) - wrong} of {len(pairs)} equal")
    return 1 if wrong else 0


def main(arguments):
    if len(arguments) >= 3 and arguments[0] == "generate":
        count = int(arguments[4]) if arguments[3:4] == ["--requests"] else 100
        worlds.write(int(arguments[1]), arguments[2], count)
        expect(arguments[2])
        return 0
    if len(arguments) == 2 and arguments[0] == "expect":
        expect(arguments[1])
        return 0
    if len(arguments) == 2 and arguments[0] == "replay":
        return replay(arguments[1])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
