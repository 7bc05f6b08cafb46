"""Right-to-left names in pictures, as they are seen on paper."""

import unicodedata

import pytest

from briefing.render import visual


def plainly(words):
    """The letters of a text in presentation forms."""
    return unicodedata.normalize("NFKC", words)


@pytest.mark.parametrize(
    ("words", "shapes"),
    [
        ("تونس", ["initial", "final", "initial", "final"]),  # waw joins to the right alone
        ("حلب", ["initial", "medial", "final"]),
        ("دار", ["isolated", "isolated", "isolated"]),
        ("گچ", ["initial", "final"]),  # Persian letters
    ],
)
def test_letters_take_the_shapes_in_which_they_join(words, shapes) -> None:
    made = visual.shape_arabic(words)
    assert [unicodedata.decomposition(letter).split(">")[0][1:] for letter in made] == shapes
    assert plainly(made) == words


def test_lam_and_alef_are_one() -> None:
    assert visual.shape_arabic("لا") == "\ufefb"
    assert visual.shape_arabic("بلا")[-1] == "\ufefc"


def test_marks_do_not_keep_letters_apart() -> None:
    assert plainly(visual.shape_arabic("حَلب")) == plainly("حَلب")
    assert visual.shape_arabic("حَلب").replace("\u064e", "") == visual.shape_arabic("حلب")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Aleppo", "Aleppo"),
        ("Сахалин", "Сахалин"),
        ("שלום", "םולש"),
        ("שלום 24 עולם", "םלוע 24 םולש"),
        ("Haifa (חיפה)", "Haifa (הפיח)"),
        ("חיפה (Haifa)", "(Haifa) הפיח"),
    ],
)
def test_the_order_is_that_of_the_eye(words, made) -> None:
    assert visual.visual_order(words) == made


def test_only_texts_of_pictures_are_touched() -> None:
    page = '<p>שלום</p><svg><title>שלום</title><text x="1">שלום &amp; Co</text></svg>'
    assert (
        visual.in_pictures(page)
        == '<p>שלום</p><svg><title>שלום</title><text x="1">Co &amp; םולש</text></svg>'
    )
    assert (
        visual.in_pictures("<svg><text>a &lt; b</text></svg>") == "<svg><text>a &lt; b</text></svg>"
    )
