"""Who is the source of a part of a sentence, and who says the whole of it."""

import pytest

from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences
from tests.languages.en.articles import article

LEAD = "The council of Tolm sold the mill to Ivo Castren on Monday after a vote of nine to two.\n\n"


def speaker(sentence):
    document, passages = article(LEAD + sentence)
    read = reading.read_language(document, passages, ())
    return attribute_sentences(read, passages[-1].sentences[:1]).speaker


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The walk-out, in which 90 men took part according to guards, will go on, Ada Rill said.",
         "Ada Rill"),
        ("The march, which according to the guild drew 900, will be held again, Ada Rill said.",
         "Ada Rill"),
        ("Grain, up 9 percent according to Tolm Watch, would fall, Ada Rill told reporters.",
         "Ada Rill"),
        ("A lock that would cost 4 million according to the guild will be built, Ada Rill said.",
         "Ada Rill"),
    ],
)  # fmt: skip
def test_who_says_a_sentence_says_what_another_is_the_source_of_in_it(sentence, who):
    assert speaker(sentence) == who


@pytest.mark.parametrize(
    "sentence",
    [
        "The rally, to which 400 people came according to guards, passed off quietly.",
        "The lock, opened in May according to the guild, was leaking on Monday.",
        "Grain prices, of which half is tax according to the guild, have doubled.",
        "The men, from whom 90 rifles were taken according to guards, were let go.",
    ],
)
def test_the_source_of_an_aside_says_no_more_than_that(sentence):
    assert not speaker(sentence)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The plan, according to Ada Rill, would cost nine jobs.", "Ada Rill"),
        ("The plan would cost nine jobs according to Ada Rill.", "Ada Rill"),
        ("The mill, which is old, was to be sold, according to Ada Rill.", "Ada Rill"),
    ],
)
def test_the_source_of_a_whole_sentence_says_it(sentence, who):
    assert speaker(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council declares that the lock held; Tolm, to a man, answers that it burst.",
         "the lock held"),
        ("The minister insists that the road is open; drivers counter that it is flooded.",
         "the road is open"),
        ("The council said that it warned all; nobody in Tolm will say that he heard it.",
         "it warned all"),
    ],
)  # fmt: skip
def test_what_one_says_ends_where_another_answers(sentence, told):
    document, passages = article(LEAD + sentence)
    read = reading.read_language(document, passages, ())
    first = min(read.speech, key=lambda speech: speech.start)
    assert document.text[first.start : first.end] == told
