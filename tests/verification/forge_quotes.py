"""Forged quotes and edits."""

import json
import re

from tests.verification.forging import (
    edit_of,
    forgery,
    insert,
    other,
    parts_with,
    pick,
    statements,
    twist,
)

WEAK = re.compile(
    r"\b(?:not|no|never|little|may|could|likely|reportedly|unprecedented|nearly|only|about|alleged)\s"
)


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
    edit["because"]["rule"] = other(
        rng, ["date", "full-name", "antecedent", "capital"], edit["because"]["rule"]
    )
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
    made = insert(part, edit_of("drop", match.start(), match.end(), "", "connective"))
    return f"{statement['id']}: {match.group(0)!r} dropped" if made else None


@forgery
def word_dropped(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    match = pick(rng, re.finditer(r"\b\w+ ", statement["citations"][part["citation"]]["quote"]))
    made = match and insert(
        part, edit_of("drop", match.start(), match.end(), "", "leading-connective")
    )
    return f"{statement['id']}: a word dropped" if made else None


@forgery
def words_lifted(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    quote = statement["citations"][part["citation"]]["quote"]
    comma = quote.rfind(",")
    made = comma > 0 and insert(part, edit_of("lift", comma, len(quote) - 1, "", "attribution"))
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
    made = insert(part, edit_of("drop", place, place + 1, "", "connective"))
    return f"{statement['id']}: a quotation mark dropped" if made else None


@forgery
def name_put_in(rng, node):
    names = [actor["name"] for actor in node["actors"]] + [
        place["name"] for place in node["places"]
    ]
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    gap = pick(rng, re.finditer(r" ", statement["citations"][part["citation"]]["quote"]))
    made = insert(
        part, edit_of("insert", gap.start(), gap.start(), f" [{rng.choice(names)}]", "antecedent")
    )
    return f"{statement['id']}: a name put in" if made else None


@forgery
def name_in_bracket(rng, node):
    names = [actor["name"] for actor in node["actors"]]
    found = [
        e
        for e in parts_with(node, "insert")
        if e[2]["because"]["rule"] in {"antecedent", "full-name"}
    ]
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
    made = insert(part, edit_of("insert", gap.start(), gap.start(), " [2 May 2024]", "date"))
    return f"{statement['id']}: a date put in" if made else None


@forgery
def number_recased(rng, node):
    statement = rng.choice(statements(node))
    part = rng.choice(statement["parts"])
    word = pick(
        rng, re.finditer(r"\b[a-z]{4,}\b", statement["citations"][part["citation"]]["quote"])
    )
    made = word and insert(
        part, edit_of("case", word.start(), word.end(), word.group(0).upper(), "capital")
    )
    return f"{statement['id']}: a word in capitals" if made else None
