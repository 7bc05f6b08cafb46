"""The brief's own words: the same keys and slots in every language, and what a reader gets of them."""

import re
from string import Formatter
from typing import get_args

import pytest

from briefing.language import plurals
from briefing.language.phrases import find_phrases, known_codes, read_phrases
from briefing.settings.mail import Language

ENGLISH = read_phrases("en")
CODES = known_codes()
LETTERS = {"ar": "[\u0621-\u064a]", "ru": "[а-яё]"}
# What is said alike in another language: names, codes, and words that both have.
ALIKE = re.compile(r"[\W\d_]*(?:\{\w+\}[\W\d_]*)*")


def shapes(phrase) -> list[str]:
    """The texts of a phrase, one or its plural forms."""
    if isinstance(phrase, str):
        return [phrase]
    return [text for form, text in phrase.items() if form != "by"]


def slots(phrase) -> set[str]:
    return {name for text in shapes(phrase) for _, name, _, _ in Formatter().parse(text) if name}


def test_six_languages_have_a_frame_and_mails_know_the_same():
    assert CODES == ("ar", "de", "en", "es", "fr", "ru")
    assert get_args(Language) == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_phrase_with_the_same_slots(code):
    words = read_phrases(code)
    assert words.texts.keys() == ENGLISH.texts.keys()
    assert {
        key: (slots(words.texts[key]), slots(ENGLISH.texts[key]))
        for key in ENGLISH.texts
        if slots(words.texts[key]) != slots(ENGLISH.texts[key])
    } == {}


@pytest.mark.parametrize("code", CODES)
def test_a_phrase_with_forms_has_each_that_a_number_may_ask_for(code):
    words = read_phrases(code)
    asked = {plurals.find_form(number, words.forms) for number in range(1, 1001)}
    for key, phrase in words.texts.items():
        if not isinstance(phrase, str):
            given = phrase.keys() - {"by"}
            assert "other" in given, key
            assert given <= set(plurals.FORMS), key
            missing = asked - given
            alike = {"by"} & phrase.keys() or code in {"en", "de", "es", "fr"}
            assert not missing or alike or len(given) == 2, (key, missing)


@pytest.mark.parametrize("code", ["ar", "ru"])
def test_no_phrase_was_left_in_english(code):
    letters = re.compile(LETTERS[code])
    left = [
        (key, text)
        for key, phrase in read_phrases(code).texts.items()
        for text in shapes(phrase)
        if not letters.search(text) and not ALIKE.fullmatch(text) and text != "№"
    ]
    assert left == []


@pytest.mark.parametrize("code", sorted(set(CODES) - {"en"}))
def test_few_phrases_are_spelt_as_in_english(code):
    words = read_phrases(code)
    same = [
        key
        for key, phrase in ENGLISH.texts.items()
        if words.texts[key] == phrase and not ALIKE.fullmatch(str(phrase))
    ]
    assert len(same) <= 25, same


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 outlet"),
        ("en", 0, "0 outlets"),
        ("de", 2, "2 Medien"),
        ("fr", 0, "0 média"),
        ("fr", 2, "2 médias"),
        ("es", 1, "1 medio"),
        ("ru", 1, "1 издание"),
        ("ru", 3, "3 издания"),
        ("ru", 5, "5 изданий"),
        ("ru", 11, "11 изданий"),
        ("ru", 21, "21 издание"),
        ("ru", 112, "112 изданий"),
        ("ar", 1, "وسيلة إعلام واحدة"),
        ("ar", 2, "وسيلتا إعلام"),
        ("ar", 3, "3 وسائل إعلام"),
        ("ar", 11, "11 وسيلة إعلام"),
        ("ar", 102, "102 وسيلة إعلام"),
    ],
)
def test_a_number_takes_the_form_that_cldr_says(code, number, said):
    assert read_phrases(code).say("outlets", count=number) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "A, B and C"),
        ("de", "A, B und C"),
        ("fr", "A, B et C"),
        ("es", "A, B y C"),
        ("ru", "A, B и C"),
        ("ar", "A، B وC"),
    ],
)
def test_a_list_is_joined_as_the_language_does(code, said):
    words = read_phrases(code)
    assert words.join(["A", "B", "C"]) == said
    assert words.join(["A"]) == "A"
    assert words.join([]) == ""


def test_spanish_softens_and_before_its_own_sound():
    spanish = read_phrases("es")
    assert spanish.join(["Siria", "Irán"]) == "Siria e Irán"
    assert spanish.join(["agua", "hielo"]) == "agua y hielo"
    assert spanish.join(["padre", "hijo"]) == "padre e hijo"


@pytest.mark.parametrize(
    ("code", "edtf", "said"),
    [
        ("de", "2025-11-17", "17. November 2025"),
        ("de", "2025-11-17/2025-11-24", "17.–24. November 2025"),
        ("de", "199X/..", "seit den 1990er-Jahren"),
        ("fr", "2025-11-01", "1er novembre 2025"),
        ("fr", "18XX", "XIXe siècle"),
        ("fr", "2024-09~/2024-12~", "fin 2024"),
        ("es", "2025-11-28/2025-12-03", "28 de noviembre – 3 de diciembre de 2025"),
        ("ru", "2025-11", "ноябрь 2025"),
        ("ru", "2025-11-17", "17 ноября 2025"),
        ("ru", "../2025-11", "до ноября 2025"),
        ("ru", "2025-10-11~/2025-10-20~", "середина октября 2025"),
        ("ru", "2025-11?", "возможно, ноябрь 2025"),
        ("ru", "1990~/1993~", "начало 1990-х годов"),
        ("ar", "2025-11-17", "17 نوفمبر 2025"),
        ("ar", "2022-22", "صيف 2022"),
    ],
)
def test_a_date_is_said_as_the_language_writes_it(code, edtf, said):
    assert read_phrases(code).days.say(edtf) == said


@pytest.mark.parametrize("code", CODES)
def test_what_is_no_date_is_said_in_no_language(code):
    with pytest.raises(ValueError, match="EDTF"):
        read_phrases(code).days.say("soon")


@pytest.mark.parametrize(
    ("code", "said"), [("en", "1,200"), ("de", "1.200"), ("fr", "1\u202f200"), ("ru", "1\xa0200")]
)
def test_digits_are_grouped_as_the_language_does(code, said):
    assert read_phrases(code).number(1200) == said


def test_a_name_from_left_to_right_is_closed_off_in_arabic():
    arabic = read_phrases("ar")
    assert arabic.say("in_outlet", outlet="The Gazette") == "في \u200fThe Gazette\u200f"
    assert arabic.say("in_outlet", outlet="المرفأ") == "في المرفأ"
    assert read_phrases("en").say("in_outlet", outlet="المرفأ") == "in المرفأ"


def test_what_an_article_says_is_never_read_as_a_phrase():
    assert ENGLISH.say("in_outlet", outlet="{count} {0}") == "in {count} {0}"


def test_a_language_by_its_tag_and_english_where_there_is_none():
    assert find_phrases("ar-SY").language == "ar"
    assert find_phrases("RU").language == "ru"
    assert find_phrases("tlh").language == "en"


@pytest.mark.parametrize("code", sorted(set(CODES) - {"en"}))
def test_each_note_of_the_program_is_told_again_in_each_language(code):
    words = read_phrases(code)
    for key, phrase in ENGLISH.texts.items():
        if key.startswith("noted_"):
            given = {name: "3" if name == "count" else f"W{name}" for name in slots(phrase)}
            noted = ENGLISH.say(key, **given)
            assert words.retell(noted) == words.say(key, **given), key
    assert words.retell("A sentence of nobody's.") == "A sentence of nobody's."
    assert ENGLISH.retell("outranked by other statements") == "outranked by other statements"


def test_a_rule_that_is_none_is_refused():
    with pytest.raises(ValueError, match="plural rule"):
        plurals.rule_holds("n = some", 1)
