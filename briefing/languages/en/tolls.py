"""How many dead an English text counts."""

from briefing.language import wordlist
from briefing.languages.en.dates.terms import NUMBERS, number_value

_MOST_IN_WORDS = 20
_TOLLS = tuple(
    wordlist.patterns(
        "en",
        "words/toll_patterns",
        numbers=(word for word, value in NUMBERS.items() if value <= _MOST_IN_WORDS),
    ).values()
)


def read_toll(text: str) -> int | None:
    """How many dead a text counts, None where it counts none."""
    for pattern in _TOLLS:
        found = pattern.search(text)
        if found:
            word = found["number"].lower().replace(",", "")
            return number_value(word)
    return None
