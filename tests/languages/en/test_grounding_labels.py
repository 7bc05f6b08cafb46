"""Labels that are somebody's: speakers, outlets, given names."""

import pytest

from briefing.language.draft import Draft, Refused
from briefing.languages.en import reading
from briefing.languages.en.grounding import attribute_sentences, ground_sentences
from tests.languages.en.articles import article

LEAD = "The council of Tolm sold the mill to Ivo Castren on Monday after a vote of nine to two.\n\n"


def draft(sentence, lead=LEAD):
    document, passages = article(lead + sentence)
    read = reading.read_language(document, passages, ())
    return ground_sentences(read, passages[-1].sentences[:1])


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Plans announced in Tolm show an old state of mind, the ministry of Vellin said.", None),
        ("The lawsuit said that Tolm had paid nine crowns for it.", ""),
        ("A clerk said that Tolm had paid nine crowns.", "A clerk"),
        ("Polls for the paper Dagen said that Tolm had lost nine votes.", ""),
        ("Tests by a laboratory in Vellin showed that Tolm had clean water.", ""),
        ("First measurements by an expert said that Tolm had sunk by an inch.", ""),
        ("Experts for the paper Dagen said that Tolm had lost nine votes.",
         "Experts for the paper Dagen"),
        ("The town said that Tolm Mills had paid nine crowns.", "The town"),
        ("Two people familiar with the matter said that Tolm had paid nine crowns.",
         "Two people familiar with the matter"),
    ],
)  # fmt: skip
def test_a_label_is_somebodys(sentence, speaker):
    document, passages = article(LEAD + sentence)
    read = reading.read_language(document, passages, ())
    printed = attribute_sentences(read, passages[-1].sentences[:1]).speaker
    assert printed == speaker if speaker is not None else printed != "Plans"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("U.S. Defense Secretary Bronze Holm came to Tolm. Holm met the council of Vellin.", "[Bronze] Holm"),
        ("The guild of Tolm heard Otto J. Falk. Falk spoke to the council of Vellin.",
         "[Otto J.] Falk"),
    ],
)  # fmt: skip
def test_a_given_name_behind_a_title_or_with_an_initial_is_put_in(sentence, told):
    document, passages = article(LEAD + sentence)
    read = reading.read_language(document, passages, ())
    made = ground_sentences(read, passages[-1].sentences[1:2])
    assert isinstance(made, Draft)
    assert told.split()[0] in "".join(change.text for change in made.changes)


@pytest.mark.parametrize(
    ("sentence", "outlet", "through"),
    [
        ("“Tolm is in a crisis,” Ivo Castren told his Sorrel party’s central committee.",
         "Nordic Press", ""),
        ("“Tolm is in a crisis,” Ivo Castren told Sorrel News on Monday.",
         "Sorrel News", "Nordic Press"),
    ],
)  # fmt: skip
def test_a_party_that_is_told_something_is_no_outlet(sentence, outlet, through):
    document, passages = article(LEAD + sentence, outlet="Nordic Press")
    read = reading.read_language(document, passages, ())
    said = attribute_sentences(read, passages[-1].sentences[:1])
    assert (said.outlet, said.relayed_by or "") == (outlet, through)


def test_an_outlets_site_is_no_other_outlet():
    document, passages = article(
        LEAD + "“Tolm is in a crisis,” Ivo Castren told Nordic News.", outlet="NordicNews.com"
    )
    read = reading.read_language(document, passages, ())
    said = attribute_sentences(read, passages[-1].sentences[:1])
    assert (said.outlet, said.relayed_by or "") == ("NordicNews.com", "")


def test_a_sentence_cut_in_a_ticker_is_refused():
    made = draft("Investors in Tolm bought the shares of the Sorrel index .")
    assert isinstance(made, Refused)
    assert made.reason == "cut short"
