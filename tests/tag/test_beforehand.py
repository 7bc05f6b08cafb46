"""Tags that are told from words alone are those that everything known of an article gives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import split, tag
from briefing.ingest import Folder, read_article
from briefing.languages.en import reading
from briefing.model import Document, Reading
from briefing.tag import Terms
from briefing.tag.pattern import SIGNALS
from tests.tag import tag_example

ROOT = Path(__file__).resolve().parents[2]
WORDS = ("patrol*", "Damascus", "bases & Russia*", "talks|visit", "-convoy", "strategic^0.4")
ENTRY = st.one_of(
    st.sampled_from(WORDS),
    st.builds(
        "{}@{}{}{}".format,
        st.sampled_from(("", "", "-")),
        st.sampled_from(sorted(SIGNALS)),
        st.sampled_from(("", " & patrol*", " & @judgement")),
        st.sampled_from(("", "^0.3", "^2")),
    ),
)
TAGS = st.lists(
    st.builds(
        Terms,
        terms=st.lists(ENTRY, min_size=1, max_size=4).map(tuple),
        needs=st.sampled_from((1.0, 2.5)),
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def articles():
    """Real articles, bare and with all that is known of them."""
    found = [
        read_article(one, None)
        for one in Folder(path="seeds")(ROOT, ())
        if one.path.endswith(".txt")
    ]
    bare = [
        Reading(document=one, passages=split.split_passages(one))
        for one in found
        if isinstance(one, Document)
    ]
    return [(one, reading.read_language(one.document, one.passages, ())) for one in bare]


@given(tags=TAGS)
def test_words_tell_the_tags_of_everything_known_or_nothing(tags, articles):
    taggers = {f"t{number}": one for number, one in enumerate(tags)}
    for bare, known in articles:
        told = tag.tag_beforehand(bare, taggers)
        if told is not None:
            everything = tag.tag_reading(known, taggers).passages
            assert [one.tags for one in told.passages] == [one.tags for one in everything]


def test_no_signal_no_language(articles):
    taggers = {"t": Terms(terms=("patrol*", "Damascus & Moscow"))}
    assert all(tag.tag_beforehand(bare, taggers) is not None for bare, _ in articles)


@pytest.mark.parametrize(
    ("line", "terms", "told"),
    [
        ("The quay is closed.", ("quay", "@speech:analyst"), True),
        ("The quay is closed, analysts say.", ("quay", "@speech:analyst"), False),
        ("The quay is closed.", ("quay", "@statement"), False),
        ("The quay is closed.", ("quay^0.2", "@statement^0.2"), True),
        ("The quay is closed.", ("quay", "dredging & @statement"), True),
        ("The quay is closed.", ("quay & @statement",), False),
        ("The quay is closed.", ("quay", "-@judgement"), False),
        ("The quay is closed.", ("ferry", "-@judgement"), True),
        ("The quay is closed.", ("quay", "@meeting"), True),
        ("The two met on the quay.", ("quay", "@meeting"), False),
        ("The quay is closed.", ("@opinion & @judgement^2",), True),
    ],
)
def test_a_signal_that_may_have_a_say_is_waited_for(line, terms, told):
    given_words = tag_example.reading(line)
    found = tag.tag_beforehand(given_words, {"t": Terms(terms=terms)})
    assert (found is not None) is told


def test_a_tagger_of_another_make_is_waited_for():
    assert tag.tag_beforehand(tag_example.reading("A quay."), {"t": lambda _: {}}) is None


@pytest.mark.parametrize(
    ("text", "points"), [("quay quay", 1.25), ("quay and crane", 2.0), ("A pier.", 0.0)]
)
def test_an_article_has_the_points_of_all_its_lines(text, points):
    about = Terms(terms=("quay", "crane*"))
    assert tag.count_points(about, tag_example.reading("Nothing.", text)) == points
    assert tag.holds_terms(about, text) is bool(points)


def test_a_dropped_line_gives_no_points():
    about = Terms(terms=("quay",))
    assert tag.count_points(about, tag_example.reading("The quay.", dropped=(1,))) == 0
