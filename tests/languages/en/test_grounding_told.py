"""What becomes of single sentences: dates that readers can't place, connectives, clauses that go,
quotations that a translator made."""

import pytest

from briefing.languages.en.grounding import licensed_drafts
from tests.languages.en.test_grounding_edges import LEAD, SAME, expect, read, told, words

# The article is of Tuesday, 18 November 2025.


@pytest.mark.parametrize(
    ("sentence", "place", "bracket"),
    [
        ("The quay of Vellin will open tomorrow for all ships.", "tomorrow", "19 November 2025"),
        ("The quay of Vellin opened on Monday morning for ships.", "Monday morning",
         "17 November 2025"),
        ("Today’s ships of the quay of Vellin were sold twice.", "Today’s", "18 November 2025"),
        ("The quay of Vellin was shut on 12 Sept for all ships.", "12 Sept", "2025"),
        ("The quay of Vellin was shut on Sept 12 for all ships.", "Sept 12", "2025"),
        ("The quay of Vellin was shut on September 12 for ships.", "September 12", "2025"),
        ("The quay of Vellin was shut on the 3rd of March for ships.", "3rd of March", "2025"),
        ("The quay of Vellin was shut in early September for ships.", "early September", "2025"),
        ("On 3 May 2025 the quay of Vellin was shut, and the same day it was sold.",
         "same day", "3 May 2025"),
    ],
)  # fmt: skip
def test_what_a_reader_cannot_place_is_placed_by_what_does_not_stand_there(
    sentence, place, bracket
):
    expect(sentence, sentence.replace(place, f"{place} [{bracket}]"))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The ships of tomorrow were shown at the quay of Vellin in June 2025.", SAME),
        ("The quay of Vellin was shut in the last week of March for all ships.", SAME),
        ("The quay of Vellin was shut the previous day for all ships.",
         "date hangs on another sentence"),
        ("The quay of Vellin was shut that evening, and on 3 May 2025 it was opened.",
         "date hangs on another sentence"),
        ("Still, the quay of Vellin was shut for all ships.",
         "The quay of Vellin was shut for all ships."),
        ("The quay of Vellin was, still, shut for all ships.", SAME),
        ("The quay of Vellin was, however, shut for all ships.",
         "The quay of Vellin was shut for all ships."),
        ("The guild sold bread, and, of course, salt at the quay of Vellin.",
         "The guild sold bread, and salt at the quay of Vellin."),
    ],
)  # fmt: skip
def test_what_points_at_no_day_stays_and_what_ties_to_another_sentence_goes(sentence, found):
    expect(sentence, found)


TEN = "The ships of the river Vell are all at Vellin"


@pytest.mark.parametrize("marks", ["“{}.”", '"{}."'])
def test_ten_words_in_any_marks_are_a_translator_s_and_not_the_speaker_s(marks):
    quoted = f"Ruth Adeyemi said: {marks.format(TEN)}"
    assert told(quoted, translated=True) == "translated quotation"
    expect(quoted, SAME)
    expect(quoted.replace("all at ", "in "), SAME, translated=True)


FACT = "The guild opened the quay of Vellin in May 2025"


@pytest.mark.parametrize(
    ("clause", "goes"),
    [
        ("which made old ships sail again", True),
        ("which made all sail", True),
        ("which made sail", False),  # not worth it
        ("which made 7 old ships sail again", False),
        ("which made old ships sail to Tolm", False),
        ("which didn’t make old ships sail", False),
        ("which perhaps made old ships sail", False),
        ("which never made old ships sail", False),
    ],
)
def test_a_clause_goes_that_only_adds_and_holds_nothing_to_be_careful_with(clause, goes):
    shortened = shortenings(f"{FACT}, {clause}.")
    assert shortened == ([f"{FACT}, {clause}.", f"{FACT}."] if goes else [f"{FACT}, {clause}."])


@pytest.mark.parametrize(
    ("kept", "goes"),
    [
        ("The guild opened the quay of Vellin in 2025", True),
        ("The guild opened the quay Vellin in 2025", False),
    ],
)
def test_enough_must_stay_for_a_clause_to_go(kept, goes):
    assert (len(shortenings(f"{kept}, which made old ships sail again.")) == 2) is goes


def shortenings(sentence):
    """Give every way in which an article's last sentence may be told."""
    made = read(f"{LEAD}\n\n{sentence}")
    return [words(one) for one in licensed_drafts(made, made.passages[-1].sentences[-1:])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "“Ines Dorrat is late,” Ivo Castren said, and she left the quay of Vellin.",
            "dangling reference",
        ),
        ("Ines Dorrat left the quay of Vellin, where she had met “the guild”.", SAME),
        ('"Ines Dorrat is late and she left the quay," Ivo Castren said.', SAME),
    ],
)
def test_outside_a_quotation_nobody_is_meant_who_is_named_in_one(sentence, found):
    expect(sentence, found)
