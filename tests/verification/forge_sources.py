"""Forged sources, and what the desk says of itself."""

import json

from briefing import digest
from tests.verification.forging import forgery, other, statements, twist

FACTS = (
    "title",
    "outlet",
    "author",
    "kind",
    "language",
    "note",
    "reliability",
    "url",
    "encoding",
    "path",
    "locator",
)


# Sources


@forgery
def source_fact(rng, node):
    source = rng.choice(node["sources"])
    change = rng.choice(FACTS)
    source[change] = f"{source[change] or ''}x"
    return f"a source's {change}"


@forgery
def source_claimed(rng, node):
    source = rng.choice(node["sources"])
    change = rng.choice(["outlet", "author", "title"])
    source[change] = "The Daily Forger"
    source["known"][change] = {
        "basis": rng.choice(["supplied", "stated", "inferred"]),
        "note": "",
        "evidence": [],
    }
    return f"a source's {change}, as if it were known"


@forgery
def source_date(rng, node):
    source = rng.choice([one for one in node["sources"] if one["published"]])
    change = rng.choice(["edtf", "basis"])
    if change == "edtf":
        source["published"]["edtf"] = other(
            rng, ["2025-11-01", "2024-12-24", "last week"], source["published"]["edtf"]
        )
    else:
        basis = other(rng, ["stated", "supplied", "inferred"], source["published"]["basis"])
        source["published"]["basis"] = basis
        source["known"]["published"]["basis"] = basis
    return f"a source's date: {change}"


@forgery
def source_bytes(rng, node):
    source = rng.choice(node["sources"])
    change = rng.choice(["sha256", "size", "id"])
    source[change] = source[change] + 1 if change == "size" else twist(rng, source[change])
    return f"a source's {change}"


@forgery
def source_marks(rng, node):
    source = rng.choice([one for one in node["sources"] if one["marks"]])
    mark = rng.choice(source["marks"])
    change = rng.choice(["gone", "moved", "kind", "reason", "more"])
    if change == "gone":
        source["marks"].remove(mark)
    elif change == "moved":
        mark["end"] += 3
    elif change == "more":
        source["marks"].append(
            {"start": mark["end"] + 5, "end": mark["end"] + 60, "kind": "widget", "reason": "site"}
        )
    else:
        mark[change] += "x"
    return f"a source's marks: {change}"


@forgery
def source_caveats(rng, node):
    source = rng.choice(node["sources"])
    source["caveats"] = [] if source["caveats"] else ["The outlet stands by every word."]
    return "a source's caveats"


@forgery
def source_family(rng, node):
    source = rng.choice(node["sources"])
    change = rng.choice(["family", "relation"])
    source[change] = (
        (source[change] or "") + "x"
        if change == "family"
        else None
        if source[change]
        else "version"
    )
    return f"a source's {change}"


@forgery
def families_parted(rng, node):
    versions = [one for one in node["sources"] if one["relation"]]
    if not versions:
        return None
    source = rng.choice(versions)
    source["family"], source["relation"] = digest.short_digest("f", source["id"]), None
    return "a version made an article of its own"


@forgery
def source_rest(rng, node):
    source = rng.choice(node["sources"])
    change = rng.choice(["number", "translated", "pages", "retrieved", "quarantined"])
    source[change] = {
        "number": source["number"] + 1,
        "translated": not source["translated"],
        "pages": [0, 100],
        "retrieved": "2020-01-01",
        "quarantined": "it was unreadable",
    }[change]
    return f"a source's {change}"


@forgery
def source_twice(rng, node):
    node["sources"].append(json.loads(json.dumps(rng.choice(node["sources"]))))
    return "a source listed twice"


@forgery
def frame(rng, node):
    change = rng.choice(["title", "marking", "window", "section"])
    if change == "section":
        rng.choice(node["sections"])["title"] = "Crimes"
    else:
        node[change] += "x"
    return f"the frame: {change}"


@forgery
def as_of(rng, node):
    node["as_of"] = rng.choice(["tomorrow", "2025-13-45"])
    return "a cut-off that is no date"


@forgery
def changes(rng, node):
    change = rng.choice(["new", "withdrawn", "flag", "previous"])
    if change == "new":
        node["changes"]["new"].pop()
    elif change == "withdrawn":
        node["changes"]["withdrawn"].append(
            {"id": "s-1", "was": "A lie.", "now": "", "cause": "a source"}
        )
    elif change == "flag":
        rng.choice(statements(node))["change"] = "kept"
    else:
        node["changes"]["previous"] = 4
    return f"what is new: {change}"
