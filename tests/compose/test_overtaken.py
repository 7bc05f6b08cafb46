"""Announcements whose day has passed by the cut-off."""

from dataclasses import replace

import pytest

from briefing.compose.overtaken import age_shortlist, has_passed
from tests.compose.making import candidate, document, shortlist


@pytest.mark.parametrize(
    ("date", "published", "as_of", "over"),
    [
        ("2025-03-07", "2025-03-04", "2025-03-10", True),
        ("2025-03-07", "2025-03-04", "2025-03-06", False),
        ("2025-03-04", "2025-03-04", "2025-03-10", False),
        ("2025-03-07", "2025-03-01/2025-03-09", "2025-03-10", False),
        ("2025-03", "2025-02-20", "2025-03-10", False),
        (None, "2025-03-04", "2025-03-10", False),
        ("2025-03-07", None, "2025-03-10", False),
        ("2025-03-07", "2025-03-04", "", False),
    ],
)
def test_a_day_has_passed_that_lies_between_the_article_and_the_cut_off(
    date, published, as_of, over
):
    made = replace(candidate("The mayor is to speak on Friday.").statement, date=date)
    assert has_passed(made, document("d1", published=published), as_of) is over


def test_what_has_passed_is_worth_half_and_the_rest_as_before():
    ahead, told = (
        candidate("The mayor is to speak on Friday."),
        candidate("The quay was closed on Monday."),
    )
    ahead = replace(ahead, statement=replace(ahead.statement, date="2025-03-07"))
    made = age_shortlist(
        shortlist([ahead, told]), {"d1": document("d1", published="2025-03-04")}, "2025-03-10"
    )
    assert [item.candidate.weight for item in made.ranked] == [0.5, 1.0]
    assert [item.candidate.statement for item in made.ranked] == [ahead.statement, told.statement]
