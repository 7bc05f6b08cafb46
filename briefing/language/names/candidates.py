"""Candidates for names in one sentence: each run with what its surroundings say of its kind."""

from dataclasses import dataclass
from typing import Literal

from briefing.language.lexicon import SAYING_VERBS
from briefing.language.names import runs, titles
from briefing.language.names.lists import (
    AMBIGUOUS_GIVEN,
    BODY_HEADS,
    BODY_NAMES,
    COMPANY_NOUNS,
    COUNTRY_SHORT,
    DEMONYMS,
    GIVEN,
    ORDINARY,
    OUTLET_HEADS,
    PLACE_HEADS,
    PLACES,
)
from briefing.language.names.spelling import parts
from briefing.language.names.words import Words
from briefing.model import EntityKind, Span

_IN = frozenset({"in", "near", "toward", "towards", "outside", "across", "around", "throughout"})
_AT = frozenset({"at", "to", "from", "into", "via", "through", "leaving", "visiting"})
_STAKE = frozenset({
    "stake", "stakes", "interest", "interests", "share", "shares", "investment", "investments", "confidence", "faith",
    "trust", "involved", "involvement", "believe", "believes", "invest", "invested", "partner", "control", "change",
    "workers", "engineers", "investors", "positions", "role", "equity", "holding", "holdings",
})  # fmt: skip
STRONG = 3
FAIR = 2
WEAK = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One run that may name something.

    [start, end) is the name without its title. `words` are its lower-case words; `kind` and `strength` are what this
    place says (None, 0: nothing); `role` and `sex` come from a title or an apposition; `acronym` is the abbreviation
    in brackets behind it; `title` holds the lower-case words of its title.
    """

    passage: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    kind: EntityKind | None
    strength: int
    role: Span | None = None
    sex: Literal["he", "she"] | None = None
    title: tuple[str, ...] = ()
    acronym: Span | None = None
    opens: bool = False
    full: bool = False


def find(text: str, words: Words, passage: int, plain: frozenset[str]) -> list[Candidate]:
    """Give the candidates of one sentence in order; runs that are only a title, a date or a demonym give none."""
    found: list[Candidate] = []
    for run in runs.find(words, plain):
        candidate = _read(text, words, run, passage)
        if candidate is not None:
            found.append(candidate)
    return found


def _read(text: str, words: Words, run: runs.Run, passage: int) -> Candidate | None:
    first, last = run.first, run.last
    titled = None if titles.is_body(words, first, last) else titles.title(words, first, last)
    if titled is not None and titled.name == last:
        return None
    name = first if titled is None else titled.name
    if titled is not None and titles.is_body(words, name, last) and words.lowers[name] not in GIVEN:
        titled, name = None, first
    while name < last and _hyphened(words.lowers[name]):
        name += 1
    lowers = tuple(words.lowers[name:last])
    if _empty(lowers):
        return None
    start, end = words.starts[name], words.ends[last - 1]
    title_words = tuple(words.lowers[first:name])
    behind = titles.after(words, last)
    early = titles.before(words, first) if titled is None or titled.name == first else None
    kind, strength = _kind(words, name, last, titled=bool(titled), ahead=early is not None, behind=behind is not None)
    role = None
    if kind in {"person", None}:
        role = _role(words, first, name, early, behind, office=bool(titled and titled.head))
    return Candidate(
        passage=passage, start=start, end=end, text=text[start:end], words=lowers, kind=kind, strength=strength,
        role=role, sex=_sex(titled, lowers), title=title_words or _early_words(words, early, first),
        acronym=_acronym(words, name, last), opens=run.opens, full=len(parts(text[start:end])) > 1,
    )  # fmt: skip


def _early_words(words: Words, early: int | None, first: int) -> tuple[str, ...]:
    return () if early is None else tuple(words.lowers[early:first])


def _empty(lowers: tuple[str, ...]) -> bool:
    """Tell whether a run names nothing: adjectives of states and common words only."""
    return all(
        (word in DEMONYMS and word not in COUNTRY_SHORT) or word in ORDINARY or _hyphened(word) for word in lowers
    )


def _hyphened(word: str) -> bool:
    """Tell whether a word is an adjective of two states ("Syrian-Russian", "Iran-aligned")."""
    head, hyphen, tail = word.partition("-")
    return bool(hyphen) and (head in DEMONYMS or head in PLACES) and (tail in DEMONYMS or tail in PLACES or tail.endswith(("ed", "led", "wide", "style", "based", "held")))


def _sex(titled: titles.Titled | None, lowers: tuple[str, ...]) -> Literal["he", "she"] | None:
    if titled is not None and titled.sex in {"he", "she"}:
        return "he" if titled.sex == "he" else "she"
    return GIVEN.get(lowers[0]) if len(lowers) > 1 else None


def _role(words: Words, first: int, name: int, early: int | None, behind: Span | None, *, office: bool) -> Span | None:
    """Choose the stretch that states the office: a title with an office, else the apposition, else the rank."""
    ahead = None
    if name > first:
        ahead = Span(start=words.starts[first], end=words.ends[name - 1])
    if early is not None:
        ahead = Span(start=words.starts[early], end=words.ends[name - 1])
    if ahead is not None and (office or early is not None or behind is None):
        honorific = name - first == 1 and words.lowers[first].rstrip(".") in {"mr", "mrs", "ms", "miss", "mx"}
        return None if honorific and early is None else ahead
    return behind


def _kind(words: Words, name: int, last: int, *, titled: bool, ahead: bool, behind: bool) -> tuple[EntityKind | None, int]:
    lowers = words.lowers[name:last]
    whole = " ".join(lowers)
    before, following = words.lower(name - 1), words.lower(last)
    if whole in PLACES or (whole in COUNTRY_SHORT and words.texts[name].isupper()):
        return ("person", FAIR) if titled and whole not in PLACES else ("place", STRONG)
    if titled or ahead:
        return "person", STRONG
    if whole in BODY_NAMES or titles.is_body(words, name, last) or before in OUTLET_HEADS:
        return "body", STRONG
    if lowers[-1] in PLACE_HEADS and len(lowers) > 1:
        return "place", STRONG
    if lowers[0] in GIVEN and 1 < len(lowers) <= 5 and lowers[0] not in AMBIGUOUS_GIVEN:
        return "person", STRONG
    return _surroundings(words, name, last, before, following, behind=behind)


def _surroundings(
    words: Words, name: int, last: int, before: str, following: str, *, behind: bool
) -> tuple[EntityKind | None, int]:
    """Judge a run that does not show its kind by the words around it."""
    several = last - name > 1
    text = words.texts[name]
    if before in COMPANY_NOUNS or (before == "of" and words.lower(name - 2) in OUTLET_HEADS):
        return "body", FAIR
    if last - 1 not in words.possessive and following in PLACE_HEADS:
        return "place", FAIR
    if following in OUTLET_HEADS or following in COMPANY_NOUNS or words.lower(last + 1) in {"group", "union", "militia"}:
        return "body", FAIR
    if text.isupper() and 1 < len(text) <= 6 and not several and text.isalpha():
        return "body", FAIR
    if behind and several:
        return "person", STRONG
    if several and _aged(words, last):
        return "person", STRONG
    if words.lowers[name] in GIVEN and several:
        return "person", FAIR
    if several and words.lower(name - 2) + words.lower(name - 1) and before == "," and _role_comma(words, name, last):
        return "person", FAIR
    if before in _IN and words.lower(name - 2) not in _STAKE:
        return "place", FAIR
    if before in _AT:
        return "place", WEAK
    if several and (following in SAYING_VERBS or before in SAYING_VERBS or following == "who"):
        return "person", WEAK
    return None, 0


def _aged(words: Words, last: int) -> bool:
    age = words.lower(last + 1)
    return words.lower(last) == "," and age.isdigit() and len(age) <= 2 and words.lower(last + 2) in {",", "."}


def _role_comma(words: Words, name: int, last: int) -> bool:
    """Tell whether "…, coach, Name Surname," names the holder of the role before the comma."""
    from briefing.language.lexicon import OFFICES

    return words.lower(name - 2) in OFFICES and words.lower(last) in {",", "."}


def _acronym(words: Words, name: int, last: int) -> Span | None:
    """Give the abbreviation in brackets behind a run, if its letters begin the run's words."""
    at = last
    if words.lower(at) != "(" or words.lower(at + 2) != ")":
        return None
    short = words.texts[at + 1]
    letters = "".join(letter for letter in short if letter.isalpha())
    if not 1 < len(letters) <= 8 or not letters[:1].isupper() or sum(map(str.isupper, letters)) < 2:
        return None
    initials = "".join(word[0] for word in words.texts[name:last] if word[:1].isupper()).lower()
    wanted = iter("".join(letter for letter in letters if letter.isupper()).lower())
    matched = sum(1 for _ in _subsequence(initials, wanted))
    if matched < min(2, len(letters)) and letters.lower() != "".join(w[0] for w in words.texts[name:last]).lower():
        return None
    return Span(start=words.starts[at + 1], end=words.ends[at + 1])


def _subsequence(initials: str, wanted: "object") -> list[str]:
    rest = list(wanted)  # type: ignore[call-overload]
    found: list[str] = []
    for letter in initials:
        if rest and letter == rest[0]:
            found.append(rest.pop(0))
    return found


_ = BODY_HEADS
