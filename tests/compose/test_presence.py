"""Who opens with what a statement tells, who looked ahead to it, and what is a series' refrain."""

import pytest

from briefing.compose.presence import measure_presence, survey_articles
from briefing.events.connect import connect_clauses
from briefing.languages.en.sameness import vocabulary
from briefing.offer.candidates import offer_candidates
from tests.events.making import read

RAISED = "The harbour council decided to raise the mooring toll of Castren to nine crowns."
DID = "The harbour council raised the mooring toll of Castren to nine crowns."
AHEAD = "The harbour council may raise the mooring toll of Castren when trade grows."
REFRAIN = "The council seeks calm waters and a fair price for every ship in the harbour."
OTHER = "A storm closed the northern quay for two days and broke a crane."


def presence(*articles):
    """What the articles, each its text and its day, make of every sentence, by its text."""
    readings = [
        read(f"d{n}", text, "Castren Harbour Council", published=day)
        for n, (text, day) in enumerate(articles)
    ]
    families = {one.document.id: one.document.id for one in readings}
    landscape = survey_articles(readings, families, connect_clauses(readings, families))
    made = [
        candidate.statement
        for one in readings
        for candidate in offer_candidates(one, lambda _passage: ())
    ]
    found = measure_presence(made, landscape)
    return {one.text: found[one.key] for one in made}


@pytest.mark.parametrize("done", [RAISED, DID])
def test_what_earlier_articles_looked_ahead_to_is_awaited_once_it_is_done_or_decided(done):
    found = presence(
        (AHEAD, "2025-01-03"), (f"{OTHER} {AHEAD}", "2025-02-03"), (done, "2025-03-03")
    )
    assert (found[done].awaited, found[done].done, found[done].overtaken) == (2, True, False)
    assert (found[AHEAD].awaited, found[AHEAD].done, found[AHEAD].overtaken) == (0, False, True)


@pytest.mark.parametrize(
    ("told", "newest", "over"),
    [
        ("The bridge of Castren will reopen on 4 May.", "2025-05-06", True),
        ("On 4 May the bridge of Castren will reopen.", "2025-05-04", True),
        ("The bridge of Castren is due to reopen on Sunday.", "2025-05-06", True),
        ("The bridge of Castren will reopen on 4 May, the mayor said.", "2025-05-06", True),
        ("The council will vote on the bridge of Castren this week.", "2025-05-04", True),
        ("The council will vote on the bridge of Castren this week.", "2025-05-03", False),
        ("Adeyemi plans to open the bridge of Castren on 4 May.", "2025-05-06", True),
        ("Castren and Vellin will reopen the bridge on 4 May.", "2025-05-06", True),
        ("Castren announced plans to open the bridge on 4 May.", "2025-05-06", False),
        ("The bridge of Castren will reopen on 4 May.", "2025-05-03", False),
        ("The bridge of Castren will reopen in May.", "2025-05-06", False),
        ("The mayor said that the bridge will reopen on 4 May.", "2025-05-06", False),
        ("Nine ships sank at Castren, and the king will come on 4 May.", "2025-05-06", False),
        ("The bridge of Castren reopened on 30 April.", "2025-05-06", False),
    ],
)
def test_what_is_foretold_for_a_day_that_newer_articles_have_reached_is_overtaken(
    told, newest, over
):
    found = presence((f"{told} {OTHER}", "2025-05-01"), (DID, newest))
    assert {one.overtaken for text, one in found.items() if text.startswith(told[:9])} == {over}
    assert not found[DID].overtaken


def test_what_a_later_article_looks_ahead_to_again_is_not_overtaken():
    found = presence((DID, "2025-01-03"), (AHEAD, "2025-03-03"))
    assert (found[DID].awaited, found[AHEAD].overtaken) == (0, False)


def test_what_tells_of_a_day_in_the_opening_paragraph_is_granted_too():
    killed = "The fire of 4 May killed nine people at the mill of Castren."
    undated = killed.replace(" of 4 May", "")
    for text, known in ((killed, True), (undated, False)):
        later = (f"{OTHER} Men died in the mill of Castren.", "2025-05-12")
        found = presence((f"{DID} {text}", "2025-05-11"), later)
        (own,) = (one for told, one in found.items() if told.startswith(text[:11]))
        assert (own.granted > 0) is known


def test_what_opens_an_article_is_granted_as_far_as_the_others_say_it_again():
    found = presence((f"{DID} {OTHER}", "2025-05-01"), (DID, "2025-05-02"), (REFRAIN, "2025-05-03"))
    shared = len(vocabulary(DID) & vocabulary(REFRAIN)) / len(vocabulary(DID))
    assert found[DID].granted == pytest.approx((1 + shared) / 2)
    assert found[OTHER].granted == 0.0


def test_openers_are_counted_for_what_opens_its_article():
    news = "A storm broke the great crane of Castren and closed its northern quay."
    found = presence((news, "2025-03-03"), (OTHER, "2025-03-03"), (DID, "2025-03-04"))
    assert (found[news].openers, found[OTHER].openers, found[DID].openers) == (2, 2, 1)
    assert found[news].news == found[OTHER].news != found[DID].news


def test_what_three_issues_of_one_outlet_say_is_a_refrain():
    issues = [
        (f"{text} {REFRAIN}", f"2025-0{n}-03") for n, text in enumerate((DID, OTHER, AHEAD), 1)
    ]
    assert presence(*issues)[REFRAIN].refrain
    assert not presence(*issues)[OTHER].refrain
    assert not presence(*issues[:2])[REFRAIN].refrain
