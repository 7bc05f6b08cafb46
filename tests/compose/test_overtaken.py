"""Announcements whose day has passed by the cut-off."""

from dataclasses import replace

import pytest

from briefing.compose.foretold import weigh_foretold
from briefing.compose.overtaken import (
    age_shortlist,
    has_passed,
    is_interim,
    set_back_corrected,
    stood_then,
    weigh_older,
)
from briefing.events.corrections import find_corrections
from tests.compose.making import candidate, document, shortlist
from tests.events.making import read


@pytest.mark.parametrize(
    ("note", "weights"),
    [
        (
            "An earlier version of this story gave the grain lost in Teyn as 62 tons. It was 26.",
            [0.25, 1.0],
        ),
        (
            "Correction: Our report of 3 June said that the mill in Teyn lost 62 tons of grain.",
            [0.25, 1.0],
        ),
        (
            "The Olm Post corrects its report of 3 June: the mill in Teyn lost 26 tons, not 62.",
            [0.25, 1.0],
        ),
        ("The Olm Post corrects its report of 3 June: 26 people came, not 62.", [1.0, 1.0]),
        ("An earlier version of this story misspelled the name of the mill of Teyn.", [1.0, 1.0]),
        ("An earlier version of this story said the mill of Teyn was built in 1962.", [1.0, 1.0]),
    ],
)
def test_a_note_on_an_earlier_version_sets_right_what_an_older_article_told(note, weights):
    wrong = candidate("The mill in Teyn lost 62 tons of grain when the wall broke.", "d1")
    right = candidate("The wall at Olm was new.", "d1")
    documents = {
        "d1": document("d1", "Olm Post", "2026-06-03"),
        "d2": replace(document("d2", "Olm Post", "2026-06-08"), caveats=(note,)),
    }
    both = shortlist([wrong, right])
    made = set_back_corrected(both, documents, find_corrections(documents.values()))
    assert [item.candidate.weight for item in made.ranked] == weights
    other = {**documents, "d2": replace(documents["d2"], outlet=None)}
    kept = set_back_corrected(both, other, find_corrections(other.values()))
    assert [item.candidate.weight for item in kept.ranked] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("date", "published", "as_of", "over"),
    [
        ("2025-03-07", "2025-03-04", "2025-03-10", True),
        ("2025-03-07", "2025-03-04", "2025-03-06", False),
        ("2025-03-04", "2025-03-04", "2025-03-10", False),
        ("2025-03-07", "2025-03-01/2025-03-09", "2025-03-10", False),
        ("2025-03", "2025-02-20", "2025-03-10", False),
        (None, "2025-03-04", "2025-03-10", False),
        (None, "2025-03-04", "2025-03-11", True),
        ("2025-03-03", "2025-03-04", "2025-03-11", True),
        ("2025-03-07", None, "2025-03-10", False),
        ("2025-03-07", "2025-03-04", "", False),
    ],
)
def test_a_day_has_passed_that_lies_between_the_article_and_the_cut_off(
    date, published, as_of, over
):
    made = replace(candidate("The mayor is to speak on Friday.").statement, date=date)
    assert has_passed(made, document("d1", published=published), as_of) is over


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The crews will walk out on Thursday.", True),
        ("The strike could end as early as Tuesday, the mayor said.", True),
        ("The mayor was expected to speak next week.", False),
        ("The mayor will speak on Thursday [6 March 2025].", False),
        ("The mayor said on Monday that he would stay.", False),
        ("The crews walked out on Thursday.", False),
    ],
)
def test_a_day_that_is_only_named_has_passed_after_a_week(text, over):
    made = candidate(text).statement
    assert has_passed(made, document("d1", published="2025-03-04"), "2025-03-12") is over


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


@pytest.mark.parametrize(
    ("days", "words", "worths"),
    [
        (("2025-03-04", "2025-03-09", "2025-03-14"), None, [0.6, 0.8, 1.0]),
        (("2025-03-04", "2025-03-09", "2025-03-14"), 200, [1.0, 1.0, 1.0]),
        (("2025-03-04", "2025-03-04", "2025-04-04"), None, [0.6, 0.6, 1.0]),
        (("2025-03-04", "2025-03-04", "2025-04-05"), None, [1.0, 1.0, 1.0]),
        (("2025-03-04", "2025-03-04", "2025-03-04"), None, [1.0, 1.0, 1.0]),
        (("2025-03-04", None, "2025-03-14"), None, [0.6, 1.0, 1.0]),
    ],
)
def test_of_one_month_the_older_an_article_the_less_it_is_worth(days, words, worths):
    names = ("d1", "d2", "d3")
    made = [candidate(f"The quay of {name} fell.", name) for name in names]
    documents = {name: document(name, published=day) for name, day in zip(names, days, strict=True)}
    (weighed,) = weigh_older([shortlist(made, words=words)], documents)
    assert [round(item.candidate.weight, 9) for item in weighed.ranked] == worths


def test_what_its_outlet_set_right_later_is_worth_half():
    wrong = candidate("The wall at Olm broke within 400 metres of the Teyn mill.", "d1")
    right = candidate("The wall at Olm was new.", "d1")
    note = "Correction: An article on 3 June said that it broke within 400 metres of the Teyn mill."
    documents = {
        "d1": document("d1", "Olm Post", "2026-06-03"),
        "d2": replace(document("d2", "Olm Post", "2026-06-08"), caveats=(note,)),
    }
    both = shortlist([wrong, right])
    made = set_back_corrected(both, documents, find_corrections(documents.values()))
    assert [item.candidate.weight for item in made.ranked] == [0.25, 1.0]
    alone = {"d1": documents["d1"]}
    assert set_back_corrected(both, alone, find_corrections(alone.values())) == both


@pytest.mark.parametrize(
    ("text", "published", "stood"),
    [
        ("The mayor of Vellin now has 412 votes and his rival 397.", "2025-03-04", True),
        ("The northern quay is still under water, the harbour master said.", "2025-03-04", True),
        ("The bridge of Tolm remains closed to carts.", "2025-03-04", True),
        ("The mayor of Vellin had 44.3 per cent, the clerk said.", "2025-03-04", True),
        ("The water was rising in the quay of Tolm.", "2025-03-04", True),
        ("Three bodies have been recovered, the clerk said.", "2025-03-04", True),
        ("The mayor of Vellin now has 412 votes and his rival 397.", "2025-03-09", False),
        ("The mayor of Vellin now has 412 votes and his rival 397.", None, False),
        ("The mayor of Vellin won 412 votes and his rival 397.", "2025-03-04", False),
        ("The guild of Tolm said that it would now close the bridge.", "2025-03-04", False),
    ],
)
def test_how_things_stood_days_ago_need_not_be_how_they_stand(text, published, stood):
    made = candidate(text).statement
    assert stood_then(made, document("d1", published=published), "2025-03-10") is stood
    dated = replace(made, date="2025-03-04")
    assert not stood_then(dated, document("d1", published=published), "2025-03-10")


@pytest.mark.parametrize(
    ("text", "interim"),
    [
        ("Osk led on Tuesday after a third of the polling stations had been counted.", True),
        ("The clerk said that Osk would win in the first round.", True),
        ("Divers heard knocks, raising hopes that some are alive.", True),
        ("By Thursday evening [6 March 2025] 12 bodies had been brought up.", True),
        ("Osk won on Tuesday with all of the votes counted.", False),
    ],
)
def test_a_count_before_its_end_stood_then_whatever_its_date(text, interim):
    made = replace(candidate(text).statement, date="2025-03-04")
    assert stood_then(made, document("d1", published="2025-03-04"), "2025-03-10") is interim
    assert is_interim(text) is interim


def test_how_things_stood_is_worth_half():
    now = candidate("The bridge of Tolm remains closed to carts.")
    made = age_shortlist(
        shortlist([now]), {"d1": document("d1", published="2025-03-04")}, "2025-03-10"
    )
    assert [item.candidate.weight for item in made.ranked] == [0.5]


@pytest.mark.parametrize(
    ("text", "newest", "worth"),
    [
        ("The bridge of Tolm will reopen on 4 May.", "2025-05-06", 0.0),
        ("The bridge of Tolm will reopen on 4 May.", "2025-05-03", 1.0),
        ("If no mayor has half of the votes, Tolm will vote again on 25 May.", "2025-05-06", 0.4),
        ("Should the mayor resign, Tolm will vote again.", "2025-05-06", 0.4),
        ("Tolm will vote again unless the mayor resigns.", "2025-05-06", 0.4),
        ("If no mayor has half of the votes, Tolm will vote again on 25 May.", "2025-05-03", 1.0),
        ("Tolm has nine ships, and will have ten if the sea is calm.", "2025-05-06", 1.0),
        ("Judges will decide if the mayor has won.", "2025-05-06", 1.0),
        ("The mayor asked if Tolm had voted.", "2025-05-06", 1.0),
    ],
)
def test_what_was_foretold_is_worth_nothing_and_what_hung_on_a_condition_little(
    text, newest, worth
):
    readings = {
        "d1": read("d1", text, "Olm Post", published="2025-05-01"),
        "d2": read("d2", "The wall at Olm broke.", "Olm Post", published=newest),
    }
    (made,) = weigh_foretold([shortlist([candidate(text, "d1")])], readings)
    assert [item.candidate.weight for item in made.ranked] == [worth]
    pinned = candidate(text, "d1")
    pinned = replace(pinned, statement=replace(pinned.statement, pinned=True))
    assert weigh_foretold([shortlist([pinned])], readings)[0].ranked[0].candidate.weight == 1.0
