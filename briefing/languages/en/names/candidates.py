"""Candidates for names in one sentence: each run with its title, its role and its abbreviation."""

from dataclasses import dataclass
from typing import Literal

from briefing.language import wordlist
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, WEEKDAYS
from briefing.languages.en.names import evidence, lower_roles, roles, runs, titles
from briefing.languages.en.names.lists import (
    BODY_SHORT,
    COMPANY_NOUNS,
    COUNTRY_SHORT,
    DEMONYMS,
    DICTIONARY,
    GIVEN,
    ORDINARY,
    OUTLET_HEADS,
    PLACE_HEADS,
    PLACES,
)
from briefing.languages.en.names.spelling import bare_parts, name_key, name_parts
from briefing.languages.en.names.words import Words, visible_text
from briefing.model import EntityKind, Span

_PLAIN_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir"})
_DEGREES = frozenset({"dr"})
_PEOPLES = DEMONYMS | wordlist.read("en", "words/titles").words("partisans")
_SIDES = ("ed", "led", "wide", "style", "based", "held", "backed", "made", "born", "wing")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
    """One run that may name something.

    [start, end) is the name without its title. `words` are its lower-case words; `kind` and
    `strength` are what this place says (None, 0: nothing); `role` and `sex` come from a title or an
    apposition; `title` holds the lower-case words of the title; `acronym` is the abbreviation in
    brackets behind it; `bundle` is the key that printings of one name share; `full` tells that a
    given name is there, and `paired` that another given name shares the surname ("Ann and Mark
    Berg").
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
    bundle: str = ""
    title: tuple[str, ...] = ()
    acronym: Span | None = None
    full: bool = False
    paired: bool = False


def find_candidates(
    text: str, words: Words, passage: int, plain: frozenset[str]
) -> list[NameCandidate]:
    """The candidates of one sentence in order; runs that are only a title, a date or a demonym
    give none.
    """
    found: list[NameCandidate] = []
    for run in runs.find_runs(words, plain):
        hidden = titles.hidden_name(words, run.first, run.last)
        last = _cut_tail(words, run.first, run.last)
        pieces = [(run.first, last)] if hidden is None else [(run.first, hidden), (hidden, last)]
        for first, last in pieces:
            candidate = _read_candidate(text, words, first, last, passage, opens=run.opens)
            if candidate is not None:
                found.append(candidate)
    return found


def _cut_tail(words: Words, first: int, last: int) -> int:
    """Where a run ends without what stands behind a person's name in a headline or a day's: "Mark
    Berg | CPAC", "President Berg | Monday".
    """
    cut = last - 1
    known = any(_may_name_person(word) for word in words.lowers[first:cut])
    if not known or words.lowers[cut] in PLACES:
        return last
    day = words.lowers[cut] in WEEKDAYS
    return cut if day or _is_bare_acronym(words, first, cut) else last


def _may_name_person(word: str) -> bool:
    """Whether a word is a given name or a title."""
    return word in GIVEN or word in OFFICES or word.rstrip(".") in HONORIFICS


def _is_bare_acronym(words: Words, first: int, cut: int) -> bool:
    """Whether capitals that are no numeral ("Paul II") stand behind two words of a name that is
    printed in small letters.
    """
    text = words.texts[cut]
    spelt = text.isupper() and text.isalpha() and not set(text) <= set("IVX")
    ahead = words.texts[first:cut]
    return spelt and len(text) > _PAIR and len(ahead) >= _PAIR and not ahead[-1].isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What stands beside a name: the first word of its title or of a role straight before it
    (`led` where there is one, `office` where it holds an office), the apposition behind it, and the
    sex that a title shows.
    """

    begins: int
    led: bool
    office: bool
    behind: Span | None
    sex: Literal["he", "she"] | None


def _read_candidate(
    text: str, words: Words, first: int, last: int, passage: int, *, opens: bool
) -> NameCandidate | None:
    """The candidate that a run [first, last) of capitalised words is; None where it names none."""
    adjectives = (at for at in range(first, last) if _is_name_adjective(words.lowers[at]))
    first = max(adjectives, default=first - 1) + 1  # "St. Vellin-based | Karl Berg"
    if first == last:
        return None
    titled, name = _part_title(words, first, last)
    lowers = tuple(words.lowers[name:last])
    if words.lower(last) == "$" or all(map(_names_nothing, lowers)):
        return None
    beside = _look_beside(words, first, name, last, titled)
    kind, strength = evidence.weigh_run(
        words, name, last, led=beside.led, behind=beside.behind is not None, opens=opens
    )
    start, end = words.starts[name], words.ends[last - 1]
    shown = visible_text(text[start:end])
    return NameCandidate(
        passage=passage,
        start=start,
        end=end,
        text=shown,
        words=lowers,
        kind=kind,
        strength=strength,
        role=_state_role(words, name, last, beside, kind),
        sex=beside.sex or _sex_of_given(lowers),
        acronym=_acronym_behind(words, name, last),
        title=tuple(words.lowers[beside.begins : name]),
        full=len(bare_parts(name_parts(shown))) > 1,
        paired=_is_paired(words, first),
        bundle=_name_key(shown, lowers),
    )


def _is_paired(words: Words, first: int) -> bool:
    """Whether another given name alone is joined to a name: "Ann and | Mark Berg"."""
    if first < _PAIR or words.lowers[first - 1] not in {"and", "&"}:
        return False
    before = words.texts[first - 3] if first > _PAIR else ""
    return words.lowers[first - 2] in GIVEN and not before[:1].isupper()


def _look_beside(
    words: Words, first: int, name: int, last: int, titled: titles.Titled | None
) -> _Beside:
    """What stands beside the name [name, last) of a run that begins at `first`."""
    early = lower_roles.role_before(words, first) if name == first else None
    saint = words.lowers[first:name] in (["st"], ["st."])
    return _Beside(
        begins=first if early is None else early,
        led=(titled is not None and not saint) or early is not None,
        office=(titled is not None and titled.office) or early is not None,
        behind=roles.role_after(words, last),
        sex=titled.sex if titled else None,
    )


def _state_role(
    words: Words, name: int, last: int, beside: _Beside, kind: EntityKind | None
) -> Span | None:
    """The stretch that says what somebody or a body is."""
    if kind == "body":
        return _body_descriptor(words, name)
    if kind not in {"person", None}:
        return None
    role = _introducing_role(words, name, last) or _choose_role(words, name, beside)
    return role if role is not None and roles.tells_role(_joined(words, role)) else None


def _joined(words: Words, role: Span) -> str:
    """The words of a role, with a space where one stood."""
    first, last = words.starts.index(role.start), words.ends.index(role.end)
    starts = words.starts[first + 1 : last + 1]
    pairs = zip(words.texts[first:last], words.ends[first:last], starts, strict=True)
    ahead = "".join(text + " " * (start > end) for text, end, start in pairs)
    return ahead + words.texts[last]


def _part_title(words: Words, first: int, last: int) -> tuple[titles.Titled | None, int]:
    """The title of a run and where its name starts, which is `last` where it is all title.

    What a title would leave as a body's or a place's name is one with it; one demonym before one
    word is left out.
    """
    body = titles.is_body(words, first, last)
    titled = None if body else titles.split_title(words, first, last)
    if titled is not None and not _is_thing(words, titled.name, last):
        return titled, titled.name
    demonym = last - first >= _PAIR and not body and _opens_with_people(words, first, last)
    return None, first + 1 if demonym else first


def _opens_with_people(words: Words, first: int, last: int) -> bool:
    """Whether a run opens with the people or the town that somebody is of: "Sorrelian | Berg",
    "Londoner | Ann Berg", "Brazilian | Daiane Rovê".
    """
    word, behind = words.lowers[first], words.lowers[first + 1 : last]
    if word in GIVEN:
        return False
    given = behind[0] in GIVEN
    if word.removesuffix("er") in PLACES and word not in PLACES:
        return given
    strange = len(behind) == _PAIR and DICTIONARY.isdisjoint(behind)
    return word in _PEOPLES and (given or strange or len(behind) == 1)


def _is_thing(words: Words, name: int, last: int) -> bool:
    """Whether what stands behind a title is the rest of a body's or a place's name."""
    if name == last or words.lowers[name] in GIVEN:
        return False
    return titles.is_body(words, name, last) or words.lowers[last - 1] in PLACE_HEADS


def _sex_of_given(lowers: tuple[str, ...]) -> Literal["he", "she"] | None:
    """The sex that a full name's given name shows."""
    return GIVEN.get(lowers[0].partition("-")[0]) if len(lowers) > 1 else None


def _name_key(text: str, lowers: tuple[str, ...]) -> str:
    """The key of a name, abbreviations of states and well-known bodies spelt out."""
    whole = " ".join(lowers)
    if text[:2].isupper() or "." in text:
        whole = COUNTRY_SHORT.get(whole) or BODY_SHORT.get(whole) or whole
    return name_key(whole)


def _introducing_role(words: Words, name: int, last: int) -> Span | None:
    """The role in "The union's president, X, said"."""
    start = (
        lower_roles.role_before(words, name - 1)
        if evidence.is_introduced(words, name, last)
        else None
    )
    return None if start is None else Span(start=words.starts[start], end=words.ends[name - 2])


def _body_descriptor(words: Words, name: int) -> Span | None:
    """The words in front that say what a body is: "French daily", "state news agency"."""
    start = lower_roles.role_before(words, name, _NOUNS)
    return None if start is None else Span(start=words.starts[start], end=words.ends[name - 1])


def _names_nothing(word: str) -> bool:
    """Whether a word alone names nothing: an adjective of a state, a people, a common word."""
    if word in COUNTRY_SHORT:
        return False
    return (
        word in DEMONYMS
        or word in ORDINARY
        or word.removesuffix("s") in DEMONYMS
        or _is_name_adjective(word)
    )


def _is_name_adjective(word: str) -> bool:
    """Whether a word is an adjective made of a name ("Anglo-French", "US-backed"), or an age."""
    head, hyphen, tail = word.partition("-")
    if not hyphen:
        return False
    if tail.endswith("year-old"):  # "Twenty-two-year-old Karl Berg"
        return True
    return tail.endswith(_SIDES) or (
        (head in DEMONYMS or head in PLACES) and (tail in DEMONYMS or tail in PLACES)
    )


def _choose_role(words: Words, name: int, beside: _Beside) -> Span | None:
    """Choose the stretch that states the office: a title with an office, else the apposition, else
    the rank.
    """
    end = _office_end(words, beside.begins, name)
    shared = end > beside.begins and titles.is_of_several(words.lowers[end - 1])
    if shared or end == beside.begins or not (beside.office or beside.behind is None):
        return beside.behind
    start = lower_roles.qualifier_before(words, beside.begins)
    return Span(start=words.starts[start], end=words.ends[end - 1])


def _office_end(words: Words, start: int, name: int) -> int:
    """Where what is told of somebody ends in the title [start, name): plain address and degrees
    aside, unless a degree is all that is told ("Dr.").
    """
    end = name
    while end > start and words.lowers[end - 1].rstrip(".") in _PLAIN_ADDRESS | _DEGREES:
        end -= 1
    alone = start == end < name and words.lowers[name - 1].rstrip(".") in _DEGREES
    return name if alone else end


def _acronym_behind(words: Words, name: int, last: int) -> Span | None:
    """The abbreviation in brackets behind a run, if its letters begin the run's words."""
    if words.lower(last) != "(" or words.lower(last + 2) != ")":
        return None
    capitals = "".join(filter(str.isupper, words.texts[last + 1])).lower()
    initials = "".join(word[0] for word in words.texts[name:last] if word[:1].isupper()).lower()
    if not 1 < len(capitals) <= _LONGEST_ACRONYM or not _abbreviates(capitals, initials):
        return None
    return Span(start=words.starts[last + 1], end=words.ends[last + 1])


def _abbreviates(capitals: str, initials: str) -> bool:
    """Whether an abbreviation's letters, the last aside, stand in this order among initials, or
    are the same letters.
    """
    rest = iter(initials)
    ordered = all(letter in rest for letter in capitals[:-1])
    return ordered or sorted(initials) == sorted(capitals)


_NOUNS = OUTLET_HEADS | COMPANY_NOUNS
_LONGEST_ACRONYM = 8
_PAIR = 2
