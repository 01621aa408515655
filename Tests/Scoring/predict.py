#!/usr/bin/env python3
"""predict.py BULKHEAD GOLD_DIR DOCS_DIR OUT_DIR

Turns `agreement import --json` and `check` into prediction files, one for each labeled agreement:
{"obligations":[…], "dates":[{name: value}, …] one for each scenario, "verdicts":{category: [four]}}.

A label's facts go in as --fact, so every date is the program's own sum. A verdict comes from a ledger that
holds the proposed obligations and a catalog of four surfaces; where the outcome is deny, what all remedies
together would give tells a prohibition that consent can lift (ask) from one it cannot (deny).
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

SURFACES = ["consumer_train", "api_notrain", "enterprise_dpa", "local"]
DAY = "2026-07-01"


def fact(value, **keep):
    return [{"value": value, "source": "made-up", "retrieved": DAY, "confidence": "high", **keep}]


def surface(name, capabilities=("chat",), **facts):
    return {
        "id": "made." + name, "name": name, "plan": name, "capabilities": list(capabilities), "hosts": [],
        "facts": {key: fact(value) for key, value in facts.items()},
    }


def catalog():
    hosted = dict(on_device="no", human_review="never", processing_regions=["US"], commercial_use="yes",
                  login_methods=["email"])
    return {
        "catalog": 1,
        "sources": {"made-up": {"kind": "vendor-terms", "date": DAY, "url": "https://example.org/"}},
        "vendors": [{"id": "made", "name": "Made up", "facts": {
            "incorporated_in": fact(["US"]), "headquartered_in": fact(["US"]), "controlled_from": fact([])}}],
        "surfaces": [
            surface("consumer-train", trains_on_input="always", retention_days="indefinite", dpa="no", baa="no",
                    e2ee="no", **hosted),
            surface("api-notrain", trains_on_input="never", retention_days=30, dpa="no", baa="no", e2ee="no",
                    **hosted),
            surface("enterprise-dpa", trains_on_input="never", retention_days=0, dpa="yes", baa="yes", e2ee="no",
                    **{**hosted, "selectable_regions": ["US", "EU", "EEA", "UK", "CA", "AU"]}),
            surface("local", on_device="yes", trains_on_input="never", retention_days=0, human_review="never",
                    processing_regions=["US"], dpa="yes", baa="yes", e2ee="yes", commercial_use="yes",
                    login_methods=["none"]),
        ],
    }


def words(value):
    if isinstance(value, dict):
        text = f"{value['n']} {value['unit'].replace('_', ' ')}" if "n" in value else json.dumps(value)
        return text + (f" from {value['anchor']}" if "anchor" in value else "")
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value)


def imported(program, document, facts=()):
    arguments = [program, "agreement", "import", document, "--json"]
    for name, value in facts:
        if value is not None:
            arguments += ["--fact", f"{name}={words(value)}"]
    run = subprocess.run(arguments, capture_output=True, text=True)
    if run.returncode:  # One paper, or one label's facts, that could not be read costs no other its answer.
        sys.stderr.write(f"{document}: {run.stderr}")
        return {"proposals": [], "obligations": []}
    return json.loads(run.stdout)


def checks(program, obligations, home):
    """The outcome of each surface for each of the label's categories."""
    listing = os.path.join(home, "catalog.json")
    with open(listing, "w") as file:
        json.dump(catalog(), file)

    def outcomes(name, obligations, data, done):
        place = os.path.join(home, name)
        workspace = {
            "bulkhead": 1, "settings": {"home_region": "US"},
            "clients": [{"id": "client", "name": "Client", "tag": "CLI"}],
            "agreements": [
                {"id": "house", "kind": "house", "title": "none"},
                {"id": "paper", "client": "client", "kind": "nda", "obligations": obligations},
            ],
        }
        path = place + ".json"
        with open(path, "w") as file:
            json.dump(workspace, file)
        if not os.path.exists(place):
            subprocess.run([program, "import", path, "--home", place, "--catalog", listing], check=True,
                           capture_output=True)
        result = []
        for each in SURFACES:
            arguments = [program, "check", "made." + each.replace("_", "-"), "--for", "client", "--data", data,
                         "--home", place, "--catalog", listing, "--at", DAY, "--json", "--remedies"]
            if done:
                arguments += ["--done", ",".join(done)]
            result.append(json.loads(subprocess.run(arguments, capture_output=True, text=True).stdout))
        return result

    def verdict(answer, counted=True):
        outcome = answer["outcome"]
        if outcome == "permit":
            return "allow"
        if outcome == "conditional":
            return "allow_if"
        lifted = answer.get("all_done_outcome")
        return "ask" if lifted in ("permit", "conditional") else "deny"

    # What is not redacted gains nothing from a rule that redaction satisfies; a client's name left out of
    # a prompt is no condition on the data.
    raw = [{key: value for key, value in each.items() if key != "unless_redacted"} for each in obligations]
    for each in raw + obligations:
        each.pop("quote", None)
    verdicts = {}
    for category, data in (("confidential", "confidential"), ("personal_data", "health"), ("public", "public")):
        answers = outcomes("raw", raw, data, ["redact"])
        applies = [f for a in answers for f in a["findings"] if f.get("agreement")]
        if category == "confidential" and not applies:
            verdicts[category] = ["n/a"] * 4
        else:
            verdicts[category] = [verdict(each) for each in answers]
    plain = verdicts["confidential"] if "n/a" not in verdicts["confidential"] else verdicts["personal_data"]
    redacted = [verdict(each) for each in outcomes("redacted", obligations, "health", ["redact"])]
    unredacted = [verdict(each) for each in outcomes("redacted", obligations, "health", [])]
    # Where redaction is what opens a surface, it is a condition, not a permission.
    order = ["deny", "ask", "allow_if", "allow"]
    verdicts["deidentified"] = [
        ("allow" if base == "allow" else "allow_if") if order.index(after) > order.index(base) else base
        for base, after in zip(verdicts["personal_data"], redacted)
    ]
    return verdicts


def main(program, gold_dir, docs_dir, out_dir):
    os.makedirs(out_dir, exist_ok=True)
    for path in sorted(glob.glob(os.path.join(gold_dir, "*.json"))):
        with open(path) as file:
            gold = json.load(file)
        document = os.path.join(docs_dir, gold["id"] + ".txt")
        answer = imported(program, document)
        dates = []
        for scenario in gold["scenarios"]:
            given = imported(program, document, scenario["facts"].items()).get("dates", [])
            dates.append({each["name"]: each["value"] for each in given})
        with tempfile.TemporaryDirectory() as home:
            verdicts = checks(program, answer["obligations"], home)
        with open(os.path.join(out_dir, gold["id"] + ".json"), "w") as file:
            json.dump({"obligations": answer["proposals"], "dates": dates, "verdicts": verdicts}, file, indent=1)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
