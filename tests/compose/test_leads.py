"""News that many articles open with is told once, or twice where the second adds."""

from briefing.compose.leads import group_leads
from briefing.compose.prominence import mark_prominent
from briefing.compose.select import select_candidates
from tests.compose.making import candidate, shortlist, weights
from tests.events.making import read

SANK = "The ferry Marrow sank in a storm off Castren with forty passengers on board."
FOUND = "A storm sank the ferry Marrow off Castren and forty passengers were found by divers."
AGAIN = "Forty passengers were on board when the Marrow sank in a heavy storm, Castren said."
TOLLS = "The mayor of Castren opened a school near the harbour."
WENT = "Divers brought the captain's chest ashore on the third evening."


def grouped(*texts, days=()):
    """The groups of articles that consist of a text each, published on the days given."""
    dates = [*days, *["2025-03-12"] * (len(texts) - len(days))]
    pairs = enumerate(zip(texts, dates, strict=True))
    return group_leads([read(f"d{n}", text, published=day) for n, (text, day) in pairs])


def test_leads_that_share_what_happened_are_one_piece_of_news():
    assert grouped(SANK, FOUND, TOLLS) == {"d0": "d0", "d1": "d0", "d2": "d2"}


def test_names_alone_make_no_piece_of_news():
    left = "Senior adviser Tomas Arvel of the Castren Harbour Board declined to speak of tolls."
    right = "Senior adviser Tomas Arvel of the Castren Harbour Board praised a new court."
    assert grouped(left, right) == {"d0": "d0", "d1": "d1"}


def test_what_outlets_open_with_weeks_apart_are_two_pieces():
    near, far = ("2025-03-03", "2025-03-05"), ("2025-03-03", "2025-03-20")
    few = "A storm sank a barge, and divers came with cranes for passengers."
    assert grouped(SANK, FOUND, days=near)["d1"] == "d0"
    assert grouped(SANK, FOUND, days=far)["d1"] == "d1"
    assert grouped(SANK, FOUND, days=("2025-03-03", "soon"))["d1"] == "d0"
    assert grouped(SANK, few)["d1"] == "d0"
    assert grouped(SANK, few, days=near)["d1"] == "d1"


def test_a_group_holds_who_is_near_to_any_of_it():
    assert set(grouped(AGAIN, TOLLS, FOUND, SANK).values()) == {"d0", "d1"}


def test_only_first_sentences_lead():
    assert grouped(f"{TOLLS} {SANK}", FOUND) == {"d0": "d0", "d1": "d1"}


def told(texts, **room):
    made = [candidate(text, f"d{n}", position=p) for n, (text, p) in enumerate(texts)]
    lists = [shortlist(made, **room)]
    leads = group_leads([read(f"d{n}", text) for n, (text, p) in enumerate(texts) if not p])
    marked, worth = mark_prominent(lists, weights(*lists), leads)
    (row,) = select_candidates(marked, worth, {})
    return {one.statement.text for one in row}


def test_of_news_that_three_open_with_two_are_told_at_most():
    crowd = [(SANK, 0), (FOUND, 0), (AGAIN, 0), (WENT, 4)]
    kept = told(crowd, statements=4)
    assert WENT in kept
    assert len(kept & {SANK, FOUND, AGAIN}) <= 2
    assert WENT in told(crowd, statements=2)


def test_what_adds_hardly_a_word_to_all_that_is_told_is_not_told():
    first = ("Divers searched the wreck of the Marrow for the missing captain on Monday.", 3)
    second = ("A storm off Castren kept tugs and barges inside the harbour all week.", 4)
    mixed = ("Divers searched the wreck off Castren for the captain all week.", 6)
    assert told([first, second, mixed], statements=3) == {first[0], second[0]}
