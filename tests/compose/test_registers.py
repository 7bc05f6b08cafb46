"""In whose voice an article speaks: a reporter's, or its own."""

from dataclasses import replace

import pytest

from briefing.compose.registers import (
    count_personal,
    find_personal,
    find_releases,
    weigh_personal,
    weigh_released,
)
from briefing.model import Known
from tests.compose.making import candidate, shortlist
from tests.events.making import read

REPORT = "The quay at Olm was shut on Monday after a crane fell, the harbour office said."
COLUMN = "I have seen cranes fall before. You don't forget it, and we shouldn't have to."
RELEASE = "Our cranes are checked every year. We regret what our guests saw on Monday in Olm."


def reading(name, text, kind="report"):
    told = read(name, text)
    document = replace(told.document, kind=Known(value=kind, basis="supplied"))
    return replace(told, document=document)


def weigh(readings, **wanted):
    made = shortlist([candidate(REPORT, name) for name in readings], **wanted)
    read_all = [reading(name, *told) for name, told in readings.items()]
    releases = find_releases({one.document.id: one.document for one in read_all})
    personal = find_personal(read_all)
    weighed = weigh_released(weigh_personal([made], personal), releases - personal, len(read_all))
    return {item.candidate.document: item.candidate.weight for item in weighed[0].ranked}


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        (REPORT, False),
        (COLUMN, True),
        ("The mayor of Olm won't be told what she's to say, and that's that, it's plain.", True),
        (f"{REPORT} “{COLUMN}” said Anna Brill.", False),
        (f'{REPORT} "{COLUMN}" Anna Brill said.', False),
        ("The crane's owner and Olm's mayor met on Monday. The firm's lawyers came.", False),
    ],
)
def test_an_article_speaks_for_itself_by_its_own_words_and_not_by_what_it_quotes(text, personal):
    found = find_personal([read("d1", text), read("d2", REPORT)])
    assert ("d1" in found) == personal


def test_facts_are_rather_told_by_reports_than_by_columns_and_parties():
    articles = {
        "d1": (REPORT,),
        "d2": (f"{REPORT} {COLUMN}",),
        "d3": (RELEASE, "release"),
        "d4": (REPORT, "release"),
        "d5": (REPORT,),
    }
    assert weigh(articles) == {"d1": 1.0, "d2": 0.4, "d3": 0.4, "d4": 0.6, "d5": 1.0}


def test_of_few_articles_a_release_is_worth_as_much_as_others():
    articles = {"d1": (REPORT,), "d2": (REPORT, "release"), "d3": (REPORT,), "d4": (REPORT,)}
    assert set(weigh(articles).values()) == {1.0}


def test_whose_views_are_asked_for_may_speak_for_himself():
    articles = {"d1": (REPORT,), "d2": (COLUMN,), "d3": (REPORT,)}
    assert set(weigh(articles, views=True).values()) == {1.0}
    assert set(weigh(articles, words=200).values()) == {1.0}


def test_where_most_articles_speak_for_themselves_none_is_set_back():
    articles = {"d1": (COLUMN,), "d2": (COLUMN,), "d3": (COLUMN,)}
    assert set(weigh(articles).values()) == {1.0}


def test_what_is_pinned_keeps_its_worth():
    pinned = candidate(COLUMN, "d1")
    pinned = replace(pinned, statement=replace(pinned.statement, pinned=True))
    weighed = weigh_released(weigh_personal([shortlist([pinned])], {"d1"}), {"d1"}, 9)
    assert weighed[0].ranked[0].candidate.weight == 1.0


def test_personal_words_are_counted_of_a_thousand():
    told = read("d1", "We met Olm's mayor on Monday, and it was late. That is all.")
    assert count_personal(told) == pytest.approx(1000 / 14)
