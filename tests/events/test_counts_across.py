"""Counts of articles in several languages: held together only on one day and in one place."""

from dataclasses import replace

import pytest

from briefing.events.counts import differ_in_counts
from briefing.languages import packs
from briefing.model import Known, Pinned
from tests.events.making import read as read_english
from tests.languages.paragraphs import lay_out

VELLIN = Pinned(name="Vellin", kind="place", aliases=("Веллин", "Веллине", "فيلين", "Wellin"))
TOLM = Pinned(name="Tolm", kind="place", aliases=("Толм", "Толме"))

ENGLISH = "At least 31 people died on 3 March 2025 when a ferry sank off Vellin."
RUSSIAN = "Паром затонул 3 марта 2025 года у Веллина. Погибли 44 человека."
ARABIC = "غرقت عبارة قرب فيلين يوم 3 مارس 2025. وقتل 29 شخصا."
GERMAN = "Beim Untergang der Fähre in Wellin am 3. März 2025 kamen 44 Menschen ums Leben."


def read(name, text, language, day="2025-03-04"):
    if language == "en":
        return read_english(name, text, published=day, pinned=(VELLIN, TOLM))
    bare = lay_out(text, language)
    document = replace(
        bare.document, id=name, locator=name, published=Known(value=day, basis="supplied")
    )
    passages = tuple(replace(one, document=name) for one in bare.passages)
    return packs.read_article(document, passages, (VELLIN, TOLM))


def rows(*articles):
    readings = [read(name, *article) for name, article in zip("abcde", articles, strict=False)]
    found = differ_in_counts(readings, {one.document.id: one.document.id for one in readings}, ())
    return [
        (row.topic, [(p.value, [c.document for c in p.citations]) for p in row.positions])
        for row in found
    ]


def test_counts_of_one_day_and_place_are_held_together_across_languages():
    found = rows((ENGLISH, "en"), (RUSSIAN, "ru"), (ARABIC, "ar"), (GERMAN, "de"))
    assert found == [("How many died", [("29", ["c"]), ("44", ["d", "b"])])]


def test_a_position_says_its_own_words_and_who_takes_them_back():
    readings = [
        read("a", RUSSIAN, "ru"),
        read("b", ARABIC + " ونفت الشركة ذلك.", "ar"),
    ]
    (row,) = differ_in_counts(readings, {"a": "a", "b": "b"}, frozenset())
    assert [p.text for p in row.positions] == [
        "وقتل 29 شخصا. ونفت الشركة ذلك.",
        "Погибли 44 человека.",
    ]
    assert [p.as_of for p in row.positions] == ["2025-03-04", "2025-03-04"]


@pytest.mark.parametrize(
    "other",
    [
        "Паром затонул 4 марта 2025 года у Веллина. Погибли 44 человека.",  # another day
        "Паром затонул 3 марта 2025 года у Толма. Погибли 44 человека.",  # another place
        "Паром затонул у Веллина. Погибли 44 человека.",  # no day
        "Паром затонул 3 марта 2025 года. Погибли 44 человека.",  # no place
        "Паром затонул 3 марта 2025 года у Веллина. Ранены 44 человека.",  # something else
        "После 3 марта 2025 года паром затонул у Веллина. Погибли 44 человека.",  # a bound
        "3 марта 2025 года паром шёл 5 марта 2025 года в Веллин. Погибли 44 человека.",  # two days
    ],
)
def test_nothing_is_held_together_without_one_day_and_one_place(other):
    assert rows((ARABIC, "ar"), (other, "ru")) == []


def test_an_article_that_names_another_place_too_tells_perhaps_of_something_else():
    both = "Паром из Толма затонул 3 марта 2025 года у Веллина. Погибли 44 человека."
    tolm = "Ein Zug aus Tolm entgleiste am 3. März 2025. 12 Menschen starben."
    assert rows((both, "ru"), (ARABIC, "ar"), (tolm, "de")) == []


def test_far_down_an_article_its_opening_says_nothing_of_a_count():
    far = RUSSIAN.replace("Погибли", "Порт открыт. " * 12 + "Погибли")
    assert rows((far, "ru"), (ARABIC, "ar")) == []


def test_who_agrees_across_languages_makes_no_row():
    assert rows((RUSSIAN, "ru"), (GERMAN, "de")) == []
