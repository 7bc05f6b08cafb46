"""What becomes of counts: withdrawn, denied, corrected and overtaken values say so, others don't."""

import pytest

from briefing.events.counts import differ_in_counts
from briefing.languages.en.clauses.counts import find_counts
from tests.events.making import read

THEN, NOW = "2025-03-04", "2025-03-06"
RED = "The Red Cross said that 58 people died on the ferry Brenna."
GUARD = "The coast guard said that 44 people died on the ferry Brenna."


def standings(*articles):
    """The value and what became of it, of each side of the one row of articles (text, day)."""
    readings = [
        read(str(number), text, published=day) for number, (text, day) in enumerate(articles)
    ]
    families = {one.document.id: f"f{one.document.id}" for one in readings}
    (row,) = differ_in_counts(readings, families, frozenset())
    return {one.value: one.standing for one in row.positions}


@pytest.mark.parametrize(
    ("behind", "standing"),
    [
        ("The Red Cross later withdrew the figure.", "withdrawn"),
        ("It retracted that number on Thursday.", "withdrawn"),
        ("The figure was withdrawn by the Red Cross a day later.", "withdrawn"),
        ("The Red Cross later denied the figure.", "denied"),
        ("That figure is wrong, the ministry said.", "denied"),
        ("The ministry disputed the count.", "denied"),
        ("The ministry withdrew its figure.", ""),  # another's figure
        ("The Red Cross has not withdrawn the figure.", ""),
        ("The ministry called on the Red Cross to withdraw the figure.", ""),
        ("The ministry withdrew its figure of 12.", ""),
        ("The Red Cross sent two doctors.", ""),
    ],
)
def test_what_stands_behind_a_count_takes_it_back_or_denies_it(behind, standing):
    assert standings((f"{RED} {behind}", NOW), (GUARD, NOW)) == {"58": standing, "44": ""}


@pytest.mark.parametrize(
    ("later", "standing"),
    [
        (f"{GUARD}\n\nIt was said that 58 died, but the Red Cross withdrew that figure.", "withdrawn"),
        (f"{GUARD}\n\nIt was said that 58 died, but the mayor withdrew that figure.", ""),
        ("The Red Cross corrected its count: 44 people died on the Brenna, not 58.", "corrected"),
        ("The coast guard said that 44 people died on the Brenna, not 58.", ""),
        ("The Red Cross said that 44 people died on the ferry Brenna.", "overtaken"),
        ("The toll of the Brenna was lowered from 58 to 44 dead, officials said.", "overtaken"),
        ("Forty-four people died on the Brenna, officials said.", ""),
    ],
)  # fmt: skip
def test_a_later_article_overtakes_a_count_where_it_is_of_the_same_voice(later, standing):
    assert standings((RED, THEN), (later, NOW))["58"] == standing


def test_the_dead_only_become_more():
    first = ("The ferry Brenna sank off Vellin and 31 people died, the mayor said.", THEN)
    other = ("The Red Cross said that 35 people died on the ferry Brenna.", THEN)
    found = standings(first, other, (GUARD, NOW))
    assert found == {"31": "overtaken", "35": "overtaken", "44": ""}
    assert standings(first, other, (GUARD, THEN)) == {"31": "", "35": "", "44": ""}


def test_a_value_that_was_given_before_the_lower_one_overtakes_nothing():
    first = ("The mayor said that 31 people died on the ferry Brenna.", NOW)
    assert standings((GUARD, THEN), first, (GUARD, "2025-03-08"))["31"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that 58 people had died on the Brenna.",
        "The ministry rejected reports that 58 people had died on the Brenna.",
        "It is not true that 58 people died on the Brenna.",
        "None of the 58 people on the Brenna died.",
        "Officials fear that 58 people may have died on the Brenna.",
        "The Brenna could have killed 58 people, experts said.",
        "On the Brenna 58 people are feared dead.",
        "A drill in Vellin assumed 58 dead on the Brenna.",
        "The rebels claim to have killed 58 people on the Brenna.",
        "Vellin claims that its troops killed 58 men on the Brenna.",
    ],
)
def test_what_is_denied_or_feared_is_nobodys_count(text):
    assert find_counts(read("a", text)) == ()


def test_households_are_not_the_people_in_them():
    homes = read("a", "The storm Odette left 60,000 households in Pell without power.")
    people = read("b", "The storm Odette left 85,000 people in Pell without power.")
    customers = read("c", "The storm Odette left 70,000 customers in Pell without power.")
    families = {"a": "a", "b": "b", "c": "c"}
    assert differ_in_counts([homes, people], families, frozenset()) == ()
    assert len(differ_in_counts([homes, customers], families, frozenset())) == 1
