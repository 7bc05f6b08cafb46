"""The hours that a live page sets before its posts: labels, and no part of anybody's name."""

import pytest

from briefing.language.draft import Draft
from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences, ground_sentences
from tests.languages.en.articles import article

LEAD = "The sale of the mill of Tolm, hour by hour, as our reporters in Castren see it today.\n\n"
OTHER = "\n\n09:20 The mill of Tolm has opened its gates to the buyers from Castren.\n"


def read_post(post, behind=OTHER):
    document, passages = article(LEAD + post + behind)
    read = reading.read_language(document, passages, ())
    sentence = passages[1].sentences[:1]
    made = ground_sentences(read, sentence)
    assert isinstance(made, Draft)
    dropped = [document.text[one.start : one.end] for one in made.changes if one.rule == "stamp"]
    return dropped, attribute_sentences(read, sentence)


@pytest.mark.parametrize(
    ("post", "stamp", "speaker"),
    [
        ("15:05 The council of Tolm says that the mill will be sold.", "15:05 ",
         "The council of Tolm"),
        ("9.40am: Mayor Ada Rill said that the mill was lost.", "9.40am: ", "Ada Rill"),
        ("11:15 GMT - Guards in Tolm said that nine men were held.", "11:15 GMT - ",
         "Guards in Tolm"),
    ],
)  # fmt: skip
def test_the_hour_of_a_post_is_neither_told_nor_anybodys_role(post, stamp, speaker):
    dropped, said = read_post(post)
    assert dropped == [stamp]
    assert (said.speaker, stamp[:2] in said.role) == (speaker, False)


@pytest.mark.parametrize("post", ["15:05 trains to Tolm were stopped by the guards of the mill."])
def test_an_hour_that_begins_a_sentence_of_its_own_stays(post):
    assert read_post(post)[0] == []


def test_an_hour_before_one_paragraph_alone_is_told_but_no_role():
    dropped, said = read_post("15:05 The council of Tolm says that the mill will be sold.", "\n")
    assert (dropped, said.speaker, said.role) == ([], "The council of Tolm", "")
