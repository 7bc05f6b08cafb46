"""Words that turn each other round: two sentences that differ in such a pair don't say the same."""

from itertools import product

from briefing.language import wordlist

_LIST = wordlist.read("en", "words/opposites")
_PAIRS = _LIST.rows("pairs")
UNREAL = _LIST.words("unreal")
"""Words with which a thing is only meant, tried or called so."""
ROLES = _LIST.words("roles")
WHENS = _LIST.words("whens")
"""Small words that who does what to whom may hang on."""
SPANS = _LIST.words("spans")
"""Lengths of time: five days are no five weeks."""
UNITS = _LIST.words("units")
"""Stems of what is counted or measured: 40 kg are no 40 tonnes."""
SAYING, TIMES = _LIST.words("saying"), _LIST.words("times")
"""Words of saying and of time, which one sentence may have for others of the other."""
_TURNING = ("un", "in", "im", "il", "ir", "dis", "non", "mis")  # "likely" and "unlikely"


def _turn_pairs() -> dict[str, frozenset[str]]:
    """Each word with those that turn it round."""
    found: dict[str, set[str]] = {}
    both = product(_LIST.words("rising"), _LIST.words("falling"))
    for pair in (*_PAIRS, *both):
        for word in pair:
            found.setdefault(word, set()).update(pair)
    return {word: frozenset(pair - {word}) for word, pair in found.items()}


_OPPOSITES = _turn_pairs()


def are_opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one set of lower-case words has a word that the other one turns round."""
    ours, theirs = left - right, right - left
    if any(_OPPOSITES.get(word, frozenset()) & theirs for word in ours):
        return True
    return any(
        f"{prefix}{word}" in other
        for prefix in _TURNING
        for one, other in ((ours, theirs), (theirs, ours))
        for word in one
    )
