"""Numbers that are part of a name count nothing."""

import pytest

from briefing.languages.en import reading
from briefing.languages.en.assertions.figured import find_figured
from briefing.languages.en.clauses.sentences import lay_out_sentences
from tests.languages.en.articles import article


def figures(text):
    document, passages = article(text)
    read = reading.read_language(document, passages, ())
    laid = lay_out_sentences(read)
    return [one.figure.value for sentence in laid for one in find_figured(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "School No. 4 in Tolm was shut by the council of Castren.",
        "Guards of prison number 12 in Tolm walked out of their gate.",
        "The men of Women's Home No 2 have walked to Castren.",
        "The council of Tolm shut reactor no. 3 for good.",
    ],
)
def test_the_number_of_a_house_counts_nothing(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council of Tolm said no. Four men walked out of the mill.", ["4"]),
        ("At School No. 4 in Tolm 62 children were asleep.", ["62"]),
    ],
)
def test_what_is_counted_beside_it_is(text, told):
    assert figures(text) == told
