"""Who leads a claim, who may join it, what an older version's statement is worth, and who stands
behind."""

from dataclasses import replace

import pytest

from briefing.corroborate import group_claims, support_statement, weigh_outdated
from briefing.events.independence import distinct_origins, independent_outlets
from briefing.model import Claim
from tests.compose.making import candidate, citation, document

TRUE = (
    "The harbour authority of Vellin reopened the northern quay on Monday after four months of "
    "dredging."
)


def alone(*names):
    """Give each document a family of its own, all of them the latest."""
    return {name: f"f-{name}" for name in names}, dict.fromkeys(names, 0)


def claims(*offered, families=None, latest=None):
    """Give each claim's documents, its lead's first."""
    own, newest = alone(*{one.document for one in offered})
    found = group_claims(offered, families or own, latest or newest)
    return [[one.document for one in (claim.lead, *claim.others)] for claim in found]


@pytest.mark.parametrize(
    ("lead", "other"),
    [
        ({"cost": 0, "position": 9}, {"cost": 1, "position": 0}),
        ({"position": 1}, {"position": 2}),
    ],
)
def test_what_costs_less_leads_then_what_stands_earlier(lead, other):
    first, second = candidate(TRUE, "d9", **lead), candidate(TRUE, "d1", **other)
    assert claims(first, second) == claims(second, first) == [["d9", "d1"]]


def test_of_equals_the_first_document_leads():
    crowd = [candidate(TRUE, name) for name in ("d3", "d1", "d2")]
    assert claims(*crowd) == [["d1", "d2", "d3"]]


def test_the_latest_leads_at_any_cost():
    old, new = candidate(TRUE, "d1"), candidate(TRUE, "d2", cost=3, position=8)
    families, latest = {"d1": "f", "d2": "f"}, {"d1": 1, "d2": 0}
    assert claims(old, new, families=families, latest=latest) == [["d2", "d1"]]


def test_what_the_analyst_pins_leads_at_any_cost_and_joins_nobody():
    dear = candidate(TRUE, "d9", cost=3, position=8)
    pinned = replace(dear, statement=replace(dear.statement, pinned=True))
    assert claims(candidate(TRUE, "d1"), dear) == [["d1", "d9"]]
    assert claims(candidate(TRUE, "d1"), pinned) == [["d9", "d1"]]
    second = replace(pinned, document="d8")
    assert claims(second, pinned) == [["d8"], ["d9"]]


# Each says the one before and more; the first and the last share too little.
SHORT = "Engineers reopened northern quays."
MIDDLE = "Engineers reopened northern quays, walls, locks."
LONG = "Engineers reopened northern quays, walls, locks, basins, cranes, ramps."


def test_agreement_is_not_handed_on():
    crowd = [candidate(text, f"d{n}") for n, text in enumerate((SHORT, MIDDLE, LONG))]
    assert claims(*crowd) == [["d0", "d1"], ["d2"]]
    crowd = [candidate(text, f"d{n}") for n, text in enumerate((MIDDLE, SHORT, LONG))]
    assert claims(*crowd) == [["d0", "d1", "d2"]]


def test_who_agrees_with_two_leads_joins_the_first_alone():
    crowd = [candidate(SHORT, "d1"), candidate(LONG, "d2"), candidate(MIDDLE, "d3")]
    assert claims(*crowd) == [["d1", "d3"], ["d2"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [("Ferries carried grain.", [["d1", "d2"]]), ("Ferries carried it.", [["d1"], ["d2"]])],
)
def test_fewer_than_three_words_are_too_little_to_agree_by(text, found):
    assert claims(candidate(text, "d1"), candidate(text, "d2")) == found


@pytest.mark.parametrize(("crowd", "found"), [(60, 1), (61, 61)])
def test_words_that_nearly_everybody_uses_are_not_compared_by(crowd, found):
    texts = [candidate("Ferries carried grain.", f"d{n:02}") for n in range(crowd)]
    assert len(claims(*texts)) == found


EDITED = "The harbour authority reopened the northern quay after months of dredging in Vellin."
WHOLE = (
    "The harbour authority reopened the northern quay after months of dredging in Vellin, the "
    "board's chair said unwillingly."
)


def test_an_edited_sentence_joins_that_of_another_version_and_not_of_another_article():
    # The hedge parts the two articles; of one article it is the same sentence, edited.
    old, new = (
        candidate(WHOLE.replace("unwillingly", "perhaps"), "d1"),
        candidate(EDITED, "d2"),
    )
    assert claims(old, new) == [["d1"], ["d2"]]
    one = {"d1": "f", "d2": "f"}
    assert claims(old, new, families=one, latest={"d1": 1, "d2": 0}) == [["d2", "d1"]]


OLD = "Grain ships reached northern Vellin overnight."


def weight(text, *, place=1, newest="d2", families=None, more=()):
    """Give what the statement of an older version is worth beside one of the latest."""
    families = families or {"d1": "f", "d2": "f", "d3": "g"}
    crowd = [candidate(OLD, "d1"), candidate(text, newest), *more]
    return weigh_outdated(crowd, families, {"d1": place, "d2": 0, "d3": 0})[0].weight


def test_what_the_latest_version_retells_is_worth_less_and_what_was_cut_is_not():
    assert 0 < weight("Grain ships reached northern Vellin late.") < 1
    assert weight("Nobody knows what salt costs.") == 1
    assert weight(OLD, newest="d3") == 1
    assert weight(OLD, place=0) == 1


@pytest.mark.parametrize(
    ("text", "retold"),
    [("Grain ships reached seven towns.", True), ("Grain ships left seven towns.", False)],
)
def test_three_of_five_words_make_it_retold(text, retold):
    assert (weight(text) < 1) is retold


def test_one_of_several_statements_is_enough_to_retell():
    more = (candidate("Grain ships reached northern Vellin late.", "d2", position=1),)
    assert weight("Nobody knows what salt costs.", more=more) < 1


def test_only_the_older_version_loses_worth():
    crowd = [candidate(OLD, name) for name in ("d1", "d2", "d3")]
    families, latest = {"d1": "f", "d2": "f", "d3": "g"}, {"d1": 2, "d2": 0, "d3": 0}
    found = weigh_outdated(crowd, families, latest)
    assert [one.weight < 1 for one in found] == [True, False, False]
    assert [one.setbacks for one in found] == [("outdated",), (), ()]
    assert [replace(one, weight=1.0, setbacks=()) for one in found] == crowd


def test_an_older_version_of_which_no_newer_one_says_a_word_keeps_its_worth():
    crowd = [candidate(OLD, "d1"), candidate(OLD, "d3")]
    families, latest = {"d1": "f", "d2": "f", "d3": "g"}, {"d1": 1, "d2": 0, "d3": 0}
    assert [one.weight for one in weigh_outdated(crowd, families, latest)] == [1.0, 1.0]


def test_an_older_version_retells_nothing_of_one_older_still():
    crowd = [candidate(OLD, "d1"), candidate(OLD, "d2")]
    families, latest = dict.fromkeys(("d1", "d2", "d3"), "f"), {"d1": 2, "d2": 1, "d3": 0}
    assert [one.weight for one in weigh_outdated(crowd, families, latest)] == [1.0, 1.0]


def test_the_lead_s_own_article_supports_nothing_and_the_next_one_still_does():
    documents = {name: document(name, name.upper()) for name in ("d1", "d2")}
    families, _ = alone("d1", "d2")
    others = (candidate(TRUE, "d1"), candidate(TRUE, "d2", parts=2), candidate(TRUE, "d2"))
    made = support_statement(Claim(lead=candidate(TRUE, "d1"), others=others), documents, families)
    assert [(one.document, one.role) for one in made.citations] == [
        ("d1", "basis"),
        ("d2", "supports"),
    ]
    assert (made.text, made.outlets, made.origins[0]) == (
        TRUE,
        ("D1", "D2"),
        "outlet not stated (f-d1)",
    )


def test_the_words_that_a_statement_rests_on_are_what_supports():
    documents = {name: document(name) for name in ("d1", "d2")}
    families, _ = alone("d1", "d2")
    other = candidate(TRUE, "d2")
    more = replace(other.statement.citations[0], start=900, end=950, quote="More.")
    cited = (*other.statement.citations, more)
    other = replace(other, statement=replace(other.statement, citations=cited))
    made = support_statement(
        Claim(lead=candidate(TRUE, "d1"), others=(other,)), documents, families
    )
    assert [one.quote for one in made.citations] == [TRUE, TRUE]


def test_an_outlet_is_named_once_and_a_version_without_one_hides_none():
    documents = {
        "d1": document("d1"),
        "d2": document("d2", "Vellin Gazette"),
        "d3": document("d3", "Vellin Gazette"),
        "d4": document("d4", "Sorrel Courier"),
    }
    families = {"d1": "f", "d2": "f", "d3": "g", "d4": "f"}
    cited = [citation(TRUE, name) for name in documents]
    assert independent_outlets(cited, documents, families) == ("Vellin Gazette",)
    families["d4"] = "h"
    assert independent_outlets(cited, documents, families) == ("Vellin Gazette", "Sorrel Courier")
    assert independent_outlets([], documents, families) == ()


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        ({"relayed_by": "Gazette", "outlet": "News Agency", "speaker": "Ines Dorrat"},
        "News Agency"),
        ({"relayed_by": "Gazette", "speaker": "Ines Dorrat"}, "Ines Dorrat"),
        ({"outlet": "Gazette", "speaker": "Ines Dorrat"}, "Ines Dorrat"),
        ({"outlet": "Gazette"}, "Gazette"),
        ({"relayed_by": "Gazette"}, "outlet not stated (f)"),
        ({}, "outlet not stated (f)"),
    ],
)  # fmt: skip
def test_where_the_words_come_from(said, origin):
    cited = [citation(TRUE, "d1", **said)] * 2
    assert distinct_origins(cited, {"d1": document("d1")}, {"d1": "f"}) == (origin,)
