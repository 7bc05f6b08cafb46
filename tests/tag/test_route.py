"""From tags to sections, and from a section's kind to what it looks for."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Passage, Tag
from briefing.sections.actors import Actors
from briefing.sections.digest import Digest
from briefing.sections.positions import Positions
from briefing.tag import Terms, for_sections, route_passage, tag_reading
from tests.tag.tag_example import named, reading


@dataclass(frozen=True)
class Asked:
    slug: str
    tags: tuple[str, ...] = ()
    made: type = Digest

    @property
    def kind(self):
        return self.made.kind

    @property
    def signals(self):
        return self.made.signals


def _passage(
    number: int = 1, dropped: str | None = None, document: str = "d", **scores: float
) -> Passage:
    return Passage(
        document=document, number=number, start=0, end=1, kind="body", language="en", sentences=(),
        dropped=dropped,
        tags=tuple(Tag(name=name, score=score, terms=()) for name, score in scores.items()),
    )  # fmt: skip


WAR, TRADE, ALL = Asked("w", ("war",)), Asked("t", ("trade", "money")), Asked("all")

GOLDEN = [
    ({"war": 0.5, "trade": 0.6}, (WAR, TRADE), ("t", "w")),
    ({"war": 0.5, "trade": 0.5}, (WAR, TRADE), ("w", "t")),
    ({"war": 0.9, "trade": 0.1}, (WAR, TRADE), ("w",)),
    ({"war": 0.5, "trade": 0.1, "money": 0.7}, (WAR, TRADE), ("t", "w")),
    ({"war": 0.5}, (ALL, WAR), ("w", "all")),
    ({}, (ALL, WAR), ("all",)),
    ({}, (WAR, TRADE), ()),
    ({"weather": 0.9, "war": 0.1}, (WAR, TRADE), ("w",)),
    ({"war": 0.0, "trade": 0.0}, (WAR, TRADE, ALL), ()),  # each in passing
    ({"war": 0.0, "trade": 0.4}, (WAR, TRADE, ALL), ("t", "all")),
]


@pytest.mark.parametrize(("scores", "sections", "slugs"), GOLDEN)
def test_a_passage_serves_these_sections(scores, sections, slugs):
    assert route_passage(_passage(**scores), sections) == slugs


def test_a_dropped_passage_serves_none():
    assert route_passage(_passage(dropped="widget", war=0.9), (WAR, ALL)) == ()


def test_tags_are_named_sorted_and_replaced():
    article = reading("War and trade.", "Trade, trade.", "Nothing.", "War.", dropped=(4,))
    stale = replace(article.passages[2], tags=(Tag(name="old", score=0.5, terms=()),))
    article = replace(article, passages=(*article.passages[:2], stale, article.passages[3]))
    taggers = {
        "war": Terms(terms=("war^2",)),
        "trade": Terms(terms=("trade",)),
        "again": Terms(terms=("trade",)),
    }
    tagged = tag_reading(article, taggers)
    assert [[one.name for one in passage.tags] for passage in tagged.passages] == [
        ["war", "again", "trade"],
        ["again", "trade"],
        [],
        [],
    ]
    assert replace(tagged, passages=article.passages) == article


@given(st.permutations(["war", "trade", "peace"]))
def test_the_order_of_the_taggers_changes_nothing(names):
    article = reading("War and trade and peace.")
    terms = {
        "war": Terms(terms=("war^2",)),
        "trade": Terms(terms=("trade",)),
        "peace": Terms(terms=("peace",)),
    }
    assert tag_reading(article, {name: terms[name] for name in names}) == tag_reading(
        article, terms
    )


def test_an_actors_section_with_plain_words_also_takes_offices():
    article = reading("Prime Minister Ada Lund resigned.")
    entity, mentions = named(article, "Ada Lund")
    article = replace(article, entities=(entity,), mentions=mentions)
    taggers = {"who": Terms(terms=("king",))}
    plain = for_sections(taggers, [Asked("a", ("who",))])
    actors = for_sections(taggers, [Asked("a", ("who",), Actors)])
    assert plain == taggers
    assert [len(passage.tags) for passage in tag_reading(article, plain).passages] == [0]
    assert [passage.tags[0].terms for passage in tag_reading(article, actors).passages] == [
        ("@person+office",)
    ]


def test_an_analyst_who_names_a_signal_gets_that_and_no_more():
    own = {"who": Terms(terms=("king", "@meeting"))}
    assert for_sections(own, [Asked("a", ("who",), Actors)]) == own


def test_a_tag_of_two_kinds_of_sections_gains_nothing():
    shared = {"who": Terms(terms=("king",))}
    assert for_sections(shared, [Asked("a", ("who",), Actors), Asked("b", ("who",))]) == shared


def test_a_tagger_of_another_make_is_left_alone():
    def every(article):
        return {passage.number: Tag(name="", score=0.5, terms=()) for passage in article.passages}

    taggers = for_sections({"all": every}, [Asked("a", ("all",), Positions)])
    assert taggers == {"all": every}
    assert [one.name for one in tag_reading(reading("A."), taggers).passages[0].tags] == ["all"]
