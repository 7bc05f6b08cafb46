"""A forger: takes a true brief.json and makes it lie in one place, as well as a forger can.

Each kind of forgery takes a seeded `random.Random` and a fresh copy of the parsed file, changes the copy and says what
it did, or gives None where the brief has nothing of that sort. `consistent` then does what a careful forger does:
texts follow from the edits, keys from the texts, and counts from the statements.
"""

import json
import re

from briefing import digest
from briefing.compose.derive import derive
from briefing.language.replay import Unreplayable, apply, fold
from briefing.model import Edit
from briefing.render.json import Undecodable, decode, encode

KINDS = {}
WEAK = re.compile(r"\b(?:not|no|never|little|may|could|likely|reportedly|unprecedented|nearly|only|about|alleged)\s")
FACTS = ("title", "outlet", "author", "kind", "language", "note", "reliability", "url", "encoding", "path", "locator")


def forgery(function):
    """Register a kind of forgery under its name."""
    KINDS[function.__name__] = function
    return function


def consistent(node):
    """Give a forged brief with every text, key and count that follows from what was forged."""
    renamed = {}
    for section in node["sections"]:
        for statement in section["statements"]:
            try:
                settle(statement)
            except (Unreplayable, IndexError):
                continue
            renamed[statement["id"]] = statement
    for event in node["timeline"]:
        told = renamed.get(event["statement"])
        if told and "…" not in event["text"] and event.pop("follow", True):
            event["text"] = told["text"]
    try:
        return json.loads(encode(derive(decode(json.dumps(node).encode()))))
    except (Undecodable, ValueError, KeyError):
        return node


def settle(statement):
    """Set a statement's text and key to what its parts give, as `replay` and the rewriter do."""
    if statement.pop("as it is", False):
        return
    quotes = [statement["citations"][part["citation"]]["quote"] for part in statement["parts"]]
    pieces = [
        apply(
            quote,
            [Edit(op=e["op"], start=e["start"], end=e["end"], text=e["text"], rule="") for e in part["edits"]],
        )
        for quote, part in zip(quotes, statement["parts"], strict=True)
    ]
    statement["text"] = fold(" ".join(pieces))
    statement["key"] = digest.short("k", statement["text"], *(fold(quote) for quote in quotes))


def statements(node):
    """Give every statement."""
    return [statement for section in node["sections"] for statement in section["statements"]]


def pick(rng, things):
    """Give one of `things`, or None of none."""
    things = list(things)
    return rng.choice(things) if things else None


def other(rng, things, than):
    """Give one of `things` that is not `than`."""
    return pick(rng, [thing for thing in things if thing != than])


def twist(rng, text):
    """Give `text` with one letter or digit changed."""
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    if not places:
        return text + "x"
    place = rng.choice(places)
    return text[:place] + ("7" if text[place] != "7" else "3") + text[place + 1 :]


def parts_with(node, op=None):
    """Give (statement, part, edit) for every edit, of one kind if asked."""
    return [
        (statement, part, edit)
        for statement in statements(node)
        for part in statement["parts"]
        for edit in part["edits"]
        if op is None or edit["op"] == op
    ]


def insert(statement, part, edit):
    """Put an edit into a part, in order, where none stands in its way."""
    if any(one["start"] < edit["end"] and edit["start"] < one["end"] for one in part["edits"]):
        return False
    part["edits"] = sorted([*part["edits"], edit], key=lambda one: (one["start"], one["end"]))
    return True


def edit_of(op, start, end, text, rule):
    """Give an edit as brief.json has it."""
    return {"op": op, "start": start, "end": end, "text": text, "because": {"rule": rule, "evidence": []}}


# Quotes and where they stand


@forgery
def quote_letter(rng, node):
    statement = rng.choice(statements(node))
    citation = rng.choice(statement["citations"])
    citation["quote"] = twist(rng, citation["quote"])
    return f"{statement['id']}: a letter of a quote"


@forgery
def quote_letter_alone(rng, node):
    statement = rng.choice(statements(node))
    citation = rng.choice(statement["citations"])
    citation["quote"] = twist(rng, citation["quote"])
    statement["as it is"] = True
    return f"{statement['id']}: a letter of a quote and nothing else"


@forgery
def quote_offset(rng, node):
    citation = rng.choice(rng.choice(statements(node))["citations"])
    citation[rng.choice(["start", "end"])] += rng.choice([-1, 1])
    return "an offset moved by one"


@forgery
def quote_moved(rng, node):
    citation = rng.choice(rng.choice(statements(node))["citations"])
    by = rng.choice([-1, 1, 17])
    citation["start"] += by
    citation["end"] += by
    return "a quote moved"


@forgery
def quote_shorter(rng, node):
    statement = rng.choice([s for s in statements(node) if len(s["citations"]) == 1])
    citation, part = statement["citations"][0], statement["parts"][0]
    words = citation["quote"].rfind(" ", 0, len(citation["quote"]) - 8)
    if words < 20 or any(edit["end"] > words for edit in part["edits"]):
        return None
    citation["quote"] = citation["quote"][:words]
    citation["end"] = citation["start"] + words
    return f"{statement['id']}: a sentence cut short"


@forgery
def quote_passage(rng, node):
    citation = rng.choice(rng.choice(statements(node))["citations"])
    citation["passage"] += rng.choice([-1, 1])
    return "a citation's passage"


@forgery
def quote_source(rng, node):
    citation = rng.choice(rng.choice(statements(node))["citations"])
    citation["source"] = other(rng, [one["id"] for one in node["sources"]], citation["source"])
    return "a citation's source"


# Edits


@forgery
def edit_text(rng, node):
    found = pick(rng, parts_with(node, "insert"))
    if found is None:
        return None
    statement, _, edit = found
    edit["text"] = edit["text"][:2] + twist(rng, edit["text"][2:-2]) + edit["text"][-2:]
    return f"{statement['id']}: a letter inside a bracket"


@forgery
def edit_text_alone(rng, node):
    statement, _, edit = rng.choice(parts_with(node))
    edit["text"] = twist(rng, edit["text"])
    statement["as it is"] = True
    return f"{statement['id']}: a letter of an edit and nothing else"


@forgery
def edit_offset(rng, node):
    statement, _, edit = rng.choice(parts_with(node))
    by = rng.choice([-1, 1])
    edit["start"] += by
    edit["end"] += by
    return f"{statement['id']}: an edit moved"


@forgery
def edit_gone(rng, node):
    statement, part, edit = rng.choice(parts_with(node))
    part["edits"].remove(edit)
    return f"{statement['id']}: an edit taken away"


@forgery
def edit_twice(rng, node):
    statement, part, edit = rng.choice(parts_with(node))
    part["edits"].insert(part["edits"].index(edit), json.loads(json.dumps(edit)))
    return f"{statement['id']}: an edit twice"


@forgery
def edit_rule(rng, node):
    _, _, edit = rng.choice(parts_with(node))
    edit["because"]["rule"] = other(rng, ["date", "full-name", "antecedent", "capital"], edit["because"]["rule"])
    return "an edit's rule"


@forgery
def edit_evidence(rng, node):
    found = pick(rng, [edit for _, _, edit in parts_with(node) if edit["because"]["evidence"]])
    if found is None:
        return None
    wanted = rng.choice(statements(node))["citations"][0]
    wrong = {name: wanted[name] for name in ("source", "start", "end", "quote")}
    found["because"]["evidence"] = rng.choice([[], [wrong], [*found["because"]["evidence"], wrong]])
    return "an edit's evidence"


@forgery
def weakener_dropped(rng, node):
    found = [
        (statement, part, match)
        for statement in statements(node)
        for part in statement["parts"]
        for match in WEAK.finditer(statement["citations"][part["citation"]]["quote"])
    ]
    if not found:
        return None
    statement, part, match = rng.choice(found)
    made = insert(statement, part, edit_of("drop", match.start(), match.end(), "", "connective"))
    return f"{statement['id']}: {match.group(0)!r} dropped" if made else None


@forgery
def word_dropped(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    match = pick(rng, re.finditer(r"\b\w+ ", statement["citations"][part["citation"]]["quote"]))
    made = match and insert(statement, part, edit_of("drop", match.start(), match.end(), "", "leading-connective"))
    return f"{statement['id']}: a word dropped" if made else None


@forgery
def words_lifted(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    quote = statement["citations"][part["citation"]]["quote"]
    comma = quote.rfind(",")
    made = comma > 0 and insert(statement, part, edit_of("lift", comma, len(quote) - 1, "", "attribution"))
    return f"{statement['id']}: its last clause lifted" if made else None


@forgery
def quotation_opened(rng, node):
    found = [
        (statement, part, place)
        for statement in statements(node)
        for part in statement["parts"]
        for place, letter in enumerate(statement["citations"][part["citation"]]["quote"])
        if letter in '“”"'
    ]
    if not found:
        return None
    statement, part, place = rng.choice(found)
    made = insert(statement, part, edit_of("drop", place, place + 1, "", "connective"))
    return f"{statement['id']}: a quotation mark dropped" if made else None


@forgery
def name_put_in(rng, node):
    names = [actor["name"] for actor in node["actors"]] + [place["name"] for place in node["places"]]
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    gap = pick(rng, re.finditer(r" ", statement["citations"][part["citation"]]["quote"]))
    made = insert(statement, part, edit_of("insert", gap.start(), gap.start(), f" [{rng.choice(names)}]", "antecedent"))
    return f"{statement['id']}: a name put in" if made else None


@forgery
def name_in_bracket(rng, node):
    names = [actor["name"] for actor in node["actors"]]
    found = [e for e in parts_with(node, "insert") if e[2]["because"]["rule"] in {"antecedent", "full-name"}]
    if not found:
        return None
    statement, _, edit = rng.choice(found)
    was = edit["text"].strip(" []")
    name = other(rng, names, was)
    edit["text"] = edit["text"].replace(was, name)
    return f"{statement['id']}: {was} became {name}"


@forgery
def date_in_bracket(rng, node):
    found = [e for e in parts_with(node, "insert") if re.search(r"\d", e[2]["text"])]
    if not found:
        return None
    statement, _, edit = rng.choice(found)
    edit["text"] = re.sub(r"\d+", lambda m: str(int(m.group(0)) + 1), edit["text"], count=1)
    return f"{statement['id']}: a day later in the bracket"


@forgery
def date_put_in(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    gap = pick(rng, re.finditer(r" ", statement["citations"][part["citation"]]["quote"]))
    made = insert(statement, part, edit_of("insert", gap.start(), gap.start(), " [2 May 2024]", "date"))
    return f"{statement['id']}: a date put in" if made else None


@forgery
def number_recased(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    word = pick(rng, re.finditer(r"\b[a-z]{4,}\b", statement["citations"][part["citation"]]["quote"]))
    made = word and insert(statement, part, edit_of("case", word.start(), word.end(), word.group(0).upper(), "capital"))
    return f"{statement['id']}: a word in capitals" if made else None


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
    statement["key"] = digest.short("k", statement["text"], *(fold(c["quote"]) for c in statement["citations"]))
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
    first["parts"].append({"citation": 1, "edits": json.loads(json.dumps(second["parts"][0]["edits"]))})
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
    plain = {"speaker": "", "role": "", "body": "", "relayed_by": "", "kind": "reported", "evidence": []}
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
    found = [c["attribution"] for s in statements(node) for c in s["citations"] if c["attribution"]["evidence"]]
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
        if two["citations"][0]["source"] not in {c["source"] for c in one["citations"]} and wanted(one, two)
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
    return _support(rng, node, lambda one, two: len(words(one) & words(two)) > 2)  # noqa: PLR2004


@forgery
def support_gone_wrong(rng, node):
    found = [c for s in statements(node) for c in s["citations"] if c["role"] == "supports"]
    if not found:
        return None
    support = rng.choice(found)
    change = rng.choice(["role", "passage", "quote"])
    support[change] = {"role": "basis", "passage": support["passage"] + 1, "quote": twist(rng, support["quote"])}[
        change
    ]
    return f"a support's {change}"


# What stands around the statements


def cells(node):
    """Give every cell of a table of actors."""
    return [cell for section in node["sections"] for row in section["rows"] for cell in row]


@forgery
def cell_text(rng, node):
    cell = pick(rng, [cell for cell in cells(node) if cell["text"]])
    if cell is None:
        return None
    cell["text"] = rng.choice([twist(rng, cell["text"]), "commander of the fleet", cell["text"] + "; acting"])
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
    found[change] = {"name": "Colonel Nobody", "aliases": ["N."], "country": "Atlantis", "kind": "body"}[change]
    node["as derived"] = True
    return f"an actor's {change}"


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
    if not node["gaps"] or rng.random() < 0.2:  # noqa: PLR2004
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
        line[rng.randrange(len(line))] = rng.choice([s["id"] for s in statements(node) if s["id"] not in line])
    elif change == "fewer":
        line.pop(rng.randrange(len(line)))
    else:
        line.reverse()
    return f"the bottom line: {change}"


@forgery
def difference(rng, node):
    from briefing.pipeline.decide import CORRECTION  # noqa: PLC0415

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
    sides = [{"text": s["text"], "statement": s["id"], "citations": s["citations"][:1]} for s in (first, second)]
    node["disagreements"].append({"topic": rng.choice(["Who took part", "How many ships"]), "positions": sides})
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
def judgement(rng, node):
    found = pick(rng, node["judgements"])
    if found is None:
        return None
    change = rng.choice(["text", "likelihood", "confidence", "quote", "passage", "outlet"])
    if change in {"quote", "passage"}:
        citation = found["citations"][0]
        citation[change] = twist(rng, citation[change]) if change == "quote" else citation[change] + 1
    elif change == "outlet":
        found["citations"][0]["attribution"]["outlet"] = "The Times"
    else:
        found[change] = {"text": twist(rng, found["text"]), "likelihood": "remote", "confidence": "high"}[change]
    return f"a judgement's {change}"


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
    source["known"][change] = {"basis": rng.choice(["supplied", "stated", "inferred"]), "note": "", "evidence": []}
    return f"a source's {change}, as if it were known"


@forgery
def source_date(rng, node):
    source = rng.choice([one for one in node["sources"] if one["published"]])
    change = rng.choice(["edtf", "basis"])
    if change == "edtf":
        source["published"]["edtf"] = other(rng, ["2025-11-01", "2024-12-24", "last week"], source["published"]["edtf"])
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
        source["marks"].append({"start": mark["end"] + 5, "end": mark["end"] + 60, "kind": "widget", "reason": "site"})
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
    source[change] = (source[change] or "") + "x" if change == "family" else None if source[change] else "version"
    return f"a source's {change}"


@forgery
def families_parted(rng, node):
    versions = [one for one in node["sources"] if one["relation"]]
    if not versions:
        return None
    source = rng.choice(versions)
    source["family"], source["relation"] = digest.short("f", source["id"]), None
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
        node["changes"]["withdrawn"].append({"id": "s-1", "was": "A lie.", "now": "", "cause": "a source"})
    elif change == "flag":
        rng.choice(statements(node))["change"] = "kept"
    else:
        node["changes"]["previous"] = 4
    return f"what is new: {change}"
