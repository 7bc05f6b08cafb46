from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import select
from briefing.compose.order import number_documents
from briefing.compose.repetition import REPEATED
from briefing.compose.select import select_candidates
from briefing.languages.en.sameness import read_gist, word_overlap
from briefing.model import Section
from tests.compose.making import candidate, shortlist, weights

WORDS = (
    "harbour quay board river grain toll dredger barge storm mayor channel ferry mill pilot "
    "crew bank".split()
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(
    lambda words: " ".join(words).capitalize() + "."
)


@st.composite
def lists(draw):
    """Two shortlists over some candidates, with budgets in statements or words."""
    texts = draw(st.lists(TEXTS, max_size=10, unique=True))
    crowd = [
        candidate(text, f"d{place % 3}", position=place, sections=(("a", 2.0), ("b", 1.0)))
        for place, text in enumerate(texts)
    ]
    first = shortlist(
        crowd,
        "a",
        statements=draw(st.integers(0, 4)),
        words=draw(st.sampled_from([None, 0, 12, 30])),
    )
    second = shortlist(crowd, "b", statements=draw(st.integers(0, 4)))
    return first, second


@given(lists())
def test_budgets_hold_and_nothing_is_told_twice(both):
    chosen = select_candidates(both, weights(*both), {})
    told = [c for row in chosen for c in row]
    for row, one in zip(chosen, both, strict=True):
        if one.wanted.words is not None:
            assert sum(len(c.statement.text.split()) for c in row) <= one.wanted.words
        else:
            assert len(row) <= one.wanted.statements
    gists = [read_gist(c.statement.text) for c in told]
    for place, left in enumerate(gists):
        for right in gists[place + 1 :]:
            assert word_overlap(left, right) < REPEATED


@given(lists())
def test_the_same_lists_give_the_same_choice(both):
    assert select_candidates(both, weights(*both), {}) == select_candidates(
        both, dict(reversed(weights(*both).items())), {}
    )


def test_what_is_worth_more_is_told_and_what_is_worth_nothing_is_not():
    rich, poor = (
        candidate("Grain ships reached the quay."),
        candidate("Nobody knows the mill there."),
    )
    one = shortlist([poor, rich], statements=1)
    worth = {**dict.fromkeys(weights(one), 0.1), **dict.fromkeys(weights(shortlist([rich])), 5.0)}
    assert select_candidates([one], worth, {}) == ((rich,),)
    assert select_candidates([one], {}, {}) == ((),)


def test_a_pin_is_told_first_even_where_it_adds_nothing_and_counts():
    pinned, rich = candidate("Nobody knows."), candidate("Grain ships reached the quay of Vellin.")
    one = shortlist([rich, pinned], statements=1)
    assert select_candidates([one], weights(shortlist([rich])), {"s": (pinned.statement.key,)}) == (
        (pinned,),
    )


def test_the_section_that_a_passage_serves_best_gets_it():
    crowd = [
        candidate("Grain ships reached the quay of Vellin.", sections=(("b", 1.0), ("a", 1.0)))
    ]
    both = (shortlist(crowd, "a"), shortlist(crowd, "b"))
    assert select_candidates(both, weights(*both), {}) == ((), (crowd[0],))


def test_sources_are_numbered_by_first_citation():
    told = [candidate("One.", "d3").statement, candidate("Two.", "d1").statement]
    section = Section(slug="s", title="S", kind="digest", statements=tuple(told))
    assert number_documents([section], [told[1]]) == {"d1": 1, "d3": 2}
    beside = candidate("Three.", "d2").statement.citations
    assert number_documents([section], [], (*beside, *told[0].citations)) == {
        "d3": 1,
        "d1": 2,
        "d2": 3,
    }


FIRST, SECOND = "Grain ships reached the quay of Vellin.", "Seven barges sank in the harbour there."


def sole(left, right, **wanted):
    """Give which of two statements of equal worth a section with room for one tells."""
    one = shortlist([left, right], statements=1, **wanted)
    return select_candidates([one], weights(one), {})[0][0].statement.text


def test_of_equals_the_one_that_explains_itself_is_told():
    vague = replace(candidate(FIRST, position=5), hanging=2)
    assert sole(vague, candidate(SECOND, "d2", position=5)) == SECOND
    assert sole(replace(vague, hanging=0), candidate(SECOND, "d2", position=5)) == FIRST


@pytest.mark.parametrize("position", [1, 5, 20])
def test_of_equals_the_one_that_names_something_is_told(position):
    bare = replace(candidate(FIRST, position=position), nameless=True)
    assert sole(bare, candidate(SECOND, "d2", position=position)) == SECOND
    assert sole(replace(bare, nameless=False), candidate(SECOND, "d2", position=position)) == FIRST


def test_of_equals_the_one_from_the_first_sentences_is_told():
    other = SECOND.replace("Seven", "Eleven")
    assert sole(candidate(other, position=5), candidate(SECOND, "d2", position=5)) == other
    assert sole(candidate(other, position=5), candidate(SECOND, "d2", position=2)) == SECOND


@pytest.mark.parametrize(
    ("views", "told"), [(False, SECOND), (True, "“Grain ships reached the quay of V.”")]
)
def test_where_facts_are_asked_for_a_quotation_comes_second(views, told):
    quoted = candidate("“Grain ships reached the quay of V.”", position=5)
    assert sole(quoted, candidate(SECOND, "d2", position=5), views=views) == told


@pytest.mark.parametrize("words", [60, 100, 200])
def test_sections_without_a_number_share_the_words_of_the_brief(words):
    texts = [
        f"{name} ferries carried timber, salt and grain to harbour {number} in spring"
        for number, name in enumerate("Adan Belo Cesk Dorm Elst Fane Gorl Hulm Isen Jorv".split())
    ]
    lists = [
        shortlist(
            [
                candidate(f"{text} {slug}.", f"d{number}", sections=((slug, 1.0),))
                for number, text in enumerate(texts)
            ],
            slug=slug,
            statements=10,
        )
        for slug in ("one", "two")
    ]
    lists = [replace(one, wanted=replace(one.wanted, shared=words)) for one in lists]
    chosen = select_candidates(lists, weights(*lists), {})
    told = sum(len(c.statement.text.split()) for row in chosen for c in row)
    reserved = 2 * 3 * 12
    assert told <= max(words, reserved)
    assert all(len(row) <= 10 for row in chosen)


def test_only_offers_of_one_article_are_held_against_each_other(monkeypatch):
    """What is told touches the offers of its own article, however many others there are."""
    crowd = [
        candidate(
            f"{WORDS[n % 16]} {WORDS[n * 5 % 13]} number {n}.",
            f"d{n % 8}",
            position=n,
            sections=(("a", 2.0),),
        )
        for n in range(40)
    ]
    asked, share = [], select.share_sentence

    def note(one, other):
        asked.append({one.document, other.document})
        return share(one, other)

    monkeypatch.setattr(select, "share_sentence", note)
    offered = (shortlist(crowd, "a", statements=9),)
    (told,) = select_candidates(offered, weights(*offered), {})
    assert len(told) > 4
    assert asked
    assert all(len(pair) == 1 for pair in asked)
