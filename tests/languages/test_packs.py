"""Which pack serves a text, and what its level lets a brief do with it."""

import pytest

from briefing.language.draft import Draft, Refused
from briefing.languages import is_rewritten, is_told, level_of, packs, told_codes
from briefing.model import Span
from tests.languages.paragraphs import lay_out

LEVELS = {"ar": 1, "de": 1, "en": 2, "es": 1, "fr": 1, "ru": 1, "uk": 0, "zh": 0}


def test_the_levels_are_those_of_the_folders():
    assert {code: level_of(code) for code in told_codes()} == LEVELS


@pytest.mark.parametrize("code", LEVELS)
def test_a_tag_with_a_region_is_its_languages(code):
    assert packs.pack_for(f"{code.upper()}-XX").level == LEVELS[code]


def test_only_english_is_rewritten_and_a_text_that_shows_no_language_is_read_as_english():
    assert [code for code in told_codes() if is_rewritten(code)] == ["en"]
    assert is_told(None)
    assert packs.pack_for(None) is packs.pack_for("en")


def test_a_text_that_nobody_serves_is_a_paragraph_of_which_nothing_is_told():
    reading = lay_out(
        "Il porto resterà chiuso fino al 4 maggio, ha annunciato il comune. È sera.", "it"
    )
    assert not is_told("it")
    (whole,) = reading.passages[0].sentences
    assert whole == Span(start=0, end=len(reading.document.text))
    assert isinstance(packs.ground_sentences(reading, (whole,)), Refused)
    assert packs.licensed_drafts(reading, (whole,)) == packs.ordered_drafts(reading, (whole,)) == ()


def test_level_0_tells_the_paragraph_as_it_stands():
    text = (
        "Порт залишиться зачиненим до травня. Роботи почалися в понеділок і триватимуть три тижні."
    )
    reading = lay_out(text, "uk")
    (draft,) = packs.licensed_drafts(reading, reading.passages[0].sentences)
    assert (draft.text, draft.changes) == (text, ())


def test_level_1_tells_a_sentence_as_it_stands():
    text = "Порт останется закрытым до мая. Работы начались в понедельник и продлятся три недели."
    reading = lay_out(text, "ru")
    first, second = reading.passages[0].sentences
    for sentence in (first, second):
        (draft,) = packs.licensed_drafts(reading, (sentence,))
        assert isinstance(draft, Draft)
        assert draft.changes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Порт останется закрытым до мая [прим. ред.] из-за работ.",
        "Порт останется закрытым до мая, сообщили в городе",
        "Почему порт останется закрытым до самого мая?",
        "«Порт останется закрытым до мая, сообщили в городе.",
        "Порт закрыт.",
    ],
)
def test_what_is_no_whole_statement_is_not_told(text):
    reading = lay_out(text, "ru")
    assert packs.licensed_drafts(reading, reading.passages[0].sentences) == ()


def test_without_english_only_the_same_words_say_the_same():
    russian = packs.pack_for("ru")
    said = "Порт останется закрытым до мая."
    assert russian.say_same(said, said, kin=False)
    assert not russian.say_same(said, "Порт не останется закрытым до мая.", kin=True)
