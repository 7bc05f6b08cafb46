"""Paragraphs under an article's own subhead about something else."""

from dataclasses import replace

import pytest

from briefing.model import Reading
from briefing.tag import Terms, is_aside, tag_beforehand, tag_reading
from tests.tag.tag_example import reading

BRIDGE = {
    "bridge": Terms(terms=("bridge", "ferry", "span^2", "pier & crack")),
    "inquiry": Terms(terms=("inspection", "responsible")),
}
TITLE = "Nine dead as the Calder bridge collapses"
FIRST = (
    "The bridge fell into the river Aure at dawn and closed the ferry port of Calder to traffic."
)
SECOND = "Ostrel inspected its welds last spring, and the minister called the company responsible."
SPORT = "Weather and sport"
CUP = "The Rovers won a bridge cup after an inspection of the trophy by five cheerful referees."


def _article(*lines: str, heads: tuple[int, ...]) -> Reading:
    made = reading(*lines)
    return replace(
        made,
        passages=tuple(
            replace(one, kind="heading", dropped="title" if one.number == 1 else None)
            if one.number in heads
            else one
            for one in made.passages
        ),
    )


def _scored(article: Reading) -> list[dict[str, bool]]:
    tagged = tag_reading(article, BRIDGE)
    return [{tag.name: tag.score > 0 for tag in one.tags} for one in tagged.passages]


def test_words_said_in_passing_under_another_subject_serve_nothing():
    article = _article(TITLE, FIRST, SECOND, SPORT, CUP, heads=(1, 4))
    assert _scored(article) == [
        {},
        {"bridge": True},
        {"inquiry": True},
        {},
        {"bridge": False, "inquiry": False},
    ]
    told = tag_reading(article, BRIDGE)
    assert [one.number for one in told.passages if is_aside(one)] == [5]
    assert tag_beforehand(article, BRIDGE) == told
    assert [tag.terms for tag in told.passages[4].tags] == [("bridge",), ("inspection",)]


@pytest.mark.parametrize(
    ("subhead", "under"),
    [
        ("Bridge cup", "The Rovers won a bridge cup in five cheerful games on grass."),
        ("News of Ostrel", "The Rovers won a bridge cup in five cheerful games on grass."),
        (SPORT, "The Rovers won a bridge cup and took a ferry home with cheerful referees."),
        (SPORT, "The bridge carried traffic to the port of Calder for thirty years."),
        (SPORT, "A second span hangs over cheerful referees on grass in summer."),
        (SPORT, "Cheerful referees saw a crack; one pier of grass was green."),
        (SPORT, " ".join([CUP, *(f"Player {word}y ran." for word in "abcdefghijklmnopqrstuvw")])),
    ],
    ids=[
        "the subhead meets a term", "the subhead repeats a word", "two words of the terms",
        "words of the rest", "a strong term", "two parts of a term", "longer than the rest",
    ],
)  # fmt: skip
def test_a_stretch_that_may_be_about_the_same_stays(subhead, under):
    article = _article(TITLE, FIRST, SECOND, subhead, under, heads=(1, 4))
    assert _scored(article)[4]["bridge"]


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, SPORT, CUP, FIRST),  # it stands over the article, so all is under it
        (TITLE, "Nothing is known of the river.", SPORT, CUP),  # the rest is about it no more
    ],
)
def test_an_article_that_is_about_it_nowhere_else_keeps_its_word(lines):
    article = _article(*lines, heads=(1, 1 + lines.index(SPORT)))
    assert _scored(article)[lines.index(CUP)]["bridge"]


def test_the_next_subhead_begins_another_stretch():
    back = "The bridge stays closed."
    article = _article(TITLE, FIRST, SECOND, SPORT, CUP, "The river", back, heads=(1, 4, 6))
    scored = _scored(article)
    assert not scored[4]["bridge"]
    assert scored[6]["bridge"]


def test_a_signal_is_no_word():
    terms = {"bridge": Terms(terms=("bridge", "ferry", "@event"))}
    under = "A storm broke cheerful umbrellas of five referees on grass on Friday."
    article = _article(TITLE, FIRST, SECOND, SPORT, under, heads=(1, 4))
    (tag,) = tag_reading(article, terms).passages[4].tags
    assert tag.terms == ("@event",)
    assert tag.score > 0
