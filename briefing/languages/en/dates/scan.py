"""Finds date expressions: every rule over the text, the leftmost and longest match wins."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import ahocorasick_rs

from briefing.language import late
from briefing.languages.en.dates import (
    absolute,
    counted,
    month_days,
    units,
    weekdays,
    wider,
    yearless,
    years,
)
from briefing.languages.en.dates.meaning import DateRule, Meaning
from briefing.languages.en.dates.signs import Signs

_RULES = (
    *absolute.RULES, *years.RULES, *month_days.RULES, *yearless.RULES, *weekdays.RULES,
    *units.RULES, *counted.RULES, *wider.RULES,
)  # fmt: skip
_SPAN = "(?P<span>"
_Ranked = tuple[tuple[Signs, ...], int, DateRule, str | int]


def _group_rules() -> tuple[tuple[Signs, tuple[_Ranked, ...]], ...]:
    """The rules by the first sign they need, with the others, their rank and the group that is
    the expression.
    """
    groups: dict[Signs, list[_Ranked]] = {}
    for rank, rule in enumerate(_RULES):
        group = "span" if _SPAN in rule.pattern.pattern else 0
        groups.setdefault(rule.needs[0], []).append((rule.needs[1:], rank, rule, group))
    return tuple((sign, tuple(rules)) for sign, rules in groups.items())


_GROUPS = _group_rules()
_WORD_SIGNS = {sign for rule in _RULES for sign in rule.needs if isinstance(sign, tuple)}
_WORDS = tuple(sorted({word for sign in _WORD_SIGNS for word in sign}))
_NUMBERS: Mapping[Signs, frozenset[int]] = {
    sign: frozenset(map(_WORDS.index, sign)) for sign in _WORD_SIGNS
}
_GROUPS_OF_WORD = tuple(
    tuple(at for at, (sign, _) in enumerate(_GROUPS) if word in _NUMBERS.get(sign, ()))
    for word in range(len(_WORDS))
)
_SEARCHED = tuple((at, one) for at, (one, _) in enumerate(_GROUPS) if not isinstance(one, tuple))
_SIGNS = ahocorasick_rs.AhoCorasick(_WORDS, matchkind=ahocorasick_rs.MatchKind.Standard)
# "Black Friday", "Mail on Sunday", "Sunday Times", "Russia Today", "Friday prayers": no dates.
_NAME_BEFORE = late.pattern(
    r"\b(?:[Bb]lack|[Gg]ood|Bloody|Super|Easter|Ash|Palm|Holy|Cyber|Shrove|Maundy|Whit|Fat|Giving"
    r"|USA|Russia|India|"
    r"Mail on|Sheffield|Ruby|Happy|Throwback|Casual|Taco|[Ee]very|[Ee]ach|Man|[Oo]ne|[Aa]ny|some) $"
    r"|\b(?:weekly|daily|club|band|group|team|side|paper|newspaper|magazine|song|film|novel|ship"
    r"|play) (?:[A-Z][\w’'-]* )+$"
)
_NAME_AFTER = late.pattern(
    r" (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Independent|Tribune|Night Live"
    r"|prayers?\b|(?:markets?|services?|mass|school|edition|paper|roast|league|brunch)\b|Night "
    r"Football|"
    r"programme|[Pp]apers|Addams|Weld|Harbor|Club|Group|Review)|s\b"
)
_REACH = 20
_SPACE = late.pattern("[\u00a0\u2007\u2009\u202f\t\r\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression in its place and what it means."""

    start: int
    end: int
    meaning: Meaning


def find_expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    """The date expressions of `text[start:end]` in order, none overlapping another.

    What lies outside the stretch is not looked at.
    """
    piece = _SPACE.sub(" ", text[start:end])
    found: list[tuple[int, int, int, Meaning]] = []
    for _, rank, rule, group in _possible_rules(piece):
        for match in rule.pattern.finditer(piece):
            first, last = match.span(group)
            if _is_part_of_name(piece, first, last):
                continue
            meaning = rule.read(match)
            if meaning:
                found.append((first, -last, rank, meaning))
    chosen: list[Expression] = []
    reach = 0
    for first, minus_last, _, meaning in sorted(found, key=lambda item: item[:3]):
        if first >= reach:
            reach = -minus_last
            chosen.append(Expression(start=start + first, end=start + reach, meaning=meaning))
    return tuple(chosen)


def _possible_rules(piece: str) -> list[_Ranked]:
    """The rules whose signs stand in a text, in no order; most texts hold no date, and none of most
    rules' signs.
    """
    lowered = piece.lower()
    held = {sign for sign, _, _ in _SIGNS.find_matches_as_indexes(lowered, overlapping=True)}
    known: dict[Signs, bool] = {}
    possible = []
    for number in _begun_groups(lowered, held):
        for ranked in _GROUPS[number][1]:
            for more in ranked[0]:
                if more not in known:
                    known[more] = _stands_in_text(more, lowered, held)
                if not known[more]:
                    break
            else:
                possible.append(ranked)
    return possible


def _begun_groups(lowered: str, held: AbstractSet[int]) -> set[int]:
    """The groups of rules whose first sign stands in a text."""
    begun = {number for word in held for number in _GROUPS_OF_WORD[word]}
    begun.update(number for number, sign in _SEARCHED if sign.search(lowered))
    return begun


def _stands_in_text(signs: Signs, lowered: str, held: AbstractSet[int]) -> bool:
    """Whether one of `signs` stands in a text, of which `held` are the numbers of words found."""
    if not isinstance(signs, tuple):
        return signs.search(lowered) is not None
    return not held.isdisjoint(_NUMBERS[signs])


def _is_part_of_name(piece: str, first: int, last: int) -> bool:
    """Whether the words are part of a name or of a habit ("every Monday")."""
    return bool(
        _NAME_BEFORE.search(piece, max(0, first - _REACH), first) or _NAME_AFTER.match(piece, last)
    )
