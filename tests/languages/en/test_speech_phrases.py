"""A name inside the phrase that speaks is not who speaks, and a label, a film or a second speaker
misleads nobody."""

from itertools import product

import pytest

from briefing import ingest, split
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences

LEAD = (
    "Bridge row\n\nGovernor Lena Marsh spoke on Monday in the town of Tarn. The council met for "
    "two hours.\n\n"
)
WHO = [
    "A nurse",
    "Two brokers",
    "The student",
    "A neighbour",
    "One trader",
    "The surveyors",
    "Dockers",
    "A cousin",
    "The woman",
    "Some pilots",
]
TIES = [
    "advising",
    "suing",
    "opposed to",
    "who met",
    "who has never met",
    "imitating",
    "seen beside",
    "critical of",
    "hired by",
    "quarrelling with",
    "loyal to",
    "who claims to be",
]
PHRASES = [
    "Everybody but Lena Marsh",
    "All of them except Lena Marsh",
    "Lena Marsh's brother",
    "Friends of Lena Marsh",
    "The woman Lena Marsh succeeded",
    "Ivo Brandt, Lena Marsh's deputy,",
    "Officials, though not Lena Marsh,",
    "The people around the late Lena Marsh",
    "A lawyer without ties to Lena Marsh",
    "Aides to Lena Marsh",
    "Friends of the singer Lena Marsh",
    "A survey for the governor Lena Marsh",
    "Drivers of the late governor Lena Marsh",
    "Tests by the chemist Lena Marsh",
    "All speakers bar Lena Marsh",
    "Most guests minus Lena Marsh",
    "No councillor save Lena Marsh",
]


def read(text, tmp_path):
    """Read an article as the walk does."""
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    found = ingest.Found(
        locator="article.txt", path="article.txt", file=file, size=len(text), mtime_ns=0
    )
    document = ingest.read_article(found, None)
    return reading.read_language(document, split.split_passages(document), ())


def speakers(article, word):
    """Give who says what holds `word`."""
    return [s.speaker for s in article.speech if word in article.document.text[s.start : s.end]]


@pytest.mark.parametrize(
    "phrase", [*(f"{who} {tie} Lena Marsh" for who, tie in product(WHO, TIES)), *PHRASES]
)
def test_a_name_inside_a_phrase_does_not_speak(phrase, tmp_path):
    for sentence in (
        f"{phrase} said the bridge was weak.",
        f"The bridge was weak, according to {phrase[0].lower()}{phrase[1:].rstrip(',')}."
        if not phrase.startswith(("Lena", "Ivo"))
        else "",
    ):
        if sentence:
            assert "Lena Marsh" not in speakers(read(f"{LEAD}{sentence}\n", tmp_path), "weak"), (
                sentence
            )


@pytest.mark.parametrize(
    "phrase",
    [
        "Lena Marsh",
        "Governor Lena Marsh",
        "The acting governor Lena Marsh",
        "Lena Marsh, the governor,",
        "The head of the council, Lena Marsh,",
    ],
)
def test_titles_leave_a_name_its_words(phrase, tmp_path):
    article = read(f"{LEAD}{phrase} said the bridge was weak.\n", tmp_path)
    assert speakers(article, "weak") == ["Lena Marsh"]


@pytest.mark.parametrize("label", ["MARSH", "Q_77", "MR BRANDT", "@tarn_news"])
def test_a_label_speaks_whoever_is_quoted_behind_it(label, tmp_path):
    text = (
        f"{LEAD}{label}: Governor Lena Marsh said the bridge was weak. It is hers alone to mend.\n"
    )
    assert speakers(read(text, tmp_path), "weak") == [label]


@pytest.mark.parametrize("label", ["NOTE", "UPDATE", "Bridges"])
def test_no_label_where_no_one_is_named(label, tmp_path):
    text = f"{LEAD}{label}: Governor Lena Marsh said the bridge was weak.\n"
    assert label not in speakers(read(text, tmp_path), "weak")


@pytest.mark.parametrize("what", ["A film about Lena Marsh", "The novel by Ivo Brandt", "A song"])
def test_fiction_says_nothing(what, tmp_path):
    assert speakers(read(f"{LEAD}{what} said the bridge was weak.\n", tmp_path), "weak") == []


@pytest.mark.parametrize(
    "link", ["; Ivo Brandt, ", "; and the mayor, ", "; the pilot Ivo Brandt, "]
)
def test_a_second_speaker_without_a_verb_is_refused(link, tmp_path):
    text = (
        f"{LEAD}Lena Marsh said “the bridge is safe for all”{link}“the bridge is a grave for us "
        f"all”.\n"
    )
    article = read(text, tmp_path)
    sentence = article.passages[-1].sentences[-1]
    assert isinstance(ground_sentences(article, (sentence,)), Refused)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A diving crew has found the rudder at the lock, the river guard said.",
            "the river guard",
        ),
        ("The survey shows cracks in the bridge, a surveyor said.", "a surveyor"),
        ("The team expects the bridge to hold, the council said.", "the council"),
    ],
)
def test_who_speaks_at_the_end_speaks_for_all_of_it(text, speaker, tmp_path):
    article = read(f"{LEAD}{text}\n", tmp_path)
    word = text.split()[3]
    assert speakers(article, word) == [speaker]


def test_the_month_of_may_is_no_hedge(tmp_path):
    article = read(f"{LEAD}The toll was raised last May, the clerk said.\n", tmp_path)
    assert [s.kind for s in article.speech if "clerk" in s.speaker] == ["claim"]


@pytest.mark.parametrize(
    "sentence",
    [
        "''The bridge is weak,'' Lena Marsh said.",
        "''The bridge is weak and old,'' said Lena Marsh, the governor.",
        "Lena Marsh said, ''The bridge is weak and will stay so.''",
    ],
)
def test_two_single_marks_are_a_double_one(sentence, tmp_path):
    assert speakers(read(f"{LEAD}{sentence}\n", tmp_path), "weak") == ["Lena Marsh"]


@pytest.mark.parametrize("noun", ["ally", "family", "monopoly", "cousin"])
def test_a_name_before_the_noun_that_speaks_does_not_speak(noun, tmp_path):
    for phrase in (f"A Marsh {noun}", f"The Lena Marsh {noun}"):
        article = read(f"{LEAD}{phrase} said the bridge was weak.\n", tmp_path)
        assert speakers(article, "weak") == [phrase]


@pytest.mark.parametrize(
    "opening", ["Suppose", "Imagine", "Let’s say", "What if", "Supposing that", "Let us assume"]
)
def test_a_supposition_is_no_saying(opening, tmp_path):
    text = f"{LEAD}{opening} Governor Lena Marsh said the bridge was weak.\n"
    assert speakers(read(text, tmp_path), "weak") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Marsh thinks the rock is hard, Brandt that it is chalk.",
        "The governor said yes, his deputy no.",
        "“It will stand for a year,” Marsh said, and Brandt, “It will fall by Monday.”",
        "Marsh spoke of “a great day for Tarn”, and Ivo Brandt of “a funeral with flags”.",
        "Lena Marsh called the dam “a blessing for all”, Ivo Brandt “a coffin with a view”.",
    ],
)
def test_two_who_speak_by_one_verb_are_refused(sentence, tmp_path):
    article = read(f"{LEAD}{sentence}\n", tmp_path)
    found = ground_sentences(article, (article.passages[-1].sentences[-1],))
    assert isinstance(found, Refused)


@pytest.mark.parametrize("whom", ["Ada Rill", "the pilot", "his brother"])
def test_whoever_is_spoken_to_is_no_part_of_a_label(whom, tmp_path):
    article = read(f"{LEAD}“The bridge is weak,” said Ivo Brandt to {whom}.\n", tmp_path)
    assert speakers(article, "weak") == ["Ivo Brandt"]
