"""What tells no happening, and what becomes of it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from briefing.compose.eventful import count_happenings, list_idle, tells_nothing
from briefing.compose.offers import pool_offers
from briefing.compose.questions import ask_questions
from briefing.compose.select import fill_sections
from briefing.model import Question
from briefing.offer.concepts import find_concepts
from tests.compose.making import candidate, shortlist, weights

LONG = (
    "The mayor of the harbour town spoke at length of the river and the quay to the crews that day."
)
OTHERS = (
    "Six dredgers of the northern company left the old basin and sailed for the open estuary then.",
    "A court in the capital fined the owners of the mill for the grain that had spoiled in August.",
    "Police held two pilots of the ferry line after the collision off the breakwater in the night.",
    "Engineers closed the swing bridge once more because the bearings of its pivot had worn thin.",
)


def told(text=LONG, happenings=1, position=5, name="d1"):
    return replace(candidate(text, name, position=position), happenings=happenings, language="en")


def offers(*candidates, questions=()):
    one = shortlist(candidates)
    one = replace(one, wanted=replace(one.wanted, questions=questions))
    return pool_offers(ask_questions((one,), {})[0])


@pytest.mark.parametrize(
    ("happenings", "position", "text", "nothing"),
    [
        (0, 2, LONG, True),
        (0, 1, LONG, False),  # the head of an article
        (1, 2, LONG, False),
        (None, 2, LONG, False),  # a language whose clauses nobody reads
        (0, 2, LONG.replace("that day", "of 1,200 men"), False),
        (0, 2, LONG.replace("that day", "of 450"), False),
        (0, 2, LONG.replace("that day", "of 1949"), True),
        (0, 2, LONG.replace("that day", "of 45 [in 1,200 words]"), True),
        (1, 2, "The quay was closed.", True),
        (1, 1, "The quay was closed.", False),
    ],
)
def test_what_happened_or_what_an_article_is_about_is_told(happenings, position, text, nothing):
    assert tells_nothing(told(text, happenings, position)) is nothing


def test_what_somebody_says_is_told_whatever_it_tells():
    said = candidate(LONG, "d1", position=5, speaker="Ruth Adeyemi")
    said = replace(said, happenings=0, language="en")
    assert list_idle(offers(told(OTHERS[0]), said)) == ()
    row = offers(told(OTHERS[0]), told(happenings=0))
    assert list_idle(row) == row[1:]


def test_each_of_many_happenings_is_told():
    said = [told(f"{text[:-1]} on 4 May.", 2, name=f"d{n}") for n, text in enumerate(OTHERS)]
    assert list_idle(offers(*said)) == ()


def test_what_is_thin_is_told_while_there_is_little_else():
    row = offers(*(told(text, name=f"d{n}") for n, text in enumerate(OTHERS)))
    assert list_idle(row[:3]) == ()
    assert list_idle(row) == list_idle(row, 8) == row[3:]
    assert list_idle(row, 4) == ()


@pytest.mark.parametrize("number", [None, 8])
def test_what_the_author_of_an_opinion_thinks_is_no_fact(number):
    said = [told(f"{text[:-1]} on 4 May.", 2, name="d2") for text in OTHERS[2:]]
    view, shown = (candidate(OTHERS[1], name, speaker="Ruth Adeyemi") for name in ("d3", "d4"))
    cited = view.statement.citations[0]
    own = replace(cited.attribution, kind="judgement", evidence=())
    view = replace(
        view,
        statement=replace(view.statement, citations=(replace(cited, attribution=own),)),
        happenings=2,
        language="en",
    )
    row = offers(view, *said, replace(shown, position=0, happenings=2, language="en"))
    assert list_idle(row, number) == row[:1]
    assert list_idle(row[:3], number) == ()


def test_what_is_pinned_or_asked_for_is_told_whatever_it_tells():
    pinned = told(happenings=0)
    pinned = replace(pinned, statement=replace(pinned.statement, pinned=True))
    assert list_idle(offers(told(OTHERS[0]), pinned)) == ()
    asked = (Question(text="Who spoke of it?", terms=("crews",)),)
    assert list_idle(offers(told(OTHERS[0]), told(happenings=0), questions=asked)) == ()


def test_a_section_keeps_its_best_where_all_tell_too_little():
    row = offers(told(happenings=0), told(OTHERS[0], 0))
    assert list_idle(row) == row[1:]


@pytest.mark.parametrize(
    ("views", "shared", "count"), [(False, 900, 1), (True, 900, 2), (False, 0, 2)]
)
def test_only_sections_of_facts_without_a_number_leave_it_out(views, shared, count):
    one = shortlist([told(happenings=0), told(OTHERS[0], name="d2")], views=views)
    one = replace(one, wanted=replace(one.wanted, shared=shared))
    filling = fill_sections((one,), weights(one), {})
    assert len(filling.choice.rows[0]) == count
    assert [o.candidate.statement.text for o in filling.idle] == [LONG] * (2 - count)
    ruled = [v.ruling for v in filling.verdicts.values()]
    assert ruled.count("idle") == 2 - count


def test_clauses_are_counted_inside_what_is_told():
    clauses = {"d1": [SimpleNamespace(start=at) for at in (0, 40, 4_000)], "d2": []}
    foreign = replace(told(OTHERS[1], None), language="fr")
    row = [told(LONG), told(OTHERS[0], name="d2"), foreign]
    ranked = count_happenings((shortlist(row),), clauses)[0].ranked
    assert [item.candidate.happenings for item in ranked] == [2, 0, None]


def test_what_has_its_day_is_news_by_whatever_verb():
    dated = told("The ferry line began on Monday.", happenings=0)
    dated = replace(dated, statement=replace(dated.statement, date="2025-04-09"))
    assert not tells_nothing(dated)


FOUND = "They found no fault with its books or with the old beams below the northern slip there."


def behind(first, second, name, position):
    """Two sentences of an article told one behind the other."""
    made = told(f"{first} {second}", 1, position, name)
    spans = ((0, len(first)), (len(first) + 1, len(first) + 1 + len(second)))
    cited = tuple(
        replace(made.statement.citations[0], start=start, end=end) for start, end in spans
    )
    return replace(made, statement=replace(made.statement, citations=cited))


@pytest.mark.parametrize(("idle", "read_on"), [(0, True), (1, False)])
def test_room_that_is_empty_again_is_for_the_second_half_of_what_is_told(idle, read_on):
    short, pair = told(OTHERS[2], name="d2"), behind(OTHERS[2], FOUND, "d2", 6)
    short, pair = (replace(n, issued=True, happenings=2) for n in (short, pair))
    others = [told(text, 2, name=f"d{n}") for n, text in enumerate(OTHERS[:2], start=3)]
    others = [replace(one, issued=True) for one in others]
    one = shortlist([short, pair, replace(told(happenings=2 * idle), issued=True), *others])
    shared = sum(len(text.split()) for text in (LONG, *OTHERS[:3])) + 3
    one = replace(one, wanted=replace(one.wanted, shared=shared))
    little = set(find_concepts(FOUND, "en")) - set(find_concepts(OTHERS[2], "en"))
    worth = {name: 0.2 if name in little else 1.0 for name in weights(one)}
    filling = fill_sections((one,), worth, {})
    texts = {o.candidate.statement.text for o in filling.choice.rows[0]}
    assert (LONG in texts, pair.statement.text in texts) == (not read_on, read_on)
