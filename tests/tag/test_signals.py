"""Signals: what an article tells, found from names, speech and dates, on any topic."""

from dataclasses import replace

import pytest

from briefing.model import Dated, Known
from briefing.tag import signals
from briefing.tag.pattern import SIGNALS
from tests.tag.tag_example import named, reading, said


def _holds(given, name):
    return [
        given.document.text[span.start : span.end]
        for span in signals.find_signals(given, (name,))[name]
    ]


def _with(given, name="", role=""):
    entity, mentions = named(given, name, role)
    return replace(given, entities=(*given.entities, entity), mentions=(*given.mentions, *mentions))


OFFICE = [
    ("Foreign Minister Ada Lund resigned.", "Ada Lund", True),
    ("Gen. Ada Lund resigned.", "Ada Lund", True),
    ("Ada Lund, a senior general in the army, resigned.", "Ada Lund", True),
    ("Lund, a senior general in the army, resigned.", "Lund", True),
    ("Mrs Lund formerly led the rebel group as its commander.", "Lund", True),
    ("Ada Lund became president of the union.", "Ada Lund", True),
    ("President Lund resigned.", "Lund", False),
    ("Ada Lund resigned.", "Ada Lund", False),
    ("Ada Lund, an analyst with a bank, resigned.", "Ada Lund", False),
    ("The minister resigned. Ada Lund wept.", "Ada Lund", False),
]


@pytest.mark.parametrize(("line", "name", "holds"), OFFICE, ids=[line for line, _, _ in OFFICE])
def test_a_named_person_is_given_an_office(line, name, holds):
    assert bool(_holds(_with(reading(line), name), "person+office")) is holds


def test_the_role_that_the_names_room_found_counts_unless_it_is_an_analysts():
    line = "Ada Lund was there for the ministry, as its envoy."
    assert _holds(_with(reading(line), "Ada Lund", "envoy"), "person+office")
    line = "Ada Lund was there for the bank, as its economist."
    assert not _holds(_with(reading(line), "Ada Lund", "economist"), "person+office")


MEETING = [
    ("Ada Lund met the king.", True),
    ("Ada Lund visited the port.", True),
    ("There was a call between Ada Lund and the king.", True),
    ("Ada Lund held two hours of talks.", True),
    ("Ada Lund’s visit was long.", False),
    ("Ada Lund held a stick.", False),
    ("The king met nobody. Ada Lund slept.", False),
]


@pytest.mark.parametrize(("line", "holds"), MEETING, ids=[line for line, _ in MEETING])
def test_a_named_person_meets_somebody(line, holds):
    assert bool(_holds(_with(reading(line), "Ada Lund"), "meeting")) is holds


def test_an_analyst_is_no_principal():
    given = _with(
        reading("Ada Lund met the king.", "She is an economist."), "Ada Lund", "economist"
    )
    assert _holds(given, "meeting") == []


def test_an_analyst_speaks_by_role_by_name_or_unnamed():
    given = reading(
        "Prices fall, said Ada Lund. It rains.",
        "Analysts say it will snow.",
        "Trade grew, he added.",
    )
    entity, mentions = named(given, "Ada Lund")
    given = replace(given, entities=(entity,), mentions=mentions)
    by_role = said(
        given,
        "Prices fall",
        "said Ada Lund",
        "Ada Lund",
        entity=entity.key,
        role="a bank's economist",
    )
    unnamed = said(given, "it will snow", "Analysts say", "Analysts")
    followed = said(
        given,
        "Trade grew",
        "he added",
        "Ada Lund",
        entity=entity.key,
        role="economist",
        carried=True,
    )
    given = replace(given, speech=(by_role, unnamed, followed))
    assert _holds(given, "speech:analyst") == [
        "Prices fall, said Ada Lund.",
        "Analysts say it will snow.",
        "Trade grew, he added.",
    ]
    assert _holds(given, "statement") == []
    assert _holds(given, "speech:source") == []


def test_a_principal_and_a_source_speak():
    given = reading("We stay, said Ada Lund.", "They leave, a source said.")
    entity, mentions = named(given, "Ada Lund")
    given = replace(given, entities=(entity,), mentions=mentions)
    speech = (
        said(given, "We stay", "said Ada Lund", "Ada Lund", entity=entity.key),
        said(given, "They leave", "a source said", "a source"),
    )
    given = replace(given, speech=speech)
    assert _holds(given, "statement") == ["We stay, said Ada Lund."]
    assert _holds(given, "speech:source") == ["They leave, a source said."]


def test_judgement_is_what_somebody_thinks_or_a_hedge_shows():
    given = reading("Rain fell. It may stop. It was wet, they think.")
    speech = said(given, "It was wet", "they think", "they", kind="judgement")
    assert _holds(replace(given, speech=(speech,)), "judgement") == [
        "It may stop.",
        "It was wet, they think.",
    ]


def test_an_event_is_told_in_the_past_and_not_judged():
    given = reading(
        "The army shelled the port. It may stop. The port is large. Ships were located there."
    )
    assert _holds(given, "event") == ["The army shelled the port.", "Ships were located there."]


def test_what_an_analyst_says_is_no_event():
    given = reading("The army lost, an expert said.")
    speech = said(given, "The army lost", "an expert said", "an expert")
    assert _holds(replace(given, speech=(speech,)), "event") == []


KINDS = [("opinion", True), ("Editorial", True), ("analysis", False), (None, False)]


@pytest.mark.parametrize(("kind", "holds"), KINDS)
def test_an_opinion_piece_is_one_throughout(kind, holds):
    assert bool(_holds(reading("It rains.", kind=kind), "opinion")) is holds


def test_a_past_date_stands_before_the_articles_own():
    given = reading("On 2 May 2024 it rained. On 4 May 2026 it snows. Once it froze.")
    dates = (
        Dated(start=3, end=13, edtf="2024-05-02", relative=False),
        Dated(start=28, end=38, edtf="2026-05-04", relative=False),
        Dated(start=49, end=53, edtf=None, relative=True),
    )
    given = replace(given, dates=dates)
    assert _holds(given, "date:past") == ["2 May 2024", "4 May 2026"]
    dated = replace(given.document, published=Known(value="2025-01-01", basis="stated"))
    assert _holds(replace(given, document=dated), "date:past") == ["2 May 2024"]


def test_every_signal_can_be_asked_of_an_empty_article():
    empty = replace(reading("x"), passages=())
    assert signals.find_signals(empty, tuple(SIGNALS)) == dict.fromkeys(SIGNALS, ())


def test_nobody_knows_a_signal_of_another_name():
    with pytest.raises(KeyError):
        signals.find_signals(reading("x"), ("weather",))
