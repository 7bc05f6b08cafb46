"""Texts of nearly the same words that can't both be true.

What it doesn't see: a reversal told in other words, and one beside a second difference.
"""

from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.opposites import ROLES, SPANS, UNITS, are_opposed
from briefing.languages.en.sameness import Gist, read_gist

_CALENDAR = frozenset((*WEEKDAYS, *MONTHS))  # when it was may stand anywhere in a sentence


def denies(text: str, other: str) -> bool:
    """Whether two texts of nearly the same words can't both be true: one word turned round, another
    unit, or who does it to whom.
    """
    one, two = read_gist(text), read_gist(other)
    ours, theirs = one.words - two.words, two.words - one.words
    if ours and theirs and all(map(_is_measure, ours | theirs)):
        return True
    if max(len(ours), len(theirs)) > 1:
        return False
    if are_opposed(one.plain, two.plain):
        return True
    if ours or theirs:
        return False
    return _are_names_swapped(text, other) or _is_swapped(text, one, two)


def _are_names_swapped(text: str, other: str) -> bool:
    """Whether two texts of the same words and small words, of which neither opens with a
    preposition, have the same names in another order: "left Tolm for Vellin", and "left Vellin for
    Tolm".
    """
    if _opens_with_role(text) or _opens_with_role(other):
        return False
    one, two = read_gist(text), read_gist(other)
    ours, theirs = ([name for name in row if name not in _CALENDAR] for row in (one.row, two.row))
    return one.plain == two.plain and one.names == two.names and ours != theirs


def _opens_with_role(text: str) -> bool:
    return text.partition(" ")[0].lower() in ROLES


def _is_measure(word: str) -> bool:
    """Whether a stem is a figure with its unit ("3bn"), a unit or a length of time."""
    return word in SPANS or word in UNITS or (word[:1].isdigit() and word[-1].isalpha())


def _is_swapped(text: str, one: Gist, two: Gist) -> bool:
    """Whether what opens one of two texts of the same words, no preposition, stands behind a word
    in the other that it stands before, and what opens that one before it: "the guild of Tolm sued
    the port", and "the port sued the guild of Tolm".
    """
    ours, theirs = one.order, two.order
    if not ours or set(ours) != set(theirs) or ours[0] == theirs[0] or one.roles != two.roles:
        return False
    if text.split(maxsplit=1)[0].lower() in ROLES:
        return False
    between = set(ours[1 : ours.index(theirs[0])]) & set(theirs[1 : theirs.index(ours[0])])
    return bool(between)
