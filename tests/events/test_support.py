"""Support by the clause: who else tells a part of a statement, in that article's own sentence."""

from dataclasses import replace

import pytest

from briefing.events.connect import connect_clauses
from briefing.events.support import Grounds, contains_support, support_clauses
from briefing.language.replay import locate_quote
from briefing.model import Edit
from briefing.offer.candidates import offer_candidates
from tests.events.making import read

TOUR = (
    "A convoy of Norwegian, Danish and Swedish officers toured southern Finland on Monday, 10 "
    "March 2025, in the rain."
)
OTHER = (
    "Norwegian and Danish officials have carried out a joint tour in southern Finland, the "
    "first such visit in a year."
)


def grounds(*readings, families=None):
    by_id = {one.document.id: one for one in readings}
    families = families or {name: f"f{name}" for name in by_id}
    return Grounds(
        readings=by_id,
        documents={name: one.document for name, one in by_id.items()},
        families=families,
        connections=connect_clauses(readings, families),
    )


def told(reading):
    return next(iter(offer_candidates(reading, lambda _: (("all", 1.0),)))).statement


def shown(statement):
    return [(one.clause, one.outlets) for one in statement.support]


def test_a_clause_is_supported_by_the_sentence_that_tells_it():
    a, b = read("a", TOUR), read("b", OTHER)
    made = support_clauses(told(a), grounds(a, b))
    tour = made.support[0]
    assert made.text[tour.start : tour.end] == tour.clause
    assert tour.clause.startswith("toured southern Finland")
    assert tour.outlets == ("Outlet a", "Outlet b")
    assert [made.citations[n].quote for n in tour.citations] == [TOUR, OTHER]
    assert made.whole == told(a).citations


@pytest.mark.parametrize(
    ("words", "agrees"), [("with 40 officers", True), ("with 30 officers", False), ("", False)]
)
def test_words_with_a_figure_are_another_outlets_only_where_it_has_the_figure(words, agrees):
    a = read("a", "Norwegian officers toured southern Finland with 40 officers on 10 March 2025.")
    b = read("b", f"Norwegian officials toured southern Finland {words} on 10 March 2025.")
    outlets = [
        outlets
        for clause, outlets in shown(support_clauses(told(a), grounds(a, b)))
        if "40" in clause
    ]
    assert outlets == ([("Outlet a", "Outlet b")] if agrees else [])


def test_what_burned_by_another_day_is_not_what_had_burned():
    day = (
        "By Wednesday afternoon, the fire had scorched about 18,500 acres, said Ines Dorrat, "
        "executive director of the Vellin Emergency Management Agency."
    )
    later = (
        "The fire had scorched at least 156,000 hectares (385,000 acres) by Saturday morning, the "
        "Vellin government said."
    )
    a, b, c = read("a", day), read("b", later), read("c", day)
    assert shown(support_clauses(told(a), grounds(a, b))) == []
    assert shown(support_clauses(told(a), grounds(a, c))) != []


def test_a_people_that_one_source_alone_names_is_shown_as_such():
    a, b = read("a", TOUR), read("b", OTHER)
    made = support_clauses(told(a), grounds(a, b))
    assert ("Swedish officers", ("Outlet a",)) in shown(made)
    assert not any(clause.startswith("Danish") for clause, _ in shown(made))


def test_nobody_is_alone_with_what_another_article_names_elsewhere():
    more = "Swedish officers toured a factory near Oslo."
    a, b, c = read("a", TOUR), read("b", OTHER), read("c", more)
    made = support_clauses(told(a), grounds(a, b, c))
    assert "Swedish officers" not in [clause for clause, _ in shown(made)]


def test_versions_and_the_own_outlet_add_nothing():
    a, b = read("a", TOUR), read("b", OTHER)
    assert not support_clauses(told(a), grounds(a, b, families={"a": "f", "b": "f"})).support
    c = read("c", OTHER, outlet="Outlet a")
    assert not support_clauses(told(a), grounds(a, c)).support


def test_less_is_contained_in_more_and_never_the_other_way():
    a, b = read("a", TOUR), read("b", OTHER)
    known = grounds(a, b)
    made = support_clauses(told(a), known)
    assert contains_support(made, replace(made, support=()), known)
    assert not contains_support(told(a), made, known)
    first = made.support[0]
    for more in ({"outlets": ("Another",)}, {"origins": ("Another",)}, {"end": first.end - 1}):
        forged = replace(made, support=(replace(first, **more), *made.support[1:]))
        assert not contains_support(made, forged, known)


@pytest.mark.parametrize(
    ("edits", "span", "words"),
    [
        ((), (4, 9), "ferry"),
        ((Edit(op="drop", start=0, end=4, text="", rule="r"),), (4, 9), "ferry"),
        ((Edit(op="insert", start=9, end=9, text=" [Brenna]", rule="r"),), (4, 14),
        "ferry [Brenna] sank"),
        ((Edit(op="drop", start=4, end=10, text="", rule="r"),), (4, 14), None),
    ],
)  # fmt: skip
def test_words_are_found_again_behind_edits(edits, span, words):
    quote = "the ferry sank off the coast"
    found = locate_quote(quote, edits, *span)
    text = quote
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    folded = " ".join(text.split())
    assert (folded[found.start : found.end] if found else None) == words
