"""A copy whose words were put otherwise, sentence by sentence, is one origin with its original."""

import pytest

from briefing.events.copies import is_reworded
from tests.events.making import read

RELEASE = [
    "The Port Office of Tolm today announced that the harbour of Tolm will be closed from Monday.",
    "Ships bound for Tolm will be sent to Veld, the office said.",
    "All wages of harbour workers will be paid in full during the closing.",
    "The quay wall was last renewed in 1974 and held 3 million tonnes of goods last year.",
]
COPY = [
    "The Port Office of Tolm right now introduced that the harbor of Tolm might be shut Monday.",
    "Ships headed for Tolm might be despatched to Veld, the workplace stated.",
    "All wages of harbor staff might be paid in full throughout the shutting.",
    "The quay wall was last renewed in 1974 and held 3 million tonnes of products final yr.",
]
OWN = [
    "Fishermen of Tolm feared for their catch when they heard that the harbour would be closed.",
    "The quay wall, last renewed in 1974, had held 3 million tonnes of goods last year.",
    "“Nobody asked us,” said Ivo Castren, who sails from the harbour with three boats of his own.",
    "The office promised all workers their wages in full.",
]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (RELEASE, COPY, True),
        (RELEASE[:3], COPY[:3], True),
        (RELEASE, [OWN[0], *COPY], True),
        (RELEASE, OWN, False),
        (RELEASE[:2], COPY[:2], False),
        (RELEASE, COPY[:1] + OWN[:3], False),
    ],
)
def test_an_article_that_follows_another_sentence_by_sentence_is_its_copy(one, other, told):
    first, second = read("a", " ".join(one)), read("b", " ".join(other))
    assert is_reworded(first, second) is told
    assert is_reworded(second, first) is told


def test_the_same_sentences_in_another_order_are_asked_for_more_words():
    mixed = [COPY[1], COPY[2], COPY[0]]
    assert not is_reworded(read("a", " ".join(RELEASE[:3])), read("b", " ".join(mixed)))
