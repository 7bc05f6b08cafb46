"""Pairs of sentences from two articles of one story: what both tell is found in most, and none is
joined that only sounds alike.
"""

from pathlib import Path

import pytest

from briefing.events.connect import connect_clauses
from tests.events.making import read

_FILE = Path(__file__).with_name("told_pairs.txt")
# The names that make both articles tell one story; the sentences tell nothing that both do.
_BEHIND = (
    " The road leads past Ostrom and Vadim to Lubeck.",
    " Buses go from Lubeck to Vadim and Ostrom.",
)
_FOUND = 51  # of the pairs that tell one thing; the base of these rules found 25


def _read_pairs(section):
    text = _FILE.read_text(encoding="utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [tuple(line.split(" | ")) for line in lines]


def _joined(one, other):
    """What of the first sentence the second is said to tell too."""
    readings = [read("a", one + _BEHIND[0]), read("b", other + _BEHIND[1])]
    found = connect_clauses(readings, {"a": "a", "b": "b"})
    return [
        (place, told.start)
        for place, others in found.agreeing.items()
        for told in others
        if place[0] == "a" and told.start < len(other)
    ]


@pytest.mark.parametrize(("one", "other"), _read_pairs("apart"))
def test_what_only_sounds_alike_is_never_joined(one, other):
    assert not _joined(one, other)
    assert not _joined(other, one)


def test_most_of_what_two_outlets_tell_is_found():
    pairs = _read_pairs("alike")
    assert sum(bool(_joined(*pair)) for pair in pairs) >= _FOUND
