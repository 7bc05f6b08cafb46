from dataclasses import replace

import pytest

from briefing.corroborate import weigh_recurring
from briefing.versions import group_families
from tests.compose.making import candidate, document

FORM = "The harbour board met on this day and heard the reports of the pilots and of the mill."
NEWS = "Seven barges sank inside the channel overnight."


def issue(number, *texts, outlet="Harbour Board"):
    """An issue of a series: its document, and a candidate for each text."""
    name = f"d{number}"
    made = document(name, outlet, published=f"2025-0{number}-01")
    return made, [candidate(text, name, position=at) for at, text in enumerate(texts)]


def weights(*issues):
    """The weight of each candidate, by document and text."""
    documents = {one.id: one for one, _ in issues}
    weighed = weigh_recurring([one for _, several in issues for one in several], documents)
    return {(one.document, one.statement.text): one.weight for one in weighed}


def test_what_recurs_in_a_series_is_worth_less_and_what_one_issue_says_more():
    found = weights(issue(1, FORM), issue(2, FORM, NEWS), issue(3, FORM), issue(4, FORM))
    assert found["d2", NEWS] > 1 > found["d2", FORM]
    assert len({weight for (_, text), weight in found.items() if text == FORM}) == 1


def test_two_issues_are_no_series():
    assert set(weights(issue(1, FORM), issue(2, FORM, NEWS)).values()) == {1.0}


def test_what_several_outlets_say_is_no_series():
    several = [issue(n, FORM, outlet=f"Outlet {n}") for n in (1, 2, 3, 4)]
    assert set(weights(*several).values()) == {1.0}
    unnamed = [issue(n, FORM, outlet=None) for n in (1, 2, 3, 4)]
    assert set(weights(*unnamed).values()) == {1.0}


def test_an_article_of_the_same_outlet_that_repeats_little_is_none_of_its_issues():
    other = issue(5, NEWS, "Pilots asked for lamps.", "A mill burnt.", "Grain came.", FORM)
    found = weights(issue(1, FORM), issue(2, FORM), issue(3, FORM), other)
    assert found["d5", NEWS] == 1.0


TEXT = " ".join(
    f"The board heard report {n} of the pilots on berth {n} and lamp {n}." for n in range(30)
)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("2025-03-01", "2025-03-04", True),
        ("2025-03-01", "2025-03-07", False),
        ("2025-03-07", "2025-03-01", False),
        ("2025-03", "2025-03-07", True),
        (None, "2025-03-07", True),
    ],
)
def test_alike_texts_of_one_outlet_that_appear_days_apart_are_a_series(first, second, together):
    one = document("d1", "Harbour Board", first, TEXT)
    two = document("d2", "Harbour Board", second, f"{TEXT} A mill burnt.")
    assert (len(group_families([one, two])) == 1) is together


def test_what_another_outlet_carries_later_is_the_same_text_still():
    one = document("d1", "Harbour Board", "2025-03-01", TEXT)
    two = document("d2", "Vellin Courier", "2025-03-20", TEXT)
    assert len(group_families([one, two])) == 1
    same = replace(two, outlet=replace(two.outlet, value="HARBOUR BOARD"))
    assert len(group_families([one, same])) == 2
