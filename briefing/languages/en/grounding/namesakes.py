"""The body whose name ends in the noun that takes it up: "the bank" of "the Vellin Bank"."""

from briefing.language import late
from briefing.language.draft import Draft
from briefing.languages.en.grounding.bare_phrases import NAMED_BY
from briefing.model import Entity

_SHORT = late.pattern(r"\b(?:[A-Z]\.?){2,6}(?![\w])")


def sole_namesake(draft: Draft, noun: str, place: int) -> Entity | None:
    """The one body of the article whose name ends in `noun`, if it is named before `place`; None
    where an abbreviation before it may name another ("the league" beside "NHL").
    """
    if noun not in NAMED_BY:
        return None
    alike = [
        one
        for one in draft.reading.entities
        if one.kind == "body" and one.name.lower().endswith(f" {noun}")
    ]
    sole = alike[0] if len(alike) == 1 and alike[0].first.start < place else None
    return None if sole is None or _has_short_rival(draft, sole, place) else sole


def _has_short_rival(draft: Draft, body: Entity, place: int) -> bool:
    """Whether an abbreviation stands before `place` that ends in the first letter of a body's last
    word and isn't its own.
    """
    initials = "".join(_shorten_word(word) for word in body.name.split())
    found = _SHORT.findall(draft.reading.document.text, 0, place)
    shorts = {one.replace(".", "") for one in found}
    return any(
        one.endswith(initials[-1:]) and not one.endswith(initials) and not initials.endswith(one)
        for one in shorts
    )


def _shorten_word(word: str) -> str:
    """What a word of a name gives to its abbreviation: "UN" of "U.N.", "B" of "Bank"."""
    if word.isupper():
        return word.replace(".", "")
    return word[0] if word[0].isupper() else ""
