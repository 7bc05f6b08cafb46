"""Checks of the proof one by one: what each says, and of whom, where the rest is in order."""

from dataclasses import replace

import pytest

from briefing import split
from briefing.events.connect import connect_clauses
from briefing.events.disputes import list_disputes
from briefing.languages.en import reading
from briefing.model import (
    Attribution,
    Brief,
    ClauseSupport,
    Event,
    Frame,
    Rendition,
    Section,
    SourceEntry,
)
from briefing.offer.candidates import offer_candidates
from briefing.verification import licence, supports
from briefing.verification.prove import check_words, prove_brief
from briefing.verification.surroundings.case import Case
from briefing.verification.surroundings.differences import check_differences
from briefing.verification.surroundings.opening import check_opening
from briefing.verification.surroundings.sources import check_sources
from briefing.verification.surroundings.tables import check_tables
from briefing.verification.surroundings.timeline import check_timeline
from tests.compose.making import document

TEXTS = {
    "d1": "Anna Berg met Paul Weiss in Luxor on 3 March 2025 to talk about the price of grain, the "
    "mayor said.\n\nThe harbour of Luxor was closed on Monday. The crew paid for a new crane.\n",
    "d2": "The crew paid for a new crane. That was untrue.\n\n"
    "Anna Berg did not meet Paul Weiss in Luxor on 3 March 2025, the mayor's office said.\n",
}


@pytest.fixture(scope="module")
def readings():
    """Two articles of two outlets that dispute a meeting."""
    texts = {name: document(name, f"The {name}", text=text) for name, text in TEXTS.items()}
    return {
        name: reading.read_language(one, split.split_passages(one), ())
        for name, one in texts.items()
    }


def brief_of(readings, *statements, **more):
    """A brief of statements in one section that lists these articles."""
    entries = [
        SourceEntry(
            id=name,
            number=0,
            document=one.document,
            quarantined=None,
            family=name,
            relation=None,
            cited=0,
        )
        for name, one in readings.items()
    ]
    section = Section(slug="s", title="S", kind="digest", statements=statements)
    made = Brief(
        frame=Frame(title="T", slug="t"),
        as_of="",
        window="",
        bottom_line=(),
        sections=(section,),
        sources=tuple(entries),
    )
    return replace(made, **more)


def case_of(readings, *statements, **more):
    return Case(brief=brief_of(readings, *statements, **more), readings=readings, rules={"s": None})


def told(held):
    """An article's statements."""
    return [one.statement for one in offer_candidates(held, lambda _passage: ())]


def said(failures):
    return [str(one) for one in failures]


def about(readings, statement, **more):
    """What the proof says of one statement."""
    brief = brief_of(readings, statement, **more)
    return said(prove_brief(brief, readings, lambda one: one))


def two_parts(statement, second):
    """A statement of the same part twice, the second of which cites `second`."""
    part, first = statement.parts[0], statement.citations[0]
    return replace(statement, parts=(part, replace(part, citation=1)), citations=(first, second))


def test_parts_of_two_articles_are_none(readings):
    one, other = told(readings["d1"])[0], told(readings["d2"])[0]
    made = two_parts(one, other.citations[0])
    assert about(readings, made) == [f"s/{one.name}: its parts come from several articles"]


@pytest.mark.parametrize(("number", "right"), [(-1, False), (0, True), (1, False)])
def test_a_clause_cites_what_is_there(readings, number, right):
    one = told(readings["d1"])[0]
    clause = ClauseSupport(
        clause=one.text[:4], start=0, end=4, outlets=(), origins=(), citations=(number,)
    )
    fault = f"s/{one.name}: a clause's support names no citation of it"
    assert (fault in about(readings, replace(one, support=(clause,)))) is not right


def test_what_is_cited_is_at_hand(readings):
    one = told(readings["d1"])[0]
    made = replace(one, citations=(replace(one.citations[0], document="d9"),))
    assert about(readings, made) == ["d9: is cited, but its text is not at hand"]


def test_words_alone_are_asked_where_no_rule_is_at_hand(readings):
    one = told(readings["d1"])[0]
    assert said(check_words(brief_of(readings, one), readings)) == []
    other = brief_of(readings, replace(one, text="Anna Berg met nobody."))
    assert said(check_words(other, readings)) == [f"s/{one.name}: does not replay"]


def test_what_was_not_looked_at_is_cited_by_nothing(readings):
    one = told(readings["d1"])[0]
    sources = tuple(replace(entry, considered=False) for entry in brief_of(readings, one).sources)
    assert about(readings, one, sources=sources) == [
        "d1: is cited, and is said not to have been looked at"
    ]


def test_what_is_told_along_with_nothing_whole_is_no_licence(readings):
    held = readings["d1"]
    *_, one = told(held)
    (basis,), (part,) = one.citations, one.parts
    assert list(licence.check_derivation(basis, part.edits, held, (), pinned=False)) == []
    broken = replace(basis, end=basis.end - 1)
    asked = licence.check_derivation(basis, part.edits, held, (broken,), pinned=False)
    assert list(asked) == ["its parts don't follow one another"]
    assert licence.cited_sentences(replace(basis, passage=99), held) == ()
    assert licence.leaves_denial_out((basis,), {}) is False


def test_a_support_is_body_text_says_the_same_and_keeps_its_denial(readings):
    one = next(one for one in told(readings["d1"]) if one.text.startswith("The crew"))
    other = readings["d2"]
    quote = "The crew paid for a new crane."
    start = other.document.text.index(quote)
    denied = replace(
        one.citations[0], document="d2", role="supports", passage=1,
        start=start, end=start + len(quote), quote=quote,
    )  # fmt: skip

    def ask(citation, held=other):
        both = replace(one, citations=(*one.citations, citation))
        families = {"d1": "f1", "d2": "f2"}
        return list(supports.check_support(both, {"d2": held}, families))

    alike = replace(one.citations[0], role="supports", document="d2")
    elsewhere = replace(alike, attribution=Attribution(speaker="Paul Weiss"))
    assert ask(alike, readings["d1"]) == []
    assert ask(elsewhere, readings["d1"]) == [
        "a support's attribution is not the one that the article gives"
    ]
    assert ask(denied) == ["a support leaves out a denial that stands behind it"]
    assert ask(replace(denied, passage=2)) == [
        "its support in passage 2 of d2 does not say the same"
    ]
    assert ask(replace(denied, passage=99)) == ["its support in d2 is not of the article's body"]


def test_a_row_of_a_dispute_is_one_that_the_articles_have(readings):
    families = {name: name for name in readings}
    disputed = connect_clauses(tuple(readings.values()), families).disputed
    (row,) = list_disputes(disputed, readings, frozenset())
    less = {"d1": readings["d1"]}
    other = replace(row, positions=row.positions[::-1])

    def ask(row, held=readings):
        case = replace(case_of(readings, disagreements=(row,)), readings=held)
        return said(check_differences(case))

    assert ask(row) == []
    fault = [f"disagreements: {row.topic!r}: the articles don't differ so"]
    assert ask(other) == ask(row, less) == fault
    third = document("d3", "The d3", text="The quay was closed.\n")
    more = {**readings, "d3": reading.read_language(third, split.split_passages(third), ())}
    part = replace(case_of(more, disagreements=(row,)), readings=readings)
    assert said(check_differences(part)) == []
    assert said(check_differences(replace(part, brief=replace(part.brief, disagreements=(other,)))))


def test_a_source_that_is_set_aside_has_no_kin(readings):
    one, other = brief_of(readings).sources
    aside = replace(other, document=None, family=None)
    fault = "d2: was set aside, and is nothing's version"
    for entry, right in ((aside, True), (other, True), (replace(aside, family="f1"), False)):
        found = said(check_sources(case_of(readings, sources=(one, entry))))
        assert (fault not in found) is right


@pytest.mark.parametrize(
    ("numbers", "right"),
    [((0, 0), True), ((1, 0), True), ((1, 2), True), ((0, 1), False), ((2, 1), False)],
)
def test_sources_stand_in_the_order_of_their_numbers(readings, numbers, right):
    sources = tuple(
        replace(entry, number=number)
        for entry, number in zip(brief_of(readings).sources, numbers, strict=True)
    )
    fault = "sources: are not listed in order, each once"
    assert (fault not in said(check_sources(case_of(readings, sources=sources)))) is right
    twice = (sources[0], sources[0])
    assert fault in said(check_sources(case_of(readings, sources=twice)))


def test_two_sections_of_one_slug_are_named(readings):
    class Faultless:
        """A kind that finds no fault."""

        def faults(self, *_):
            return ()

    case = replace(case_of(readings), rules={"s": Faultless()})
    assert said(check_tables(case)) == []
    both = replace(case, brief=replace(case.brief, sections=case.brief.sections * 2))
    assert said(check_tables(both)) == ["sections: two have one slug"]


@pytest.mark.parametrize(
    ("dates", "right"),
    [
        (("2025-03-03", "2025-03-04"), True),
        (("2025-03-04", "2025-03-03"), False),
        (("2025-03-03", "2025-03-03"), False),
    ],
)
def test_the_timeline_is_in_order_each_row_once(readings, dates, right):
    rows = tuple(Event(date=date, text="A", statement=None, citations=()) for date in dates)
    fault = "timeline: is not in order, each row once"
    assert (fault not in said(check_timeline(case_of(readings, timeline=rows)))) is right


def test_a_cut_opens_with_what_it_tells(readings):
    one = told(readings["d1"])[0]
    cut = {"rendition": Rendition(sections=("s",))}
    assert said(check_opening(case_of(readings, one, bottom_line=(one.name,), **cut))) == []
    assert said(check_opening(case_of(readings, one, bottom_line=("s-9",), **cut))) == [
        "bottom line: is not of statements that can stand there, each once"
    ]
