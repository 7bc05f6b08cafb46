"""Terms that are given by language: looked for in texts of that language alone, in its forms."""

import pytest

from briefing.model import Document, Passage, Reading, Span
from briefing.tag import Terms


def read(text: str, language: str) -> Reading:
    """A reading of one paragraph that is one sentence."""
    document = Document(
        id="d", locator="d", path="d", url=None, revision="0", size=len(text), encoding="utf-8",
        text=text, language=language,
    )  # fmt: skip
    passage = Passage(
        document="d", number=1, start=0, end=len(text), kind="body", language=language,
        sentences=(Span(start=0, end=len(text)),),
    )  # fmt: skip
    return Reading(document=document, passages=(passage,))


TERMS = Terms(terms=({"en": ["rat", "quay"]}, {"de": ["Rat"]}, {"ru": ["причал^2"]}))


@pytest.mark.parametrize(
    ("text", "language", "tagged"),
    [
        ("A rat ran over the deck.", "en", True),
        ("Der Rat tagte am Montag.", "de", True),
        ("Die Quay Street liegt am Hafen.", "de", False),
        ("Суда стоят у северного причала.", "ru", True),
        ("El rat no es una palabra.", "es", False),
    ],
)
def test_a_term_counts_in_its_language_alone(text, language, tagged):
    assert bool(TERMS(read(text, language))) is tagged


def test_a_term_without_a_language_counts_in_all():
    plain = Terms(terms=("quay", {"quai": 1}))
    assert plain(read("The quay is shut.", "en"))
    assert plain(read("Le quai est fermé.", "fr"))


def test_a_language_that_nobody_tells_is_a_mistake():
    with pytest.raises(ValueError, match="'tlh' is no language whose texts are told"):
        Terms(terms=({"tlh": ["word"]},))
