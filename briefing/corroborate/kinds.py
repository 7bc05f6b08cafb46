"""Kinds of difference between two statements of different articles; each gives its topic, or "" for none."""

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.language.sameness import Gist, gist
from briefing.model import Candidate, Pinned

_WHO = (
    "officers|officials|forces|troops|leaders|teams|ministers|delegations|delegates|soldiers|diplomats|police|companies"
    "|governments|representatives|envoys|negotiators|experts|units|ships|aircraft"
)
_LIST = re.compile(rf"\b((?:[A-Z][\w’-]+, )*[A-Z][\w’-]+,? and [A-Z][\w’-]+) (?:[a-z]+ ){{0,3}}(?:{_WHO})\b")
_ITEM = re.compile(r"[A-Z][\w’-]+")
_SECRET = re.compile(
    r"\b(?:mission|purpose|aim|goal|agenda|reason|objective)\b[^.;]{0,40}\b(?:not|never|un\w+)\b[^.;]{0,20}"
    r"\b(?:announced|disclosed|revealed|public|stated|explained)\b"
)
_STATED = re.compile(
    r"\b(?:purpose|aim|goal|objective|mission) of (?:the|this|their|his|her) [^.;]{0,40}\b(?:was|is|were) to\b"
)
_VISIT = re.compile(r"\b(?:visit|trip|journey) to ([A-Z]\w+)[^.;]{0,20}? by ([^,.;]{0,80})")
_CAME = re.compile(r"\b(?:arrived in|landed in|flew to|came to|welcomed|visited|visit to|received)\b")
_SPAN = re.compile(
    r"\b(less than |more than |nearly |almost |about |over |under )?(a|an|one|two|three|four|five|six|\d+) "
    r"(day|week|month|year)s? (?:ago|after|before|earlier|later)\b"
)
_HOLDS = re.compile(
    r"\b(?:control|hold|occup|seiz|captur)\w*\s+(?:\w+\s+)?(all|most|much|extensive|large|vast|wide|parts?|some|several|small)\b"
)
_LARGE = frozenset({"all", "most", "much", "extensive", "large", "vast", "wide"})
_COUNT = re.compile(r"\b(?:around |about |nearly |over |more than |some )?(\d[\d,.]*)\s+([a-z]{4,})")
_UNITS = frozenset({"percent", "million", "billion", "years", "months", "weeks", "days", "hours", "people"})
_DOUBT = re.compile(r"\b(?:no|not|little|unable|unlikely|nothing|never|cannot|hardly|fail\w*)\b", re.IGNORECASE)
_ALIKE = 0.4  # share of words from which two sentences are about the same thing


@dataclass(frozen=True, kw_only=True)
class Side:
    """One statement as it is compared. Not slotted: the gist is worked out once, when it is first asked for."""

    candidate: Candidate
    family: str
    pinned: tuple[Pinned, ...]

    @classmethod
    def of(cls, candidate: Candidate, family: str, pinned: tuple[Pinned, ...]) -> "Side":
        """Give a candidate as a side."""
        return cls(candidate=candidate, family=family, pinned=pinned)

    @property
    def key(self) -> str:
        """Give the statement's key."""
        return self.candidate.statement.key

    @property
    def text(self) -> str:
        """Give the statement's text."""
        return self.candidate.statement.text

    @property
    def length(self) -> int:
        """Give the text's length in code points."""
        return len(self.text)

    @cached_property
    def gist(self) -> Gist:
        """Give what it is compared by."""
        return gist(self.text)

    @property
    def speaker(self) -> str:
        """Give who says it."""
        return self.candidate.statement.citations[0].attribution.speaker


def _shared(left: Side, right: Side) -> frozenset[str]:
    return left.gist.words & right.gist.words


def _alike(left: Side, right: Side) -> float:
    smaller = min(len(left.gist.words), len(right.gist.words))
    return len(_shared(left, right)) / smaller if smaller else 0.0


def participants(left: Side, right: Side) -> str:
    """Two lists of parties to the same act, of which one holds more."""
    first, second = _LIST.search(left.text), _LIST.search(right.text)
    if not first or not second or len(_shared(left, right)) < 3:  # noqa: PLR2004 - fewer words make no act
        return ""
    one, two = frozenset(_ITEM.findall(first.group(1))), frozenset(_ITEM.findall(second.group(1)))
    return "Who took part" if one < two or two < one else ""


def announcement(left: Side, right: Side) -> str:
    """One says that a purpose was not made public, the other states the purpose."""
    for one, two in ((left, right), (right, left)):
        if _SECRET.search(one.text) and _STATED.search(two.text):
            return "Whether the purpose was public"
    return ""


def visitor(left: Side, right: Side) -> str:
    """One makes somebody the visitor to his own country, the other names a visitor from elsewhere."""
    for one, two in ((left, right), (right, left)):
        own = own_visit(one)
        if own and own in two.text and _CAME.search(two.text) and not own_visit(two) and _foreigner(two, own):
            return f"Who visited {own}"
    return ""


def own_visit(side: Side) -> str:
    """Give the place that somebody is said to visit although it is in his own country."""
    found = _VISIT.search(side.text)
    if not found:
        return ""
    place, visitor_ = found.group(1), found.group(2)
    land = next((p.country for p in side.pinned if p.kind == "place" and place in {p.name, *p.aliases}), "")
    home = next((p.country for p in side.pinned if p.kind == "person" and _named(p, visitor_)), "")
    return place if land and land == home else ""


def _foreigner(side: Side, place: str) -> bool:
    """Tell whether the statement names a person from another country than the place's."""
    land = next((p.country for p in side.pinned if p.kind == "place" and place in {p.name, *p.aliases}), "")
    return any(p.kind == "person" and p.country not in {"", land} and _named(p, side.text) for p in side.pinned)


def _named(pin: Pinned, text: str) -> bool:
    """Tell whether a text names a pinned person by full name or surname."""
    return any(form in text for form in (pin.name, *pin.aliases)) or pin.name.split()[-1] in text.split()


def timing(left: Side, right: Side) -> str:
    """The same event, set at spans of time that differ."""
    first, second = _SPAN.search(left.text), _SPAN.search(right.text)
    if not first or not second or len(_shared(left, right)) < 4:  # noqa: PLR2004
        return ""
    if len(left.gist.names & right.gist.names) < 2 or first.group(3) != second.group(3):  # noqa: PLR2004
        return ""
    return "How long before" if (first.group(1), first.group(2)) != (second.group(1), second.group(2)) else ""


def extent(left: Side, right: Side) -> str:
    """The same holder, of ground that one calls large and the other a part."""
    first, second = _HOLDS.search(left.text), _HOLDS.search(right.text)
    if not first or not second:
        return ""
    names = sorted(_before(left.text, first.start()) & _before(right.text, second.start()))
    if not names or (first.group(1) in _LARGE) == (second.group(1) in _LARGE):
        return ""
    return f"How much {names[0]} controls"


def _before(text: str, place: int) -> frozenset[str]:
    """Give the capitalised words shortly before a verb, as nouns: "Israeli" counts as "Israel"."""
    words = _ITEM.findall(text[max(0, place - 40) : place])
    return frozenset(word.removesuffix("’s").removesuffix("i") if word.endswith("li") else word for word in words)


def number(left: Side, right: Side) -> str:
    """The same thing counted, with another number."""
    if _alike(left, right) < _ALIKE or len(left.gist.names & right.gist.names) < 2:  # noqa: PLR2004
        return ""
    one = {noun: figure for figure, noun in _COUNT.findall(left.text) if noun not in _UNITS}
    two = {noun: figure for figure, noun in _COUNT.findall(right.text) if noun not in _UNITS}
    nouns = sorted(noun for noun in one.keys() & two.keys() if one[noun] != two[noun])
    return f"How many {nouns[0]}" if nouns else ""


def view(left: Side, right: Side) -> str:
    """Two named holders of a view on the same thing, of whom one doubts it."""
    sides = (left, right)
    if any(side.candidate.statement.citations[0].attribution.kind != "judgement" for side in sides):
        return ""
    if not left.speaker or not right.speaker or left.speaker == right.speaker:
        return ""
    if bool(_DOUBT.search(left.text)) == bool(_DOUBT.search(right.text)):
        return ""
    common = _shared(left, right) - left.gist.names - right.gist.names
    return "What to expect of it" if _alike(left, right) >= _ALIKE and common else ""
