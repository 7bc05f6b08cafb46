"""Counts of the dead: what they are read as, and which of them is the newest."""

from dataclasses import replace

import pytest

from briefing.compose.tolls import compare_tolls, weigh_tolls
from briefing.languages.en.tolls import read_toll
from briefing.offer.candidates import offer_candidates
from tests.compose.making import candidate, document, shortlist
from tests.events.making import read

NINE = "At least nine people were killed in the valley, said the head of the rescue service."
SIXTEEN = "The death toll in the valley stands at sixteen, the rescue service said."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (NINE, 9), (SIXTEEN, 16), ("Some 1,200 civilians have been killed since.", 1200),
        ("The flood killed at least 14 in the valley.", 14),
        ("Regional authorities speak of eleven dead.", 11),
        ("The death toll rose to 31 on Sunday.", 31),
        ("Divers raised the death toll from Monday's sinking of the Brenna to 48.", 48),
        ("The mayor put the number of dead at 23, nine of them children.", 23),
        ("Divers recovered 31 bodies from the Brenna by Wednesday.", 31),
        ("Two people were brought dead to the hospital of Vellin.", 2),
        ("Divers recovered two more bodies from the Brenna.", None), ("Nine people were injured.", None),
        ("Nobody was killed in the flood.", None), ("The bill was killed in 1999.", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_toll_is_a_number_of_dead(text, number):
    assert read_toll(text) == number


@pytest.mark.parametrize(
    ("old", "new", "days", "weights"),
    [
        (NINE, SIXTEEN, ("2025-04-15", "2025-04-20"), [0.5, 1.5]),
        (NINE, SIXTEEN, ("2025-04-15", "2025-04-15"), [1.0, 1.0]),
        (NINE, SIXTEEN, ("2024-04-15", "2025-04-20"), [1.0, 1.0]),
        (NINE, SIXTEEN, ("2025-04", "2025-04-20"), [1.0, 1.0]),
        (
            NINE,
            "A fire killed three sailors off Castren.",
            ("2025-04-15", "2025-04-20"),
            [1.0, 1.0],
        ),
        (NINE, SIXTEEN.replace("sixteen", "nine"), ("2025-04-15", "2025-04-20"), [1.0, 1.0]),
        # The dead become fewer only where a count says that it goes on from an earlier one.
        (SIXTEEN, NINE.replace("At least nine", "Four"), ("2025-04-15", "2025-04-20"), [1.0, 1.0]),
        (SIXTEEN, "One man was killed in the valley.", ("2025-04-15", "2025-04-20"), [1.0, 1.0]),
        (
            SIXTEEN,
            "The rescue service lowered the death toll in the valley to twelve.",
            ("2025-04-15", "2025-04-20"),
            [0.5, 1.5],
        ),
    ],
)
def test_the_newest_count_of_an_event_overtakes_the_older(old, new, days, weights):
    both = [shortlist([candidate(old, "d1"), candidate(new, "d2")])]
    made = weigh_tolls(
        both,
        {name: document(name, published=day) for name, day in zip(("d1", "d2"), days, strict=True)},
        {},
    )
    assert [item.candidate.weight for item in made[0].ranked] == weights


OLD = "Ferry Brenna sinks off Vellin\n\nThe ferry Brenna sank off Vellin on Monday with all hands."
NEW = (
    "Search for ferry Brenna ends\n\nThe coast guard ended the search off Vellin for the ferry "
    "Brenna on Sunday."
)
MISSING = "Commander Ivo Castren said 36 people remained missing."


def standings(*articles):
    """The newest and the older counts of two articles: for each its text, day and last sentence."""
    readings = {name: read(name, text, published=day) for name, text, day in articles}
    told = {
        name: next(
            one
            for one in reversed(offer_candidates(reading, lambda _passage: ()))
            if len(one.statement.citations) == 1
        ).statement
        for name, reading in readings.items()
    }
    documents = {name: one.document for name, one in readings.items()}
    made = compare_tolls(list(told.values()), documents, readings)
    name_of = {one.key: name for name, one in told.items()}
    return {name_of[key] for key in made.newest}, {name_of[key] for key in made.overtaken}


def test_a_count_that_goes_on_overtakes_one_in_other_words():
    later = "The rescue service of the county said that 38 people were still missing."
    articles = (
        ("a", f"{OLD}\n\n{MISSING}", "2025-03-13"), ("b", f"{NEW}\n\n{later}", "2025-03-16"),
    )  # fmt: skip
    assert standings(*articles) == ({"b"}, {"a"})
    assert standings(*((name, text, "2025-03-13") for name, text, _ in articles)) == (set(), set())


@pytest.mark.parametrize(
    ("opening", "later"),
    [
        (NEW, "A fire on the mill of Tolm in 2019 left 38 people missing, and still does."),
        ("Mill burns\n\nA mill burned in Tolm.", "In Tolm 38 workers of it were still missing."),
        (NEW, "The rescue service of the county said that 38 dockers were injured again."),
        (NEW, "The rescue service of the county said that 38 dockers were missing at noon."),
    ],
)
def test_a_count_of_something_else_overtakes_none(opening, later):
    articles = (
        ("a", f"{OLD}\n\n{MISSING}", "2025-03-13"), ("b", f"{opening}\n\n{later}", "2025-03-16"),
    )  # fmt: skip
    assert standings(*articles) == (set(), set())


def test_an_older_count_that_opens_no_article_stands_beside_nothing_better():
    late = replace(candidate(NINE, "d1", position=3), position=3)
    days = {"d1": "2025-04-15", "d2": "2025-04-20"}
    documents = {name: document(name, published=day) for name, day in days.items()}
    made = weigh_tolls([shortlist([late, candidate(SIXTEEN, "d2")])], documents, {})
    assert [item.candidate.weight for item in made[0].ranked] == [0.4, 1.5]


@pytest.mark.parametrize(
    ("before", "higher", "expected"),
    [
        ("The number of dead rose to 29 overnight, the mayor said.", "44", ({"b"}, {"a"})),
        ("The death toll climbed to 29 by dusk, the mayor said.", "44", ({"b"}, {"a"})),
        ("Two bodies were found, bringing the toll to 29, he said.", "44", ({"b"}, {"a"})),
        ("The number of dead rose to 29 overnight, the mayor said.", "12", (set(), set())),
        ("There were 29 dead in the first hour, the mayor said.", "44", (set(), set())),
    ],
)
def test_a_count_that_was_rising_is_overtaken_by_a_higher_one_of_its_event(
    before, higher, expected
):
    named = "Ivo Castren and Ruth Adeyemi came to Vellin."
    later = f"The owner of the yard resigned after an accident killed at least {higher} people."
    articles = (
        ("a", f"{OLD} {named}\n\n{before}", "2025-03-13"),
        ("b", f"{NEW} {named}\n\n{later}", "2025-03-16"),
    )
    assert standings(*articles) == expected
    one = tuple((n, text.replace(" and Ruth Adeyemi", ""), day) for n, text, day in articles)
    assert standings(*one) == expected
    fewer = tuple((name, text.replace(named, ""), day) for name, text, day in articles)
    assert standings(*fewer) == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Police held the mate of the Brenna as the number of dead rose to 29.",
        "The owners of the Brenna closed their yard while the death toll climbed to 29.",
        "Parliament asked about the accident that has killed 29 people, a count that rose.",
    ],
)
def test_news_beside_which_a_count_is_told_stays_news(text):
    later = "The owner of the yard resigned after an accident off Vellin killed at least 44 people."
    named = "Ivo Castren and Ruth Adeyemi came to Vellin."
    articles = (
        ("a", f"{OLD} {named}\n\n{text}", "2025-03-13"),
        ("b", f"{NEW} {named}\n\n{later}", "2025-03-16"),
    )
    assert "a" not in standings(*articles)[1]
