"""Forged support by the clause: who tells a clause, which words they are, and how many."""

from tests.verification.forging import forgery, other, pick, statements, twist


def backed(rng, node):
    """Give a statement with the support of a clause, and one such support."""
    found = [(one, part) for one in statements(node) for part in one["support"]]
    return pick(rng, found)


@forgery
def clause_outlet_more(rng, node):
    found = backed(rng, node)
    if found is None:
        return None
    found[1]["outlets"].append("The Vellin Gazette")
    return "a clause: an outlet more"


@forgery
def clause_outlet_less(rng, node):
    found = backed(rng, node)
    if found is None or not found[1]["outlets"]:
        return None
    found[1]["outlets"].pop()
    return "a clause: an outlet less"


@forgery
def clause_origin(rng, node):
    found = backed(rng, node)
    if found is None or not found[1]["origins"]:
        return None
    found[1]["origins"][0] = twist(rng, found[1]["origins"][0])
    return "a clause: an origin"


@forgery
def clause_words(rng, node):
    found = backed(rng, node)
    if found is None:
        return None
    found[1]["clause"] = twist(rng, found[1]["clause"])
    return "a clause: its words"


@forgery
def clause_wider(rng, node):
    found = backed(rng, node)
    if found is None or found[1]["end"] >= len(found[0]["text"]):
        return None
    statement, part = found
    part["end"] = len(statement["text"])
    part["clause"] = statement["text"][part["start"] :]
    return "a clause: more of its statement"


@forgery
def clause_left_out(rng, node):
    found = backed(rng, node)
    if found is None:
        return None
    statement, part = found
    statement["support"].remove(part)
    named = {number for one in statement["support"] for number in one["citations"]}
    kept = [
        place
        for place, cited in enumerate(statement["citations"])
        if cited["role"] == "basis" or place in named or place not in part["citations"]
    ]
    statement["citations"] = [statement["citations"][place] for place in kept]
    for one in statement["support"]:
        one["citations"] = [kept.index(number) for number in one["citations"]]
    return "a clause: its support left out"


@forgery
def clause_of_another_article(rng, node):
    found = backed(rng, node)
    if found is None:
        return None
    statement, part = found
    lender = other(rng, statements(node), statement)
    if lender is None:
        return None
    lent = {**lender["citations"][0], "role": "supports"}
    if lent in statement["citations"]:
        return None
    statement["citations"].append(lent)
    part["citations"].append(len(statement["citations"]) - 1)
    return "a clause: a sentence that doesn't tell it"


@forgery
def clause_invented(rng, node):
    statement = rng.choice(statements(node))
    lender = other(rng, statements(node), statement)
    if lender is None or lender["citations"][0]["source"] == statement["citations"][0]["source"]:
        return None
    statement["citations"].append({**lender["citations"][0], "role": "supports"})
    statement["support"].append(
        {
            "clause": statement["text"],
            "start": 0,
            "end": len(statement["text"]),
            "outlets": ["The Vellin Gazette"],
            "origins": ["The Vellin Gazette"],
            "citations": [0, len(statement["citations"]) - 1],
        }
    )
    return "a clause: support where there is none"


@forgery
def clause_made_whole(rng, node):
    found = backed(rng, node)
    if found is None or len(found[1]["citations"]) < 2:
        return None
    found[0]["support"] = []
    return "a clause: its support passed off as the whole statement's"


@forgery
def clause_citation_nowhere(rng, node):
    found = backed(rng, node)
    if found is None:
        return None
    found[1]["citations"].append(len(found[0]["citations"]) + rng.randrange(3))
    return "a clause: a citation that is none"
