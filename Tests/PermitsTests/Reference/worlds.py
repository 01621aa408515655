"""Worlds to decide in: nearly permitted ones, each then spoilt in a few places."""
import datetime
import json
import os
import random

CATEGORIES = ["confidential", "agreement-text", "source-code", "trade-secret", "credentials", "financial",
              "government", "personal", "special-category", "health"]
DUTIES = ["verify-opt-out", "select-region", "sign-dpa", "sign-baa", "redact", "dedicated-account",
          "segregated-profile", "connect-vpn", "present-key", "disclose-use", "notify-client"]
REGIONS = ["DE", "FR", "IE", "NO", "CH", "GB", "UK", "US", "US-CA", "SG", "CN", "EU", "EEA", "worldwide"]
LOGINS = ["email", "google", "apple", "microsoft", "github", "sso", "api-key", "none"]
ANCHORS = ["effective", "signed", "expires", "terminated", "last-disclosure"]
KINDS = ["third-party-disclosure", "model-training", "human-review", "ai-use", "local-only", "data-location",
         "excluded-jurisdiction", "retention-limit", "processor-agreement", "end-to-end-encryption", "redaction",
         "commercial-licence", "dedicated-account", "segregated-profile", "network-protection", "second-factor",
         "disclose-use", "return-or-destroy", "breach-notice", "publicity", "other"]
NOW = datetime.date(2026, 9, 1)
GOOD = {"on_device": ["yes", "no"], "trains_on_input": ["never", "opt-in", "opt-out"], "retention_days": [0, 7, 30],
        "human_review": ["never", "opt-in", "opt-out"], "dpa": ["yes"], "baa": ["yes"], "e2ee": ["yes"],
        "commercial_use": ["yes"]}
ANY = {"on_device": ["yes", "no"], "trains_on_input": ["never", "opt-in", "opt-out", "always"],
       "retention_days": [0, 7, 30, 365, "account-lifetime", "indefinite"],
       "human_review": ["never", "opt-in", "opt-out", "always"], "dpa": ["yes", "no"], "baa": ["yes", "no"],
       "e2ee": ["yes", "no"], "commercial_use": ["yes", "no"]}
LISTS = ["processing_regions", "selectable_regions", "incorporated_in", "headquartered_in", "controlled_from"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.dates = [NOW]

    def chance(self, share):
        return self.random.random() < share

    def some(self, choices, least, most):
        return self.random.sample(choices, min(len(choices), self.random.randint(least, most)))

    def date(self, back, ahead):
        """A date some days around now; now and then the 29th of February or a 31st."""
        date = NOW + datetime.timedelta(days=self.random.randint(-back, ahead))
        if self.chance(0.05):
            date = self.random.choice([datetime.date(2024, 2, 29), datetime.date(2026, 1, 31),
                                       datetime.date(2026, 8, 31)])
        self.dates.append(date)
        return date.isoformat()

    # Catalog

    def value(self, key, kindly):
        if key in LISTS:
            if kindly:
                return self.some(["DE", "FR", "IE", "EU"], 0 if key == "controlled_from" else 1, 2)
            return self.some(REGIONS, 0, 3)
        return self.random.choice((GOOD if kindly else ANY)[key])

    def values(self, key):
        listed = [self.fact(self.value(key, True), 150)]
        while self.chance(0.3):
            listed.append(self.fact(self.value(key, self.chance(0.4)), 320))
        if self.chance(0.06):
            listed.append(self.fact("unknown", 200))
        self.random.shuffle(listed)
        return listed

    def fact(self, value, back):
        date = self.date(back, 20)
        for days in (180, 181):
            self.dates.append(datetime.date.fromisoformat(date) + datetime.timedelta(days=days))
        fact = {"value": value, "source": self.random.choice(["s1", "s2"]), "retrieved": date}
        if self.chance(0.12):
            fact["applies_in"] = self.some(REGIONS[:-1], 1, 2)
        return fact

    def catalog(self):
        vendors, surfaces = [], []
        for number in range(4):
            facts = {key: self.values(key) for key in LISTS[2:] if self.chance(0.95)}
            for key in GOOD:
                if self.chance(0.1):
                    facts[key] = self.values(key)
            vendors.append({"id": f"v{number}", "name": f"Vendor {number}", "facts": facts})
        for number in range(9):
            facts = {key: self.values(key) for key in list(GOOD) + LISTS[:2] if self.chance(0.93)}
            for key in LISTS[2:]:
                if self.chance(0.1):
                    facts[key] = self.values(key)
            surfaces.append({"id": f"v{number % 4}.s{number}", "name": f"Surface {number}", "facts": facts,
                             "capabilities": self.some(["chat", "code", "write", "agent"], 1, 2)})
        for number in range(3):
            facts = {key: self.values(key) for key in list(GOOD) + LISTS if self.chance(0.3)}
            for key in list(GOOD) + LISTS:
                if self.chance(0.8):
                    facts[key] = [self.fact("inherit", 300)]
                    if self.chance(0.1):
                        facts[key] += self.values(key)
            surfaces.append({"id": f"v{number}.wrap{number}", "name": f"Wrapper {number}", "facts": facts,
                             "capabilities": ["chat", "code"]})
        self.surfaces = [s["id"] for s in surfaces]
        self.wrappers = self.surfaces[9:]
        return {"catalog": 1, "sources": {"s1": {}, "s2": {}}, "vendors": vendors, "surfaces": surfaces}

    # Workspace

    def clients(self):
        made = []
        for number in range(5):
            client = {"id": f"c{number}", "name": f"Client {number}", "tag": f"C{number}", "engagements": [],
                      "terms": "none" if self.chance(0.25) else "recorded"}
            if self.chance(0.7):
                client["conflict_class"] = self.random.choice(["k1", "k2"])
            for job in range(self.random.randint(0, 3)):
                engagement = {"id": f"e{job}", "title": f"Job {job}", "data": self.some(CATEGORIES, 0, 3)}
                if self.chance(0.1):
                    engagement["data"] = self.random.choice([["public"], ["trade-secret"], ["unclassified"]])
                if self.chance(0.5):
                    engagement["ends"] = self.date(60, 400)
                if self.chance(0.2):
                    engagement["starts"] = self.date(300, 60)
                if self.chance(0.06):
                    engagement["status"] = "closed"
                client["engagements"].append(engagement)
            made.append(client)
        return made

    def obligation(self):
        self.count += 1
        kind = self.random.choice(KINDS)
        o = {"id": f"o{self.count}", "kind": kind, "clause": str(self.count)}
        if kind == "third-party-disclosure":
            o["recipients"] = self.random.choice(["none", "processors", "processors", "processors"])
        if kind == "ai-use":
            o["mode"] = self.random.choice(["listed", "listed", "listed", "consent", "forbidden"])
            o["surfaces"] = self.some(self.surfaces, 3, 8) + self.some(["v0", "v1", "v2", "v3"], 0, 2)
            o["local_exempt"] = self.chance(0.3)
        if kind == "data-location":
            o["regions"] = self.random.choice([["EU"], ["EEA"], ["EEA", "CH", "UK"], ["EU", "US"], ["DE", "GB"]])
        if kind == "excluded-jurisdiction":
            o["jurisdictions"] = self.random.choice([["CN"], ["US"], ["CN", "SG"], ["US-CA"], ["EU"]])
        if kind == "retention-limit":
            o["max_days"] = self.random.choice([0, 7, 30, 30, 364, 365])
        if kind == "processor-agreement":
            o["instrument"] = self.random.choice(["dpa", "baa"])
        if kind == "dedicated-account" and self.chance(0.6):
            o["login"] = self.some(LOGINS, 1, 3)
        if self.chance(0.4):
            o["data"] = self.some(CATEGORIES + ["public"], 1, 3)
        if self.chance(0.2):
            o["survives"] = False
        if self.chance(0.12):
            o["unless_redacted"] = True
        if self.chance(0.15):
            o["liftable"] = False
        return o

    def agreements(self, clients):
        made = []
        self.count = 0
        for number in range(12):
            client = clients[number % 5]
            a = {"id": f"a{number}", "client": client["id"], "kind": self.random.choice(["nda", "nda", "msa", "sow"]),
                 "obligations": [self.obligation() for _ in range(self.random.randint(0, 4))]}
            if client["engagements"] and self.chance(0.4):
                a["engagement"] = self.random.choice(client["engagements"])["id"]
            if self.chance(0.8):
                a["effective"] = self.date(700, 10)
            if self.chance(0.5):
                a["expires"] = self.date(500, 300)
            if self.chance(0.12):
                a["terminated"] = self.date(300, 60)
            if self.chance(0.4):
                a["signed"] = self.date(800, 0)
            if self.chance(0.3):
                a["last_disclosure"] = self.date(300, 0)
            if self.chance(0.7):
                a["survival"] = self.survival(a)
            if self.chance(0.25):
                a["trade_secrets_perpetual"] = True
            earlier = [b["id"] for b in made if b["client"] == client["id"]]
            if earlier and self.chance(0.2):
                a["supersedes"] = [self.random.choice(earlier)]
            made.append(a)
        if self.chance(0.5):
            made.append({"id": "house", "kind": "house", "obligations": [self.obligation()]})
        for number in range(self.random.randint(2, 6)):
            a = {"id": f"va{number}", "kind": self.random.choice(["dpa", "baa", "vendor-terms"]),
                 "vendor": f"v{self.random.randint(0, 3)}"}
            if self.chance(0.4):
                a["client"] = self.random.choice(clients)["id"]
            if self.chance(0.6):
                a["effective"] = self.random.choice([self.date(300, 30), "2026-03-01"])
            if self.chance(0.3):
                a["expires"] = self.date(60, 200)
            if self.chance(0.5):
                about = [s for s in self.surfaces if s.startswith(a["vendor"] + ".")]
                a["facts"] = {surface: {key: self.value(key, self.chance(0.6))
                                        for key in self.some(list(ANY) + LISTS, 1, 4)}
                              for surface in self.some(about, 1, 2)}
            earlier = [b["id"] for b in made if b.get("client") == a.get("client") and "vendor" in b]
            if earlier and self.chance(0.3):
                a["supersedes"] = [self.random.choice(earlier)]
            made.append(a)
        return made

    def survival(self, a):
        period = self.random.choice(["P90D", "P1M", "P6M", "P18M", "P1Y", "P2Y", "P1Y6M", "P2W"])
        anchor = self.random.choice(ANCHORS)
        if self.chance(0.2):
            return "perpetual"
        if self.chance(0.5):
            start, survival = a.get("terminated") or a.get("expires"), period
        else:
            start, survival = a.get(anchor.replace("-", "_")), {"for": period, "from": anchor}
        if start:
            # Near enough to be asked about; the exact end is found by asking on the days around it.
            days = {"P90D": 90, "P1M": 31, "P6M": 184, "P18M": 549, "P1Y": 366, "P2Y": 731, "P1Y6M": 549, "P2W": 14}
            near = datetime.date.fromisoformat(start) + datetime.timedelta(days=days[period])
            self.dates += [near + datetime.timedelta(days=d) for d in range(-3, 3)]
        return survival

    def consents(self, clients):
        made = []
        for number in range(10):
            client = self.random.choice(clients)
            c = {"id": f"k{number}", "client": client["id"], "granted": self.date(300, 20),
                 "surfaces": self.some(self.surfaces, 2, 6) + self.some(["v0", "v1", "v2", "v3"], 0, 2),
                 "lifts": self.some(KINDS[:17], 2, 7) + [f"o{n}" for n in self.some(range(1, 30), 0, 6)]}
            if client["engagements"] and self.chance(0.3):
                c["engagement"] = self.random.choice(client["engagements"])["id"]
            if self.chance(0.4):
                c["data"] = self.some(CATEGORIES + ["public"], 1, 5)
            if self.chance(0.5):
                c["expires"] = self.date(20, 300)
            if self.chance(0.15):
                c["revoked"] = self.date(60, 60)
            if self.chance(0.4):
                c["conditions"] = self.some(DUTIES, 1, 3)
            made.append(c)
        return made

    def accounts(self, clients):
        made = []
        for number in range(14):
            account = {"id": f"acc{number}", "client": self.random.choice(clients)["id"],
                       "surface": self.random.choice(self.surfaces[:9]), "seen": [], "cleared": []}
            if self.chance(0.9):
                account["login"] = self.random.choice(LOGINS)
            if self.chance(0.6):
                account["region"] = self.random.choice(REGIONS[:-1])
            if self.chance(0.7):
                account["opt_out_verified"] = self.date(120, 10)
                verified = datetime.date.fromisoformat(account["opt_out_verified"])
                self.dates += [verified + datetime.timedelta(days=d) for d in (89, 90, 91)]
            for _ in range(self.random.randint(0, 2)):
                account["seen"].append({"client": self.random.choice(clients)["id"], "date": self.date(120, 30)})
            if self.chance(0.4):
                account["cleared"].append(self.date(60, 30))
            if account["seen"] and self.chance(0.2):
                account["cleared"].append(account["seen"][0]["date"])
            made.append(account)
        return made

    def reviews(self):
        made = []
        for number in range(self.random.randint(0, 10)):
            key = self.random.choice(list(GOOD) + LISTS)
            value = "unknown" if self.chance(0.2) else self.value(key, self.chance(0.7))
            made.append({"surface": self.random.choice(self.surfaces), "key": key, "value": value,
                         "source": "https://example.org/terms", "retrieved": self.date(250, 20)})
            if self.chance(0.2):
                made.append(dict(made[-1], value=self.value(key, False)))
        return made

    def workspace(self):
        clients = self.clients()
        settings = {"fact_max_age_days": 180}
        if self.chance(0.8):
            settings["home_region"] = self.random.choice(["DE", "FR", "US", "US-CA", "GB", "UK", "NO"])
        return {"bulkhead": 1, "settings": settings, "clients": clients, "agreements": self.agreements(clients),
                "consents": self.consents(clients), "accounts": self.accounts(clients), "reviews": self.reviews()}

    def request(self, workspace):
        client = self.random.choice(workspace["clients"])
        surface = self.random.choice(self.surfaces)
        asked = {"client": client["id"], "surface": surface}
        target = surface
        if surface in self.wrappers and self.chance(0.8) or self.chance(0.05):
            asked["route"] = self.random.choice(self.surfaces)
            if surface in self.wrappers:
                target = asked["route"]
        if client["engagements"] and self.chance(0.7):
            asked["engagement"] = self.random.choice(client["engagements"])["id"]
        if self.chance(0.4):
            asked["data"] = self.some(CATEGORIES + ["public"], 0, 3)
        if self.chance(0.12):
            asked["data"] = self.random.choice([["public"], ["trade-secret"], ["trade-secret", "public"],
                                                ["unclassified"], ["unclassified", "source-code"],
                                                ["unclassified", "trade-secret"]])
        if self.chance(0.6):
            asked["done"] = self.some(DUTIES, 1, 8)
        there = [a["id"] for a in workspace["accounts"] if a["surface"] == target]
        if there and self.chance(0.3):
            asked["account"] = self.random.choice(there)
        date = NOW + datetime.timedelta(days=self.random.randint(-60, 120))
        if self.chance(0.5):
            date = self.random.choice(self.dates) + datetime.timedelta(days=self.random.randint(-1, 1))
        asked["at"] = date.isoformat()
        if self.chance(0.02):
            asked.update(self.random.choice([{"client": "nobody"}, {"engagement": "nothing"}, {"surface": "v0.none"},
                                             {"account": "acc99"}, {"account": "acc0"}, {"route": "v9.none"}]))
        return asked


def write(seed, folder, count):
    maker = Maker(seed)
    catalog = maker.catalog()
    workspace = maker.workspace()
    requests = [maker.request(workspace) for _ in range(count)]
    os.makedirs(folder, exist_ok=True)
    for name, text in [("catalog.json", json.dumps(catalog)), ("workspace.json", json.dumps(workspace)),
                       ("requests.jsonl", "\n".join(json.dumps(r) for r in requests))]:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text + "\n")
