"""Sentences that ask for what only their article tells: what it is not about, what they open with
as known, what somebody did or said, and the half of what was counted."""

import pytest

from briefing import split
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences
from tests.languages.en.articles import article

LEAD = (
    "The ferry Marrow sank off Castren on Monday, and the council of Vellin closed the harbour. "
    "Ruth Adeyemi, the mayor, was told at noon. A diver found a ladder, a chest and a letter in "
    "the hold. A pump had failed. Orvill Steel, the yard that had built the ferry, sent a cable."
)
FILLER = " ".join(f"Line {n} of the log gives only wind and sky over the sound." for n in range(12))


def outcome(*lines):
    """What the last passage of an article asks for, or why it is refused; "" where it stands."""
    document, _ = article("\n\n".join(lines), "Vellin Gazette")
    read = reading.read_language(document, split.split_passages(document), ())
    made = ground_sentences(read, read.passages[-1].sentences)
    return (made.words or made.reason) if isinstance(made, Refused) else ""


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Mara Holt of the Gazette looked for hours at the chest.", "the chest"),
        ("In Vellin two boys of the school of Tolm said the ladder was old.", "the ladder"),
        ("Mara Holt told the guild of Castren that the pump was new.", "the pump"),
        # its article leads with it, or says which
        ("Mara Holt told the guild of Castren that the ferry was new.", ""),
        ("Mara Holt of the Gazette looked for hours at the harbour.", ""),
        ("Mara Holt told the guild of Castren that the pump of the Marrow was new.", ""),
    ],
)
def test_what_an_article_is_not_about_is_asked_for(sentence, asked):
    assert outcome(LEAD, FILLER, sentence) == asked


def test_what_an_article_comes_back_to_is_known():
    often = "The pump had been mended. The pump was of brass. The pump had no guard."
    assert outcome(LEAD, often, "Mara Holt told the guild of Castren that the pump was new.") == ""


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The bottle was opened in Castren on Friday by two sailors of Tolm.", "The bottle"),
        ("The order was given in Castren on Friday by two men of Tolm.", "The order"),
        ("The smith’s wife told the Gazette of Vellin about two men of Tolm.", "The smith"),
        ("The second sample was sent to Castren on Friday by two men of Tolm.", "The sample"),
        # one of its kind, foremost of its kind, a body that nobody has named
        ("The government was told in Castren by two men of Tolm.", ""),
        ("The coast guard was told in Castren on Friday by two men of Tolm.", ""),
        ("The first shell fell in Castren on Friday, two men of Tolm said.", ""),
        ("The river board was told in Castren on Friday by two men of Tolm.", ""),
        ("The death toll in Castren rose to 29 by dusk, two men of Tolm said.", ""),
    ],
)
def test_a_subject_that_only_the_article_explains_is_refused(sentence, asked):
    assert outcome(LEAD, FILLER, sentence) == asked


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        (
            "Ivo Marn of Tolm told the Gazette that Adeyemi’s decision was wrong.",
            "Adeyemi’s decision",
        ),
        ("Orvill Steel’s latest offer has angered the guild of Castren.", "Steel’s latest offer"),
        ("Two men of Tolm were glad of Mara Holt’s remarks.", "Holt’s remarks"),
        # told which, told before, or part of a title
        ("Ivo Marn of Tolm told the Gazette that Adeyemi’s decision to close it was wrong.", ""),
        ("Mara Holt decided on a visit to Tolm, and Holt’s visit was long.", ""),
        ("Two men of Tolm were heard on Mara Holt’s Morning Report.", ""),
    ],
)
def test_what_somebody_did_needs_to_be_told(sentence, asked):
    assert outcome(LEAD, FILLER, sentence) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty-two percent say the council of Vellin was right to close it.",
        "Only 19 per cent thought the council of Vellin was right to close it.",
        "About 7% voted for the council of Vellin at the last poll in Tolm.",
        "One noted that the council of Vellin had closed two quays.",
        "In one, the divers of Vellin came up with two anchors.",
        "In the other, the divers of Castren came up with two anchors.",
        "If that figure holds, the council of Vellin will close two quays.",
        "Despite those words the council of Vellin closed two quays.",
        "Mara Holt told the Gazette of Vellin that she could not confirm any of this.",
        "The council of Vellin had no word on that either.",
        "Mara Holt said until Tuesday that in Vellin there weren't any.",
        "Mara Holt of Vellin said that the comment was a joke but apologised.",
        "A spokesman says it had confused the council of Vellin with Castren.",
        "With the tasks facing them in Vellin, there may be no time for Tolm.",
        "Carried home: A cart brings Ivo Marn to the church of Tolm.",
        "Prosecutors said that in exchange, Ivo Marn was given a watch in Castren.",
    ],
)
def test_half_of_what_was_said_is_refused(sentence):
    assert outcome(LEAD, FILLER, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty-two percent of the voters of Vellin say the council was right.",
        "One of the divers of Vellin noted that Mara Holt of the Gazette had come.",
        "In one of the letters, Mara Holt told Ivo Marn of two anchors.",
        "Despite those who doubted it, Mara Holt of the Gazette came to Castren.",
        "The council of Vellin says it had confused Castren with Tolm.",
        "Mara Holt told the Gazette of Vellin that she knew some of this year’s guests.",
    ],
)
def test_what_says_of_what_it_is_a_part_stands(sentence):
    assert outcome(LEAD, FILLER, sentence) == ""


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Holt also asked about the trip to Castren. “It was very pleasant,” she said.", "she"),
        ("Mara Holt asked how deep the wreck of Castren lay. “It is deep,” she replied.", "she"),
        ("The Gazette’s Mara Holt then asked who knew. “I did not know,” she said.", "she"),
        ("Holt was asked about the trip to Castren. “It was very pleasant,” she said.", ""),
        ("Holt also wrote about the trip to Castren. “It was very pleasant,” she said.", ""),
    ],
)
def test_whoever_asks_does_not_give_the_answer(told, asked):
    met = "Ruth Adeyemi spoke with Mara Holt of the Gazette in Castren on Monday."
    assert outcome(met, told) == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Adeyemi arrives at the quay of Castren on May 6, 2016, in a boat of the guild.",
        "The Holt family leaves the church of Tolm on Sunday, Dec. 4, 2016.",
        "Mara Holt receives a medal of the guild at a dinner in August 2015.",
        "This map shows the part of the sound that Vellin has closed to ships.",
        "The graphic below has all the ships that Vellin lost in a year.",
        "A day before Holt’s first tweet above, Ivo Marn had spoken in Castren.",
    ],
)
def test_what_only_its_page_shows_is_not_told(sentence):
    assert outcome(LEAD, FILLER, sentence) == "said to readers"


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara Holt receives a medal of the guild in Castren on Friday.",
        "Ivo Marn leaves a house in Tolm that was built in August 2015.",
        "Vellin Steel delivers half of the plates that Castren has used since May 2014.",
        "Fog lay above Castren, and a map of Tolm hung below the clock of the guild.",
    ],
)
def test_what_is_told_in_the_present_stands(sentence):
    assert outcome(LEAD, FILLER, sentence) == ""
