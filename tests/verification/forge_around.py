"""Forged tables, counts, dates, places, differences and judgements."""

import json

from briefing.walk.decisions import CORRECTION
from tests.verification.forging import forgery, other, pick, statements, twist

# What stands around the statements


def cells(node):
    """Give every cell of a table of actors."""
    return [cell for section in node["sections"] for row in section["rows"] for cell in row]


@forgery
def cell_text(rng, node):
    cell = pick(rng, [cell for cell in cells(node) if cell["text"]])
    if cell is None:
        return None
    cell["text"] = rng.choice(
        [twist(rng, cell["text"]), "commander of the fleet", cell["text"] + "; acting"]
    )
    return "a cell's words"


@forgery
def cell_citation(rng, node):
    cell = pick(rng, [cell for cell in cells(node) if cell["citations"]])
    if cell is None:
        return None
    cell["citations"] = rng.choice([[], [rng.choice(statements(node))["citations"][0]]])
    return "a cell's citation"


@forgery
def cells_swapped(rng, node):
    rows = pick(rng, [section["rows"] for section in node["sections"] if len(section["rows"]) > 1])
    if rows is None:
        return None
    first, second = rng.sample(rows, 2)
    if first[1] == second[1]:
        return None
    first[1], second[1] = second[1], first[1]
    return "two roles swapped"


@forgery
def row_added(rng, node):
    rows = pick(rng, [section["rows"] for section in node["sections"] if section["rows"]])
    if rows is None:
        return None
    row = json.loads(json.dumps(rng.choice(rows)))
    row[0]["text"] = "Colonel Nobody"
    rows.insert(rng.randrange(len(rows) + 1), row)
    return "a person more in the table"


@forgery
def row_cut(rng, node):
    rows = pick(rng, [section["rows"] for section in node["sections"] if section["rows"]])
    if rows is None:
        return None
    rng.choice(rows).pop()
    return "a row a cell short"


@forgery
def columns(rng, node):
    section = pick(rng, [section for section in node["sections"] if section["columns"]])
    if section is None:
        return None
    section["columns"][0] = "Suspect"
    return "a table's column"


@forgery
def actor(rng, node):
    found = pick(rng, node["actors"])
    if found is None:
        return None
    change = rng.choice(["name", "aliases", "country", "kind"])
    found[change] = {
        "name": "Colonel Nobody",
        "aliases": ["N."],
        "country": "Atlantis",
        "kind": "place",
    }[change]
    node["as derived"] = True
    return f"an actor's {change}"


@forgery
def actor_kind(rng, node):
    section = pick(rng, [one for one in node["sections"] if one["considered"].get("bodies")])
    if section is None:
        return None
    counts = section["considered"]
    moved = rng.choice([1, counts["bodies"]])
    counts["persons"], counts["bodies"] = counts["persons"] + moved, counts["bodies"] - moved
    node["as derived"] = True
    return "bodies counted as persons"


@forgery
def health(rng, node):
    counts = rng.choice(node["sections"])["health"]
    change = rng.choice(["statements", "outlets", "single_outlet", "newest", "oldest"])
    counts[change] = counts[change] + 1 if isinstance(counts[change], int) else "2020-01-01"
    node["as derived"] = True
    return f"a section's health: {change}"


@forgery
def cited(rng, node):
    source = rng.choice(node["sources"])
    source["cited"] += rng.choice([1, 2])
    node["as derived"] = True
    return "how often a source is cited"


@forgery
def gap(rng, node):
    node["as derived"] = True
    if not node["gaps"] or rng.random() < 0.2:
        node["gaps"].append({"kind": "undated", "text": "Nothing is known.", "slots": {}})
        return "a gap more"
    found = rng.choice(node["gaps"])
    change = rng.choice(["text", "slots", "gone", "kind"])
    if change == "gone":
        node["gaps"].remove(found)
    elif change == "slots":
        found["slots"] = {**found["slots"], "number": "9"}
    else:
        found[change] = twist(rng, found[change])
    return f"a gap: {change}"


@forgery
def timeline_date(rng, node):
    event = rng.choice(node["timeline"])
    event["date"] = other(rng, ["2024-01-01", "2025-11-11", "2020", "soon"], event["date"])
    return "a date of the timeline"


@forgery
def timeline_text(rng, node):
    event = rng.choice(node["timeline"])
    change = rng.choice(["twist", "cut", "other"])
    words = event["text"].split()
    event["text"] = {
        "twist": twist(rng, event["text"]),
        "cut": " ".join(words[: len(words) // 2]) + " …",
        "other": rng.choice(statements(node))["text"] + " Indeed.",
    }[change]
    event["follow"] = False
    return f"a row of the timeline: {change}"


@forgery
def timeline_rest(rng, node):
    event = rng.choice(node["timeline"])
    change = rng.choice(["basis", "statement", "citations", "speaker"])
    if change == "basis":
        event["basis"] = "stated" if event["basis"] == "inferred" else "inferred"
    elif change == "statement":
        event["statement"] = other(rng, [s["id"] for s in statements(node)], event["statement"])
        event["follow"] = False
    elif change == "citations":
        event["citations"] = rng.choice([[], rng.choice(statements(node))["citations"][:1]])
        if event["citations"] and event["text"] == event["citations"][0]["quote"]:
            return None
    else:
        event["citations"][0]["attribution"]["speaker"] = "the mayor"
    return f"a row of the timeline: {change}"


@forgery
def opening(rng, node):
    change = rng.choice(["unknown", "other", "fewer", "order"])
    line = node["bottom_line"]
    if change == "unknown":
        line[rng.randrange(len(line))] = "s-12345678"
    elif change == "other":
        line[rng.randrange(len(line))] = rng.choice(
            [s["id"] for s in statements(node) if s["id"] not in line]
        )
    elif change == "fewer":
        line.pop(rng.randrange(len(line)))
    else:
        line.reverse()
    return f"the bottom line: {change}"


@forgery
def difference(rng, node):
    found = pick(rng, node["disagreements"])
    if found is None:
        return None
    sides = found["positions"]
    change = rng.choice(["topic", "text", "swapped", "citations", "statement", "fewer"])
    if change == "topic":
        found["topic"] = "Who lied"
    elif change == "text":
        side = sides[0] if found["topic"] == CORRECTION else rng.choice(sides)
        side["text"] = twist(rng, side["text"])
    elif change == "swapped":
        if sides[0]["citations"] == sides[1]["citations"]:
            return None
        sides[0]["citations"], sides[1]["citations"] = sides[1]["citations"], sides[0]["citations"]
    elif change == "citations":
        rng.choice(sides)["citations"] = rng.choice([[], rng.choice(statements(node))["citations"]])
    elif change == "statement":
        side = rng.choice(sides)
        side["statement"] = other(rng, [s["id"] for s in statements(node)], side["statement"])
    else:
        sides.pop()
    return f"a difference: {change}"


@forgery
def difference_made_up(rng, node):
    first, second = rng.sample(statements(node), 2)
    sides = [
        {"text": s["text"], "statement": s["id"], "citations": s["citations"][:1]}
        for s in (first, second)
    ]
    node["disagreements"].append(
        {"topic": rng.choice(["Who took part", "How many ships"]), "positions": sides}
    )
    return "a difference that is none"


@forgery
def place(rng, node):
    found = pick(rng, node["places"])
    if found is None:
        return None
    change = rng.choice(["lat", "lon", "name", "basis", "citations"])
    if change == "citations":
        found["citations"] = rng.choice(statements(node))["citations"][:1]
    else:
        found[change] = found[change] + 0.5 if change in {"lat", "lon"} else found[change] + "x"
    return f"a place's {change}"


@forgery
def place_and_name(rng, node):
    found = pick(rng, node["places"])
    if found is None:
        return None
    found["lat"] += 0.5
    for name in node["names"]:
        if name["name"] == found["name"]:
            name["lat"] = found["lat"]
    return "a place and the pinned name moved alike"


@forgery
def judgement_outlet(rng, node):
    found = pick(rng, node["judgements"])
    if found is None:
        return None
    found["citations"][0]["attribution"]["outlet"] = "The Times"
    return "a judgement's outlet"


@forgery
def judgement(rng, node):
    found = pick(rng, node["judgements"])
    if found is None:
        return None
    change = rng.choice(["text", "likelihood", "confidence", "quote", "passage"])
    if change in {"quote", "passage"}:
        citation = found["citations"][0]
        citation[change] = (
            twist(rng, citation[change]) if change == "quote" else citation[change] + 1
        )
    else:
        found[change] = {
            "text": twist(rng, found["text"]),
            "likelihood": "remote",
            "confidence": "high",
        }[change]
    return f"a judgement's {change}"
