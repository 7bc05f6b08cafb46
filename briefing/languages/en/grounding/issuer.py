"""Who issued a release: what nobody in it says is said by him, and by no outlet."""

import re
from functools import lru_cache

from briefing.language import wordlist
from briefing.language.identity import Same
from briefing.model import Reading, Span

RELEASE = wordlist.read("en", "words/kinds").table()["press release"]
"""The kind of an article that is a release."""

_PATTERNS = wordlist.patterns("en", "words/release_patterns")
_HEAD, _TAIL = 600, 3000  # characters at either end in which a release says whose it is
_MOST = 10  # words of an issuer's name
_KEEP = 64
_JOINING = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "la"})  # in names


def find_issuer(reading: Reading) -> Span | None:
    """Where a release names who issued it: in the line behind it, in its title, over its label, or
    over what it says of itself. None for what is no release, or where none of these stands there.
    """
    kind = reading.document.kind
    if kind is None or kind.value != RELEASE:
        return None
    return _find_issuer(Same(reading=reading))


def speaks_of_itself(speaker: str) -> bool:
    """Whether a speaker is what an issuer calls itself: "the Company", "we"."""
    return _PATTERNS["itself"].fullmatch(speaker) is not None


@lru_cache(maxsize=_KEEP)
def _find_issuer(same: Same) -> Span | None:
    text = same.reading.document.text
    first = len(text) - len(text.lstrip())
    head, tail = first + _HEAD, len(text) - _TAIL  # beyond either end means the end
    found = (
        _PATTERNS["source"].search(text, tail),
        _PATTERNS["statement"].match(text, first, head),
        _names_somebody(text, _PATTERNS["over_label"].match(text, first, head)),
        _PATTERNS["about"].search(text, tail),
    )
    named = next((one for one in found if one is not None), None)
    if named is None or len(named["who"].split()) > _MOST:
        return None
    return Span(start=named.start("who"), end=named.end("who"))


def _names_somebody(text: str, found: re.Match[str] | None) -> re.Match[str] | None:
    """What stands over a release's label, where that is a name and no title: written as names are,
    or named again.
    """
    if found is None:
        return None
    words = found["who"].split()
    named = all(word[0].isupper() or word in _JOINING or not word[0].isalpha() for word in words)
    again = found["who"].casefold() in text[found.end() :].casefold()
    return found if named or again else None
