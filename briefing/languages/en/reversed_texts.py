"""Texts of nearly the same words that can't both be true.

What it doesn't see: a reversal told in other words, and one beside a second difference.
"""

from briefing.languages.en.opposites import ROLES, SPANS, UNITS, are_opposed
from briefing.languages.en.sameness import Gist, read_gist


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
    return not (ours or theirs) and (_are_names_swapped(one, two) or _is_swapped(text, one, two))


def _are_names_swapped(one: Gist, two: Gist) -> bool:
    """Whether two texts of the same words and small words have the same names in another order:
    "left Tolm for Vellin", and "left Vellin for Tolm".
    """
    return one.plain == two.plain and one.names == two.names and one.row != two.row


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
