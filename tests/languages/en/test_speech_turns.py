"""Whose turn it is in an interview, a debate, a hearing: who a label names, or nobody."""

import pytest

from briefing import split
from briefing.language.draft import Draft, Refused
from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences, ground_sentences
from tests.languages.en.articles import article

LEAD = "The council of Tolm heard three people on the lock and the mill on Monday.\n\n"


def read(text):
    document, _ = article(LEAD + text, "Tolm Post")
    return reading.read_language(document, split.split_passages(document), ())


def told(text):
    """Every sentence that can be told alone, with whoever is printed as its speaker."""
    made = read(text)
    sentences = [span for passage in made.passages[1:] for span in passage.sentences]
    return {
        made.document.text[span.start : span.end]: attribute_sentences(made, (span,)).speaker
        for span in sentences
        if isinstance(ground_sentences(made, (span,)), Draft)
    }


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the surname of somebody whom the article names whole
        (("The engineer Tove Rinn came late to the talk of the council.\n\n"
         "Tolm Post: Is the lock safe?\n\n"
         "Rinn: The lock of Tolm has nine cracks. The town pays 40 crowns for each crack."),
         "40 crowns", "Rinn"),
        # a title and a name, a bracket behind it
        (("Mr. Falk (Vellin South): The firm has paid two aldermen of Tolm.\n\n"
         "Mrs. Oddny (Tolm East): The mill of Tolm was sold for 90 crowns to a bank."),
         "two aldermen", "Mr. Falk"),
        # an office that a bracket names
        (("The Minister for Canals (Ms Roe): The lock of Tolm costs 90 crowns a day.\n\n"
         "Mr. Falk (Vellin South): The lock of Tolm has stood open since May."),
         "90 crowns a day", "The Minister for Canals"),
        (("Captain Orrin: The barge struck the quay of Tolm at noon.\n\n"
         "Pilot Berre: The quay of Tolm was dark on that day."),
         "at noon", "Captain Orrin"),
        # who posts, under a handle, passed on or with a name before it
        ("@tolm_rail: The line from Tolm to Vellin is shut for nine days.", "nine days", "@tolm_rail"),
        ("RT @ivofalk: The toll of Tolm was paid twice by every miller.", "twice", "@ivofalk"),
        ("Ivo Falk (@ivofalk): The toll of Tolm was paid twice by every miller.", "twice", "Ivo Falk"),
    ],
)  # fmt: skip
def test_a_label_is_the_speaker_of_its_paragraph(text, words, speaker):
    heard = {said: who for said, who in told(text).items() if words in said}
    assert heard
    assert {who.rpartition(" ")[2] for who in heard.values()} == {speaker.rpartition(" ")[2]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (("Judge: The keys of the mill were never found in the barge.\n\n"
         "Witness (through interpreter): Two millers carried a box to Tolm. The box of Tolm was red."),
         ("keys", "box")),
        (("Tower: The runway of Tolm is closed. The fire brigade of Tolm stands on it.\n\n"
         "Ground Control: The left wing of the freighter lies in Tolm."), ("runway", "brigade", "wing")),
        (("Weekly Echo: The dam of Tolm was built by the miller Falk.\n\n"
         "Guild: The dam of Tolm was built by nobody, and it will fall."), ("miller", "nobody")),
    ],
)  # fmt: skip
def test_what_a_label_of_nobody_leads_is_not_told(text, words):
    assert not [said for said in told(text) if any(word in said for word in words)]


@pytest.mark.parametrize(
    "text",
    [
        # one label is a heading
        "Background: The lock of Tolm was built in 1911 by the guild of Vellin.",
        # days and parts are no speakers
        (
            "Monday: The lock of Tolm broke at noon and the mill stood still.\n\n"
            "Tuesday: The guild of Vellin sent nine men to the lock of Tolm."
        ),
        (
            "2019: The lock of Tolm broke at noon and the mill stood still.\n\n"
            "2021: The guild of Vellin sent nine men to the lock of Tolm."
        ),
        # places once each
        (
            "Brask: The lock of Tolm broke at noon and the mill stood still.\n\n"
            "Orvill: The guild of Vellin sent nine men to the lock of Tolm.\n\n"
            "Senn: The mill of Tolm was sold to a bank for 90 crowns."
        ),
    ],
)
def test_other_labels_make_nobody_speak(text):
    assert set(told(text).values()) <= {""}


@pytest.mark.parametrize(
    "text",
    [
        ("Where does the wood come from?\n\nI buy spruce from Vellin. The spruce of Vellin dries for nine "
        "years.\n\nCan one live from it?\n\nMy shop in Tolm sells nine barges a year."),
        ("Why did you leave Tolm?\n\nWe had no bread. The guild of Tolm kept 900 sacks of rye.\n\n"
        "And the mill of Tolm?\n\nOur mill burned down. The miller Falk of Tolm sold the stones."),
        ("How did the barge sink?\n\nI saw no rock. The chart of Tolm shows no rock at the quay.\n\n"
        "Who drew the chart of Tolm?\n\nThe guild of Vellin drew it for me and my brother."),
    ],
)  # fmt: skip
def test_answers_in_the_first_person_are_told_by_nobody(text):
    assert not [said for said in told(text) if "Tolm" in said or "Vellin" in said]


def test_questions_over_the_parts_of_an_explainer_leave_its_answers():
    text = (
        "What happened in Tolm?\n\nThe lock of Tolm broke on Monday. “I saw it fall,” a miller said."
        "\n\nWho pays for the lock?\n\nThe guild of Vellin pays 900 crowns for the lock of Tolm."
    )
    assert any("900 crowns" in said for said in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "**1.2** The lock of Tolm broke at noon.<br>_Vellin Wire · 3 outlets · s-0a1b2c3d_",
        "The lock of Tolm broke at noon on Monday.[^e2-4] The mill of Tolm stood still.",
        "The lock of Tolm broke at noon · Vellin Wire · 4 outlets · grade A.",
    ],
)
def test_what_looks_like_a_line_of_a_brief_is_not_told(text):
    made = read(text)
    assert isinstance(ground_sentences(made, made.passages[-1].sentences), Refused)


@pytest.mark.parametrize(
    "post",
    [
        "The dykes of Tolm stand two metres higher than in May.\n\n— Ana Falk (@anafalk) March 9, 2025",
        "The mill of Tolm feeds 900 people a day.\n\n- Ana Falk (@anafalk) May 2, 2024",
        "The lock of Tolm holds. It was built to last.\n\n– Guild of Tolm (@tolmguild) June 1, 2024",
    ],
)
def test_a_post_with_its_signature_in_the_next_line_is_not_told(post):
    assert not [said for said in told(post) if "Tolm" in said]


@pytest.mark.parametrize(
    "quoted",
    [
        "»The bells of Tolm went by hand. The tower of Tolm has no stairs«, said Ivo Falk.",
        "»The bells of Tolm went by hand. The tower of Tolm has no stairs«, Ivo Falk said.",
        "Ivo Falk said: »The bells of Tolm went by hand. The tower of Tolm has no stairs.« He left.",
        "«The bells of Tolm went by hand. The tower of Tolm has no stairs», said Ivo Falk.",
        "「The bells of Tolm went by hand. The tower of Tolm has no stairs」, Ivo Falk said.",
        "‹The bells of Tolm went by hand. The tower of Tolm has no stairs›, said Ivo Falk.",
    ],
)
def test_marks_of_other_languages_hold_several_sentences(quoted):
    made = read("The sexton Ivo Falk came.\n\n" + quoted)
    told = [s for s in made.passages[-1].sentences if "Tolm" in made.document.text[s.start : s.end]]
    assert {attribute_sentences(made, (one,)).speaker for one in told} == {"Ivo Falk"}


@pytest.mark.parametrize(
    "hidden",
    [
        "The hall of Tolm has 40 st\u200dalls, the county said.",
        "The guild of Tolm paid nine cro\u200bwns for the lock.",
        "Notes to editors: the study of Tolm is free to read.",
    ],
)
def test_words_with_something_hidden_in_them_and_notes_to_editors_are_not_told(hidden):
    assert not [said for said in told(hidden) if "Tolm" in said]
