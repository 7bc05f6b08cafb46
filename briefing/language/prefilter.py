"""Patterns that are searched for only where a text holds one of the words they can't do without.

Which words those are is read off the pattern itself, as searching by an index of trigrams does
(Cox 2012, "Regular Expression Matching with a Trigram Index"): every match holds at least one of
them, so that a text which holds none has no match. Most sentences hold none of most patterns'
words, and looking for a word is ten times quicker than trying a pattern at every letter.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

import ahocorasick_rs

from briefing.language import kept
from briefing.language.late import Pattern

# Python has no public way to take a pattern apart. These may go or change with a version of it:
# then every pattern is tried, which costs time alone (`_read_needs`).
try:
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    ops = parser = None

_SHORTEST = 2  # letters of a word that is worth looking for, spaces round it aside
_TELLING = 4  # letters from which a longer word tells no more
_MOST = 64  # strings that are told apart; beyond, a stretch is taken for unknown
_MOST_SIGNS = 4  # signs of a class that are told apart: "apologi[sz]e"
_NOT_TELLING = (0, 0)
_KEEP = 32  # texts: a sentence is asked about alone, and as either neighbour of another
_PLAIN = 128  # where ASCII ends
_ODD = re.compile("[\u0130\u0131\u017f]")  # match a plain letter where case is ignored


@dataclass(frozen=True, slots=True, kw_only=True)
class _WordScan:
    """What looks for the words of many patterns at one go: `owners[i]` are the numbers of those
    that need word i of the automaton.

    `always` are the numbers of those that are tried whatever a text holds, because nothing is known
    of them. There are `count` patterns.
    """

    automaton: ahocorasick_rs.AhoCorasick
    owners: tuple[tuple[int, ...], ...]
    always: frozenset[int]
    count: int

    def find_possible(self, text: str) -> Collection[int]:
        """The numbers of the patterns that may be found in a text, in no order."""
        if not text.isascii() and _ODD.search(text):
            return range(self.count)
        held = self.automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        if not held:
            return self.always
        return self.always.union(*[self.owners[word] for word, _, _ in held])


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternSet:
    """Patterns made ready, by number: `scan` gives the numbers of those of this set and of the sets
    made ready with it that may be found in a text. The `anchored` match at its start alone.
    """

    patterns: Mapping[int, Pattern]
    anchored: frozenset[int]
    scan: Callable[[str], Collection[int]]

    def finds_any(self, text: str) -> bool:
        """Whether one of the patterns is found in a text."""
        return any(self._find(number, text) is not None for number in self.possible(text))

    def find_words(self, text: str) -> str:
        """The words of a text that one of the patterns takes, the first pattern's; "" for none."""
        found = self.find(text)
        return found.group() if found is not None else ""

    def find(self, text: str) -> re.Match[str] | None:
        """The match of the first pattern that is found in a text, None where none is."""
        tried = (self._find(number, text) for number in sorted(self.possible(text)))
        return next((one for one in tried if one is not None), None)

    def _find(self, number: int, text: str) -> re.Match[str] | None:
        one = self.patterns[number]
        look = one.match if number in self.anchored else one.search
        return look(text)

    def may_find(self, text: str) -> bool:
        """Whether one of the patterns may be found in a text, by the words that it holds."""
        return not self.patterns.keys().isdisjoint(self.scan(text))

    def possible(self, text: str) -> Collection[int]:
        """The numbers of the patterns that may be found in a text, in no order."""
        return self.patterns.keys() & self.scan(text)


def make_ready(patterns: Iterable[Pattern]) -> PatternSet:
    """Read off patterns what they can't do without. They may have any form; one that isn't
    understood, or that this version of Python takes apart in another way, is always tried.
    """
    return _make_sets({"": patterns}, lambda scan: scan.find_possible)[""]


def make_ready_together(sets: Mapping[str, Iterable[Pattern]]) -> Mapping[str, PatternSet]:
    """Sets of patterns, each by its name, that are asked of the same texts: a text is looked
    through once for the words of all. What was found is remembered of the `_KEEP` texts met last,
    for the sets are asked one after the other, by rules that know nothing of each other.
    """
    return _make_sets(sets, lambda scan: lru_cache(maxsize=_KEEP)(scan.find_possible))


def _make_sets(
    sets: Mapping[str, Iterable[Pattern]],
    look: Callable[[_WordScan], Callable[[str], Collection[int]]],
) -> Mapping[str, PatternSet]:
    """Sets of patterns that share one scan, in the shape that `look` gives it."""
    numbered: dict[str, dict[int, Pattern]] = {}
    known: dict[int, Pattern] = {}
    for name, patterns in sets.items():
        numbered[name] = dict(enumerate(patterns, len(known)))
        known |= numbered[name]
    needs = {number: _recall_needs(pattern) for number, pattern in known.items()}
    scan = look(_make_scan({number: needed for number, (_, needed) in needs.items()}))
    return {
        name: PatternSet(
            patterns=some,
            anchored=frozenset(number for number in some if needs[number][0]),
            scan=scan,
        )
        for name, some in numbered.items()
    }


def _make_scan(needs: Mapping[int, frozenset[str] | None]) -> _WordScan:
    """What looks for the words of patterns, by the number of each what it can't do without."""
    owners: dict[str, list[int]] = {}
    for number, needed in needs.items():
        for word in needed or ():
            owners.setdefault(word, []).append(number)
    return _WordScan(
        automaton=ahocorasick_rs.AhoCorasick(
            list(owners), matchkind=ahocorasick_rs.MatchKind.Standard
        ),
        owners=tuple(map(tuple, owners.values())),
        always=frozenset(number for number, needed in needs.items() if not needed),
        count=len(needs),
    )


@cache
def _own_digest() -> bytes:
    """What tells that needs were read off by this very module; random where it can't be read."""
    try:
        return sha256(Path(__file__).read_bytes()).digest()
    except OSError:
        return os.urandom(32)


def _recall_needs(pattern: Pattern) -> tuple[bool, frozenset[str] | None]:
    """What `_read_needs` gives, kept from an earlier start."""
    key = ("needs", _own_digest(), pattern.pattern, pattern.flags)
    return kept.recall(key, lambda: _read_needs(pattern))


def _read_needs(pattern: Pattern) -> tuple[bool, frozenset[str] | None]:
    """Whether a pattern matches at the start of a text alone, and the strings of which every match
    holds one, None where those aren't known.
    """
    try:
        items = parser.parse(pattern.pattern, pattern.flags)
        anchored = not items.state.flags & re.MULTILINE and _is_anchored(items)
        return anchored, _needed_strings(items)[1]
    except Exception:  # noqa: BLE001 - whatever another shape of Python's own may raise
        return False, None


_Strings = frozenset[str]
_Way = tuple[_Strings, _Strings | None, bool]
"""One way to match a stretch: what it may begin with, what it holds one of (None where that is
unknown), and whether what it begins with is all of it.
"""
_NOTHING: _Strings = frozenset({""})


def _needed_strings(items: Any) -> tuple[_Way, _Strings | None]:  # noqa: ANN401 - the library's
    """A sequence as one way to match it, and the best strings of which every match holds one."""
    lead: _Strings | None = None
    now, best = _NOTHING, None
    letters = ""  # since `now` was last made
    for operator, argument in items.data:
        if operator is ops.LITERAL and argument < _PLAIN:  # nearly all that stands in a pattern
            letters += chr(argument)
            continue
        now, letters = _append(now, letters), ""
        ways = _ways_of(operator, argument)
        whole = _whole_strings(now, ways)
        if whole is not None:
            now = whole
            continue
        started = _join(now, frozenset().union(*(begun for begun, _, _ in ways)))
        lead = started if lead is None else lead
        best = _better(best, _better(now, _held_by_all(now, ways)))
        now = _NOTHING
    now = _append(now, letters)
    best = _better(best, now)
    return (now if lead is None else lead, best, lead is None), best


def _append(now: _Strings, letters: str) -> _Strings:
    """Strings with the same plain letters behind each."""
    lower = letters.lower()
    return frozenset([string + lower for string in now]) if letters else now


def _whole_strings(now: _Strings, ways: Sequence[_Way]) -> _Strings | None:
    """All that `now` may become where a stretch is known whole; None where it isn't, or is too
    much.
    """
    if not all(exact for _, _, exact in ways):
        return None
    together = frozenset().union(*(begun for begun, _, _ in ways))
    return _join(now, together) if len(now) * len(together) <= _MOST else None


def _held_by_all(now: _Strings, ways: Sequence[_Way]) -> _Strings | None:
    """Strings of which a match holds one whichever way it goes."""
    found = [_better(_join(now, begun), needed) for begun, needed, _ in ways]
    return None if None in found else frozenset().union(*(one for one in found if one is not None))


def _ways_of(operator: Any, argument: Any) -> list[_Way]:  # noqa: ANN401 - see above
    if operator is ops.LITERAL:
        return [_letter_way(argument)]
    if operator is ops.IN:
        return _class_ways(argument)
    if operator in {ops.AT, ops.ASSERT, ops.ASSERT_NOT}:
        return [(_NOTHING, None, True)]
    if operator is ops.SUBPATTERN:
        return [_needed_strings(argument[-1])[0]]
    if operator is ops.BRANCH:
        return [_needed_strings(one)[0] for one in argument[1]]
    if operator in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
        return _repeated_ways(*argument)
    return [(_NOTHING, None, False)]


def _letter_way(code: int) -> _Way:
    """A letter in its small form; one beyond ASCII that has two forms is left unknown."""
    letter = chr(code)
    known = letter.isascii() or letter.lower() == letter.upper()
    return (frozenset({letter.lower()}), None, True) if known else (_NOTHING, None, False)


def _class_ways(members: Sequence[Any]) -> list[_Way]:
    plain = all(operator is ops.LITERAL for operator, _ in members)
    if not plain or len(members) > _MOST_SIGNS:
        return [(_NOTHING, None, False)]
    return [_letter_way(code) for _, code in members]


def _repeated_ways(least: int, most: int, items: Any) -> list[_Way]:  # noqa: ANN401 - see above
    (begun, needed, exact), best = _needed_strings(items)
    if most == 1:
        once = (begun, needed, exact)
        return [once] if least else [(_NOTHING, None, True), once]
    return [(begun, best, False)] if least else [(_NOTHING, None, False)]


def _join(now: _Strings, more: _Strings) -> _Strings:
    if len(now) * len(more) > _MOST:
        return now
    return frozenset(map("".join, product(now, more)))


def _better(one: _Strings | None, other: _Strings | None) -> _Strings | None:
    """The strings that tell more: longer ones, then fewer; None where neither is worth looking
    for.
    """
    telling = _telling(one) if one else _NOT_TELLING
    as_telling = _telling(other) if other else _NOT_TELLING
    if telling >= as_telling:
        return one if telling != _NOT_TELLING else None
    return other


def _telling(strings: _Strings) -> tuple[int, int]:
    """How much strings tell: the letters of the shortest, and as much as a word for any sign beyond
    ASCII; then how few they are.
    """
    shortest = _TELLING
    for string in strings:  # no generator: a start asks this a hundred thousand times
        if len(string) < _TELLING or string[0] == " " or string[-1] == " ":
            letters = len(string.strip(" ")) if string.isascii() else _TELLING
            if letters < shortest:
                if letters < _SHORTEST:
                    return _NOT_TELLING
                shortest = letters
    return shortest, -len(strings)


def _is_anchored(items: Any) -> bool:  # noqa: ANN401 - see above
    """Whether a sequence matches at the start of a text alone."""
    if not len(items):
        return False
    operator, argument = items[0]
    if operator is ops.AT:
        return bool(argument is ops.AT_BEGINNING)
    if operator is ops.SUBPATTERN:
        return not argument[1] & re.MULTILINE and _is_anchored(argument[-1])
    return operator is ops.BRANCH and all(map(_is_anchored, argument[1]))
