"""Where an abbreviation is explained in brackets, and where it is a part of something longer."""

import pytest

from briefing.language.replay import apply_edits
from briefing.languages.en import reading
from briefing.languages.en.grounding import Refused, ground_sentences, relative_edits
from tests.languages.en.articles import article

FIRST = (
    "Ines Dorrat, the chair of the Lower River Board (LRB), opened the lower quay of Vellin at "
    "noon.\n"
    "The LRB had built it.\n"
)


def rewritten(sentence: str) -> str:
    document, passages = article(FIRST + sentence)
    draft = ground_sentences(
        reading.read_language(document, passages, ()), (passages[2].sentences[0],)
    )
    assert not isinstance(draft, Refused)
    return apply_edits(draft.text, relative_edits(draft))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The LRB refused to pay the crew of the dredger.",
            "The LRB [Lower River Board] refused to pay the crew of the dredger.",
        ),
        (
            "The traders of the town praised the LRB’s new quay for grain.",
            "The traders of the town praised the LRB’s [Lower River Board] new quay for grain.",
        ),
        (
            "The traders of the town praised the LRB's new quay for grain.",
            "The traders of the town praised the LRB's [Lower River Board] new quay for grain.",
        ),
        (
            "New LRB refused to pay the crew of the dredger.",
            "New LRB refused to pay the crew of the dredger.",
        ),
        (
            "The traders of the town praised the LRB-led works at the quay.",
            "The traders of the town praised the LRB-led works at the quay.",
        ),
        (
            "The traders of the town praised the LRB Europe works at the quay.",
            "The traders of the town praised the LRB Europe works at the quay.",
        ),
    ],
)
def test_an_abbreviation_is_explained_where_it_stands_alone(sentence: str, expected: str) -> None:
    assert rewritten(sentence) == expected
