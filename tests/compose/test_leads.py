"""News that many articles open with is told once, or twice where the second adds."""

import pytest

from briefing.compose.leads import group_leads
from briefing.compose.prominence import mark_prominent
from briefing.compose.select import select_candidates
from briefing.events.connect import connect_clauses
from briefing.languages.en.clauses import find_clauses
from briefing.offer.candidates import offer_candidates
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
    made = [read(f"d{n}", text, published=day) for n, (text, day) in pairs]
    return group_leads(made).groups


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


def test_leads_that_name_different_days_are_two_pieces_of_news():
    opened = "The northern quay of Castren reopened on 3 March 2025, the port authority said."
    shut = "The northern quay of Castren was shut on 9 March 2025, the port authority said."
    again = "The port authority said the northern quay of Castren reopened in March 2025."
    undated = "The northern quay of Castren has been open since, the port authority said."
    assert grouped(opened, shut)["d1"] == "d1"
    assert grouped(opened, again)["d1"] == "d0"
    assert grouped(opened, undated)["d1"] == "d0"


def test_leads_of_which_one_turns_the_other_round_are_two_pieces_of_news():
    opened = "The port authority of Castren said the northern quay was open to ships again."
    shut = "The port authority of Castren said the northern quay was closed to ships again."
    assert grouped(opened, shut)["d1"] == "d1"
    assert grouped(opened, opened.replace("ships", "ferries"))["d1"] == "d0"


def test_a_group_holds_who_is_near_to_any_of_it():
    assert set(grouped(AGAIN, TOLLS, FOUND, SANK).values()) == {"d0", "d1"}


def test_only_first_sentences_lead():
    assert grouped(f"{TOLLS} {SANK}", FOUND) == {"d0": "d0", "d1": "d1"}


def told(texts, **room):
    """What is told of articles that consist of a text each: every sentence, and pairs of them."""
    readings = [read(f"d{n}", text) for n, text in enumerate(texts)]
    made = [c for one in readings for c in offer_candidates(one, lambda _passage: (("s", 1.0),))]
    lists = [shortlist(made, **room)]
    marked, worth = mark_prominent(lists, weights(*lists), group_leads(readings))
    (row,) = select_candidates(marked, worth, {})
    return [one.statement.text for one in row]


def count_news(texts):
    return sum("Marrow" in text and "sank" in text for text in texts)


def test_of_news_that_three_open_with_two_are_told_at_most():
    crowd = [SANK, FOUND, AGAIN, f"{TOLLS} {WENT}"]
    kept = told(crowd, statements=6)
    assert any(WENT in text for text in kept)
    assert count_news(kept) <= 2


def test_nor_in_the_company_of_another_sentence_or_further_down():
    crowd = [f"{SANK} {WENT}", f"{FOUND} {TOLLS}", AGAIN, f"A crane fell. {SANK[:-1]} on Monday."]
    assert count_news(told(crowd, statements=8)) <= 2


def test_what_adds_hardly_a_word_to_all_that_is_told_is_not_told():
    first = "Divers searched the wreck of the Marrow for the missing captain on Monday."
    second = "A storm off Castren kept tugs and barges inside the harbour all week."
    mixed = "Divers searched the wreck off Castren for the captain all week."
    lists = [shortlist([candidate(t, f"d{n}") for n, t in enumerate((first, second, mixed))])]
    (row,) = select_candidates(lists, weights(*lists), {})
    assert {one.statement.text for one in row} == {first, second}


def grouped_with_acts(*texts):
    """The groups of articles of one day where the acts that leads tell are known, too."""
    made = [read(f"d{n}", text, published="2025-03-12") for n, text in enumerate(texts)]
    clauses = {one.document.id: find_clauses(one) for one in made}
    return group_leads(made, clauses).groups


def test_leads_that_tell_one_act_are_one_piece_of_news():
    made = "Castren authorities made an arrest on Monday over the letters of the summer."
    have = "Police have arrested a suspect who may have sent a dozen letters."
    assert grouped(made, have) == {"d0": "d0", "d1": "d1"}
    assert grouped_with_acts(made, have) == {"d0": "d0", "d1": "d0"}


def test_acts_of_others_are_other_news():
    one = "Police arrested Tomas Arvel in connection with the letters."
    other = "Police arrested Ruth Adeyemi in connection with the fires."
    assert len(set(grouped_with_acts(one, other).values())) == 2


def test_of_very_many_articles_the_same_ones_are_held_together_in_whatever_order_they_come():
    made = [read(f"d{n:03}", SANK if n % 2 else TOLLS) for n in range(230)]
    assert group_leads(made) == group_leads(made[::-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ruth Adeyemi resigned as mayor after a quarrel over tolls.",
            "Mayor Ruth Adeyemi has resigned, which few had thought possible.",
        ),
        (
            "The firm sold the ferry Marrow to buyers from the coast.",
            "The ferry Marrow was sold for a song, its old crew learnt.",
        ),
        (
            "Police in Tolm arrested Ruth Adeyemi, who once ran the lower lock.",
            "Ruth Adeyemi was arrested in Tolm while buyers watched.",
        ),
    ],
)
def test_leads_with_clauses_that_are_joined_are_one_piece_of_news(one, other):
    made = [read(f"d{n}", text, published="2025-03-12") for n, text in enumerate((one, other))]
    found = connect_clauses(made, {"d0": "f0", "d1": "f1"})
    assert len(set(group_leads(made).groups.values())) == 2
    news = group_leads(made, found.clauses, found.agreeing)
    assert len(set(news.groups.values())) == 1


def test_what_tells_nothing_but_the_joined_act_of_a_lead_tells_its_news():
    lead = "Police in Tolm arrested Ruth Adeyemi, who once ran the lower lock."
    texts = (
        lead,
        f"{TOLLS} Ruth Adeyemi was arrested in Tolm. Ruth Adeyemi sold the lock in Tolm.",
    )
    made = [read(f"d{n}", text, published="2025-03-12") for n, text in enumerate(texts)]
    found = connect_clauses(made, {"d0": "f0", "d1": "f1"})
    news = group_leads(made, found.clauses, found.agreeing)
    offered = offer_candidates(made[1], lambda _passage: (("s", 1.0),))
    told = {one.statement.text: news.told_by(one) for one in offered}
    assert told["Ruth Adeyemi was arrested in Tolm."] == "d0"
    assert told["Ruth Adeyemi sold the lock in Tolm."] == ""


def joined_leads(*texts):
    """The groups of articles joined by the events that their clauses tell."""
    made = [read(f"d{n}", text, published="2025-03-12") for n, text in enumerate(texts)]
    joined = connect_clauses(made, {one.document.id: one.document.id for one in made})
    return group_leads(made, joined.clauses, joined.agreeing).groups


OWNED = (
    "Police in Tolm arrested the manager and two chemists of Orvill Remedies, whose barrels sank "
    "the Brenna off Vellin."
)
PAINT = (
    "The state laboratory found a solvent for paint in the wreck of a tug, which sank the Brenna "
    "off Vellin."
)
HEIRS = (
    "The board of owners sold its last yards and mills to pay the heirs of the mate, who sank the "
    "Brenna off Vellin on Monday."
)
CABIN = (
    "Three divers of the navy reached a cabin of the tug Marrow, which sank the Brenna off Vellin "
    "on Monday."
)
RAIN = "The ferry Brenna sank off Vellin on Monday in heavy rain."
GALE = "In a gale the ferry Brenna sank off Vellin on Monday night."


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [(OWNED, PAINT, False), (HEIRS, CABIN, False), (PAINT, HEIRS, False), (RAIN, GALE, True)],
)
def test_what_only_says_of_which_thing_a_lead_speaks_is_not_its_news(left, right, together):
    assert (joined_leads(left, right)["d1"] == "d0") is together
