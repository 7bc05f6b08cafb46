"""What each kind of section owns: its order, its gaps, its table, what is asked of a finished
one."""

from dataclasses import replace

import pytest

from briefing.model import Section
from briefing.registry import kinds
from briefing.sections.actors import Actors
from briefing.sections.digest import Digest
from briefing.sections.positions import Positions
from tests.compose.making import candidate

CROWD = [
    candidate(f"Text {n}.", name, position=n, speaker=who)
    for n, name, who in (
        (5, "d2", "B"),
        (1, "d1", "A"),
        (3, "d2", "C"),
        (2, "d2", "B"),
        (0, "d1", "A"),
    )
]


def made(kind):
    return kind(slug="s", title="Tolls")


def places(chosen):
    return [(one.document, one.position) for one in chosen]


@pytest.mark.parametrize("kind", [Digest, Actors])
def test_a_section_reads_article_by_article_the_strongest_first(kind):
    assert places(made(kind).order(CROWD)) == [
        ("d2", 2),
        ("d2", 3),
        ("d2", 5),
        ("d1", 0),
        ("d1", 1),
    ]


def test_views_read_speaker_by_speaker():
    assert places(made(Positions).order(CROWD)) == [
        ("d2", 2),
        ("d2", 5),
        ("d1", 0),
        ("d1", 1),
        ("d2", 3),
    ]


def section(*texts, kind="digest"):
    told = tuple(replace(candidate(text).statement, outlets=("Mail", "Post")) for text in texts)
    return Section(slug="s", title="Tolls", kind=kind, statements=told)


TALKS = [f"The talks on tolls ran on in week {number}." for number in range(3)]


@pytest.mark.parametrize(
    ("kind", "found"), [(Digest, ["undecided"]), (Actors, ["undecided"]), (Positions, [])]
)
def test_whether_talks_led_to_anything_is_asked_of_facts_not_of_views(kind, found):
    assert [gap.kind for gap in made(kind).gaps(section(*TALKS))] == found
    assert not made(kind).gaps(section(*TALKS, "The towns signed on Friday."))


@pytest.mark.parametrize("kind", kinds.SECTIONS.values())
def test_nothing_told_is_a_gap_of_every_kind(kind):
    (gap,) = made(kind).gaps(section())
    assert (gap.kind, gap.slots) == ("empty", {"section": "Tolls"})


@pytest.mark.parametrize("kind", [Digest, Positions])
def test_a_kind_without_a_table_says_so_of_rows_that_somebody_put_there(kind):
    assert made(kind).faults(section(), (), ()) == ()
    assert made(kind).faults(replace(section(), columns=("Name",)), (), ()) == (
        "its rows are not what the articles give",
    )


@pytest.mark.parametrize(("word", "kind"), kinds.SECTIONS.items())
def test_a_kind_goes_by_its_own_word(word, kind):
    assert made(kind).kind == word
