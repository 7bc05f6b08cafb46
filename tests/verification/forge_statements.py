"""Forged statements: their text, parts, proof, speakers and supports."""

import json
import re

from briefing import digest
from briefing.language.replay import fold_spaces
from tests.verification.forging import forgery, other, parts_with, statements, twist

# Statements


@forgery
def text_alone(rng, node):
    statement = rng.choice(statements(node))
    statement["text"] = twist(rng, statement["text"])
    statement["as it is"] = True
    return f"{statement['id']}: its text"


@forgery
def text_and_key(rng, node):
    statement = rng.choice(statements(node))
    statement["text"] = twist(rng, statement["text"])
    statement["key"] = digest.short_digest(
        "k", statement["text"], *(fold_spaces(c["quote"]) for c in statement["citations"])
    )
    statement["as it is"] = True
    return f"{statement['id']}: its text and key"


@forgery
def checked_untrue(rng, node):
    statement = rng.choice(statements(node))
    statement["proof"] = "checked"
    statement["text"] = twist(rng, statement["text"])
    statement["as it is"] = True
    return f"{statement['id']}: 'checked', and untrue"


@forgery
def checked_without_edits(rng, node):
    statement, part, _ = rng.choice(parts_with(node))
    statement["proof"] = "checked"
    part["edits"] = []
    statement["as it is"] = True
    return f"{statement['id']}: 'checked', its edits gone"


@forgery
def key(rng, node):
    statement = rng.choice(statements(node))
    statement["key"] = twist(rng, statement["key"])
    statement["as it is"] = True
    return f"{statement['id']}: its key"


@forgery
def part_twice(rng, node):
    statement = rng.choice(statements(node))
    statement["parts"].append(json.loads(json.dumps(rng.choice(statement["parts"]))))
    return f"{statement['id']}: a part twice"


@forgery
def basis_twice(rng, node):
    statement = rng.choice(statements(node))
    statement["citations"].append(json.loads(json.dumps(statement["citations"][0])))
    return f"{statement['id']}: its basis cited twice"


@forgery
def told_twice(rng, node):
    first, second = rng.sample([s for s in node["sections"] if s["statements"]], 2)
    again = json.loads(json.dumps(rng.choice(first["statements"])))
    again["id"] = rng.choice([again["id"], "s-00000000"])
    second["statements"].append(again)
    return f"{again['id']}: told in two sections"


@forgery
def two_in_one(rng, node):
    first, second = rng.sample(statements(node), 2)
    if len(first["parts"]) > 1 or len(second["parts"]) > 1:
        return None
    first["citations"].insert(1, json.loads(json.dumps(second["citations"][0])))
    first["parts"].append(
        {"citation": 1, "edits": json.loads(json.dumps(second["parts"][0]["edits"]))}
    )
    return f"{first['id']}: another statement joined to it"


@forgery
def statement_date(rng, node):
    statement = rng.choice(statements(node))
    statement["date"] = other(rng, ["2023-05-01", "2024", None], statement["date"])
    return f"{statement['id']}: its date"


@forgery
def more_outlets(rng, node):
    statement = rng.choice(statements(node))
    statement["outlets"] = [*statement["outlets"], "Another Gazette"]
    return f"{statement['id']}: an outlet more"


@forgery
def more_origins(rng, node):
    statement = rng.choice(statements(node))
    statement["origins"] = rng.choice([[], [*statement["origins"], "an official"]])
    return f"{statement['id']}: its origins"


@forgery
def junk_told(rng, node):
    texts = {one["id"]: one["text of it"] for one in node["sources"] if one.get("text of it")}
    marks = [
        (one, mark)
        for one in node["sources"]
        for mark in one["marks"]
        if mark["end"] - mark["start"] > 25 and one["id"] in texts
    ]
    if not marks:
        return None
    source, mark = rng.choice(marks)
    text = texts[source["id"]]
    quote = text[mark["start"] : mark["end"]].strip()
    start = text.index(quote, mark["start"])
    statement = rng.choice([s for s in statements(node) if len(s["citations"]) == 1])
    number = len([line for line in text[:start].split("\n") if line.strip()]) + (
        text[:start].endswith("\n") or not start
    )
    plain = {
        "speaker": "",
        "role": "",
        "body": "",
        "relayed_by": "",
        "kind": "reported",
        "evidence": [],
    }
    statement["citations"] = [
        {
            **statement["citations"][0],
            "source": source["id"],
            "passage": max(1, number),
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            "attribution": {**plain, "outlet": source["outlet"] or ""},
        }
    ]
    statement["parts"] = [{"citation": 0, "edits": []}]
    return f"{statement['id']}: says {quote[:40]!r}, which is no part of the article"


# Who says it


@forgery
def attribution_field(rng, node):
    said = rng.choice(rng.choice(statements(node))["citations"])["attribution"]
    name = rng.choice(["speaker", "role", "outlet", "relayed_by", "body"])
    said[name] = other(rng, ["", "the mayor", "an official", "SANA", "The Times"], said[name])
    return f"an attribution's {name}"


@forgery
def attribution_kind(rng, node):
    said = rng.choice(rng.choice(statements(node))["citations"])["attribution"]
    said["kind"] = other(rng, ["reported", "claim", "judgement"], said["kind"])
    return "an attribution's kind"


@forgery
def attribution_swapped(rng, node):
    first, second = rng.sample([c for s in statements(node) for c in s["citations"]], 2)
    if first["attribution"] == second["attribution"]:
        return None
    first["attribution"], second["attribution"] = second["attribution"], first["attribution"]
    return "two attributions swapped"


@forgery
def attribution_evidence(rng, node):
    found = [
        c["attribution"]
        for s in statements(node)
        for c in s["citations"]
        if c["attribution"]["evidence"]
    ]
    if not found:
        return None
    said = rng.choice(found)
    said["evidence"] = rng.choice([[], said["evidence"] + said["evidence"][:1]])
    return "an attribution's evidence"


# Support


def _support(rng, node, wanted):
    """Let a statement be supported by the basis of another that `wanted` allows."""
    pairs = [
        (one, two)
        for one in statements(node)
        for two in statements(node)
        if two["citations"][0]["source"] not in {c["source"] for c in one["citations"]}
        and wanted(one, two)
    ]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    support = {**json.loads(json.dumps(two["citations"][0])), "role": "supports"}
    one["citations"].append(support)
    return f"{one['id']}: supported by {two['id']}"


@forgery
def support_of_another(rng, node):
    return _support(rng, node, lambda _one, _two: True)


@forgery
def support_near(rng, node):
    words = lambda s: set(re.findall(r"[a-z]{5,}", s["text"].lower()))  # noqa: E731
    return _support(rng, node, lambda one, two: len(words(one) & words(two)) > 2)


@forgery
def support_gone_wrong(rng, node):
    found = [c for s in statements(node) for c in s["citations"] if c["role"] == "supports"]
    if not found:
        return None
    support = rng.choice(found)
    change = rng.choice(["role", "passage", "quote"])
    support[change] = {
        "role": "basis",
        "passage": support["passage"] + 1,
        "quote": twist(rng, support["quote"]),
    }[change]
    return f"a support's {change}"
