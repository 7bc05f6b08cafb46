"""Articles that break off in the middle of a sentence, and those that only lack a stop."""

import pytest

from briefing.split import split_passages

FIRST = "The rivers of Pell rose by two metres in the night, the harbour office said on Friday."


def last_sentences(article, last, *before):
    """What is told of the last line of an article, sentence by sentence."""
    made = article("\n\n".join((*(before or (FIRST,)), last)))
    found = split_passages(made)[-1]
    if found.dropped:
        return []
    return [made.text[one.start : one.end] for one in found.sentences]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("The quay is shut. The mayor did not say that the dam", ["The quay is shut."]),
        ("The mayor of Pell did not say in the morning that the dam", []),
        ("The quay is shut. The pumps will run for another week and …", ["The quay is shut."]),
        ("The quay is shut. The pumps will run for another week and [...]", ["The quay is shut."]),
        ("The mayor of Pell met Mr. Holm and told him that the", []),
    ],
)
def test_what_is_left_of_a_sentence_is_not_told(article, last, told):
    assert last_sentences(article, last) == told


@pytest.mark.parametrize(
    "last",
    [
        "The mayor of Pell told the council that the dam had held",
        "The dam of Pell will hold, said the mayor, “as long as we live here”",
        "- forty pumps from the stores of the army in the north",
        "You feel like a hero behind it, and that is what I like of it 😉",
        "The pumps of the town will run on for another week and a day ♥",
        "Whoever came to the quay that day saw the water and the dam *",
        "The dam will hold",
    ],
)
def test_a_line_that_only_lacks_a_stop_is_told(article, last):
    before = (FIRST,) if last != "The mayor of Pell told the council that the dam had held" else ()
    lines = before or ("The rivers of Pell rose by two metres in the night, says the office",)
    assert last_sentences(article, last, *lines)
