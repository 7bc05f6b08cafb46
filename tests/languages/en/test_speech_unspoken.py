"""Sayings without a plain verb of saying in its usual place, and two speakers in one sentence."""

import pytest

from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences
from tests.languages.en.articles import article


def said(text):
    """Who says what in a text, in order."""
    document, passages = article(text)
    found = reading.read_language(document, passages, ()).speech
    return [(one.speaker, document.text[one.start : one.end]) for one in found]


def whole(text):
    """Who is told as the speaker of the last sentence."""
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    return attribute_sentences(read, passages[-1].sentences[-1:]).speaker


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The union called for a shorter week in all the mills.", "The union",
        "a shorter week in all the mills."),
        ("Ada Rill called the plan “a gift to the banks” on Monday.", "Ada Rill",
        "the plan “a gift to the banks” on Monday."),
        ("“The mill burned twice,” recalled Olin Fasch.", "Olin Fasch", "“The mill burned twice,”"),
        ("Olin Fasch recalled that the mill burned twice.", "Olin Fasch", "the mill burned twice."),
        ("Olin Fasch called the vote in the valley a mistake.", "Olin Fasch",
        ("the vote in the " "valley a mistake.")),
        ("Ada Rill, the chair of the board, called for an inquiry.", "Ada Rill", "an inquiry."),
        ("Olin Fasch called on the council to close the road.", "Olin Fasch",
        ("the council to " "close the road.")),
    ],
)  # fmt: skip
def test_who_calls_something_names_says_so(text, speaker, content):
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The two mills called off a merger worth a hundred million crowns.",
        "A fund called the Larch Trust holds a third of the shares.",
        "Ada Rill called the meeting in a hurry after the fire.",
        "Olin Fasch called the guards when the lamps went out.",
        "The so-called green line runs through the old town.",
        "Ada Rill called her brother a week later from the harbour.",
        "Larch, the largest maker of looms, recalled three batches after seven mills fell silent.",
        "Olin Fasch, a former judge, recalled the envoy.",
    ],
)
def test_who_calls_a_meeting_or_a_neighbour_says_nothing(text):
    assert said(text) == []


def test_who_is_asked_to_do_something_says_nothing():
    text = "Its president, Ada Rill, asked the council to let the mills work at night for a month."
    assert "the council" not in " ".join(who or "" for who, _ in said(text))
    assert said("Who will pay for the mills, asked the council.")[0][0] == "the council"


@pytest.mark.parametrize(
    "text",
    [
        "The search was called off on Sunday, with 29 people confirmed dead and 11 missing.",
        "The fire left four sailors reported injured in the harbour of Tolm.",
        "The boat sank with nine men believed drowned off the coast of Castren.",
    ],
)
def test_how_people_fare_is_not_said_by_them(text):
    assert said(text) == []
    assert said("The mayor Ada Rill confirmed that nine men are dead.")[0][0] == "Ada Rill"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fasch: “Our aim is to keep the road open for all the mills.”", "Fasch"),
        ('Ada Rill: "We have no plan for the winter and no money."', "Ada Rill"),
        ("“The plan has given new heart to all of the mills.” — Ada Rill", "Ada Rill"),
        ("“The plan has given new heart to all of the mills.” ― Olin Fasch, Tolm", "Olin Fasch"),
    ],
)
def test_a_name_leads_or_signs_a_quotation(text, speaker):
    (found, _), *_ = said(text)
    assert found == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Warning: “The water of the well is not to be used for cooking or washing.”",
        "On the wall of the mill stood: “The water is ours and will be ours for good.”",
        "Her second rule: “Never lend a boat to anybody who cannot swim in the cold.”",
    ],
)
def test_a_quotation_that_something_else_leads_is_not_the_last_speakers(text):
    assert (
        whole(f"The road is lost, Olin Fasch said on Monday in the town hall.\n{text}")
        != "Olin Fasch"
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ada Rill said that the dam was safe, and engineers warned that it would not last.",
        ["Ada Rill", "engineers"]),
        ("The board said that the toll would rise, but the union said it would strike.",
        ["The board", "the union"]),
        ("Olin Fasch said the boats were late, while the pilots said nobody had called them.",
        ["Olin Fasch", "the pilots"]),
    ],
)  # fmt: skip
def test_two_speakers_of_a_sentence_each_have_their_own_words(text, speakers):
    assert [speaker for speaker, _ in said(text)] == speakers
    assert not any(" and " in words or "while" in words for _, words in said(text))
    assert whole(text) == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rep. Ada Rill (D-Tolm.) said the dam was safe.", "Ada Rill"),
        ("Ada Rill, 59, of Tolm, Md., said the dam was safe.", "Ada Rill"),
        ("Harbour Minister Theresa May said on Friday that the dam was safe.", "Theresa May"),
        (
            "“The dam is safe for now,” says the film’s narrator, going on to list the cracks.",
            "the film’s narrator",
        ),
        ("Olin Fasch, the chair of the board, charged that the dam was weak.", "Olin Fasch"),
        ("“The dam is safe for a hundred years,” Ada Rill said bitterly.", "Ada Rill"),
    ],
)
def test_brackets_places_and_adverbs_hide_no_speaker(text, speaker):
    assert [who for who, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Critics are unmoved by Northland's claims about the strength of the dam at Tolm.",
        "Everything Olin Fasch says is a lie until somebody proves it.",
        "The talks that Ada Rill said were held on a boat went on for three days.",
    ],
)
def test_a_noun_and_a_clause_without_subject_are_no_saying(text):
    assert said(text) == []


def test_a_source_of_a_relative_clause_is_not_the_sentences_speaker():
    text = (
        "The mills fought the plan, which would cost a third of all jobs, according to the "
        "board, over ten years."
    )
    assert said(text) == [("the board", "which would cost a third of all jobs")]
    assert whole(text) == ""


def test_a_role_is_not_cut_at_a_slash():
    document, passages = article("The 9/11 widow Terry Strand said the law was weak.")
    (entity,) = (
        e for e in reading.read_language(document, passages, ()).entities if e.kind == "person"
    )
    assert entity.role is None or document.text[entity.role.start : entity.role.end] != "11 widow"


LEAD = (
    "Senator Ana Ruhl spoke on Monday in the town of Orvale. President Omar Hadid met the court.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "A woman claiming to be Ana Ruhl said the ship was hers.",
        "A man posing as Omar Hadid said the bank was bankrupt.",
        "Someone using the name Ana Ruhl wrote that the vote was stolen.",
        "In the novel, Ana Ruhl says the town will burn.",
        "In a film about the war, Omar Hadid says that he ordered the raid.",
        "On the satire programme, Ana Ruhl said that the bank was hers.",
        "A song mocking Ana Ruhl says the vote was stolen.",
        "Had Omar Hadid said that the bridge was safe, nobody would have crossed it.",
        "Either Ana Ruhl or Omar Hadid said the vote was stolen.",
        "Neither Ana Ruhl nor Omar Hadid said the vote was stolen.",
        "Omar Hadid, said Ana Ruhl, had emptied the bank.",
        "The admiral Omar Hadid has added another hall to his house: a library of maps.",
        "Ana Ruhl maintains a wide lead among the voters of the three valleys.",
    ],
)
def test_no_words_in_a_wrong_mouth(text):
    assert whole(LEAD + text) not in {"Ana Ruhl", "Omar Hadid"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Pollster Ada Rill is happy to be a “silver star,” says she warned about surprises.", []),
        ("Ada Rill, who is chair of the board, said that the race was open.", ["Ada Rill"]),
        (
            "In Berea, OH, after the vote, Gov. Olin Fasch (R-OH), said, “I am ready to go.”",
            ["Olin Fasch"],
        ),
        ("Ada Rill and Olin Fasch agreed to share the towns in ways that might help both.", []),
        ("- The board notes that the two surveys are not equal.", ["The board"]),
    ],
)
def test_a_label_is_the_whole_subject_or_nothing(text, speakers):
    assert [who for who, _ in said(text) if who] == speakers


def test_the_paper_is_the_outlet_that_spoke_last():
    text = (
        "The Tolm Times reported that the film was false. The Larch Post newspaper said that Ada "
        "Rill had made it. "
        "The paper attributed this to two officials."
    )
    assert [who for who, _ in said(text)][-1] == "The Larch Post newspaper"


def test_a_song_says_nothing():
    assert not said(
        "And on a song called “Larch Song” from 2005, Olin Fasch says: “Where is the oil?”"
    )


def test_a_clause_behind_a_speaker_is_none_of_the_name():
    text = "Boats are sunk, according to a diver who has just returned from the coast."
    assert [who for who, _ in said(text)] == ["a diver"]


def test_whoever_stands_behind_a_quotation_with_its_verb_speaks():
    text = (
        "Insiders say that Ada Rill left.\n“The mill is lost,” a mill hand revealed. “Nobody "
        "wept for it!”"
    )
    assert [who for who, _ in said(text)] == ["Insiders", "a mill hand", "a mill hand"]
