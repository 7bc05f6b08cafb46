"""A forger: takes a true brief.json and makes it lie in one place, as well as a forger can.

Each kind of forgery takes a seeded `random.Random` and a fresh copy of the parsed file, changes the
copy and says what it did, or gives None where the brief has nothing of that sort. `consistent` then
does what a careful forger does: texts follow from the edits, keys from the texts, and counts from
the statements.
"""

import json

from briefing import digest
from briefing.compose.derive import derive_brief
from briefing.language.replay import Unreplayable, apply_edits, fold_spaces
from briefing.model import Edit
from briefing.registry.rules import find_rules
from briefing.render.json import BrokenBrief, decode_brief, encode_brief

KINDS = {}


def copied(node):
    """Give a copy of what a JSON file holds, in a fifth of the time that `copy.deepcopy` takes."""
    return json.loads(json.dumps(node))


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
        brief = decode_brief(json.dumps(node).encode())
        return json.loads(encode_brief(derive_brief(brief, find_rules(brief, {}))))
    except (BrokenBrief, ValueError, KeyError):
        return node


def settle(statement):
    """Set a statement's text and key to what its parts give, as `replay` and the rewriter do."""
    if statement.pop("as it is", False):
        return
    quotes = [statement["citations"][part["citation"]]["quote"] for part in statement["parts"]]
    pieces = [
        apply_edits(
            quote,
            [
                Edit(op=e["op"], start=e["start"], end=e["end"], text=e["text"], rule="")
                for e in part["edits"]
            ],
        )
        for quote, part in zip(quotes, statement["parts"], strict=True)
    ]
    statement["text"] = fold_spaces(" ".join(pieces))
    statement["key"] = digest.short_digest(
        "k", statement["text"], *(fold_spaces(quote) for quote in quotes)
    )


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


def insert(part, edit):
    """Put an edit into a part, in order, where none stands in its way."""
    if any(one["start"] < edit["end"] and edit["start"] < one["end"] for one in part["edits"]):
        return False
    part["edits"] = sorted([*part["edits"], edit], key=lambda one: (one["start"], one["end"]))
    return True


def edit_of(op, start, end, text, rule):
    """Give an edit as brief.json has it."""
    return {
        "op": op,
        "start": start,
        "end": end,
        "text": text,
        "because": {"rule": rule, "evidence": []},
    }
