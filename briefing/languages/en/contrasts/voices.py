"""Who speaks in a sentence or a part of one, by its own words alone."""

from functools import lru_cache

from briefing.language import wordlist

PATTERNS = wordlist.patterns("en", "contrasts/patterns")
_WAYS = tuple(
    PATTERNS[name]
    for name in ("opens", "blames", "speaks_of", "ends", "turned", "inserted", "cites")
)
_BESIDE, _INSIDE = PATTERNS["beside"], PATTERNS["clause_inside"]
_ENDS_WRONG, _HOLDS = PATTERNS["ends_pronoun"], PATTERNS["holds_pronoun"]
_POINTS, _MARK = PATTERNS["points_back"], PATTERNS["item_mark"]
_KEEP = 4096


@lru_cache(maxsize=_KEEP)
def find_voice(text: str) -> str:
    """The words for whoever says a text, without what stands beside them; "" where it is nobody,
    or a pronoun alone.
    """
    for way in _WAYS:
        found = way.search(text)
        if found is not None:
            whole = found["who"].strip()
            named = _BESIDE.sub("", whole)
            if named and _INSIDE.search(named) is None and _ENDS_WRONG.search(whole) is None:
                return named
    return ""


def points_back(text: str) -> bool:
    """Whether a text opens with a pronoun, or one stands where its speaker's own clause opens."""
    return _POINTS.search(text) is not None


def find_quoted(text: str) -> str:
    """Who speaks behind the colon of a sentence: "I have heard it: two members said that …"; "" for
    nobody.
    """
    _, colon, told = text.rpartition(": ")
    return find_voice(" ".join(told.split())) if colon else ""


def drop_mark(text: str) -> str:
    """A sentence without the number of its item or the time of its entry."""
    return _MARK.sub("", text)


def holds_pronoun(text: str) -> bool:
    """Whether a text has a pronoun of the third person anywhere."""
    return _HOLDS.search(text) is not None
