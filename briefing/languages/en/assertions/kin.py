"""Words by which one outlet may mean what another tells in other words: "reports" and "cases", "a
boy" and "a child".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb

_LIST = wordlist.read("en", "assertions/kin")


def _number_rows(section: str, fold: Callable[[str], str]) -> Mapping[str, frozenset[int]]:
    """The lines in which each folded word stands, by their numbers."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(_LIST.entries(section)):
        for word in row.split():
            found[fold(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_THINGS = _number_rows("things", fold_noun)
_ACTS = _number_rows("acts", fold_verb)
_NONE: frozenset[int] = frozenset()


def are_kin_things(one: str, other: str) -> bool:
    """Whether two folded nouns may name one thing."""
    return one == other or not _THINGS.get(one, _NONE).isdisjoint(_THINGS.get(other, _NONE))


def are_kin_acts(one: str, other: str) -> bool:
    """Whether two folded verbs may tell one act."""
    return one == other or not _ACTS.get(one, _NONE).isdisjoint(_ACTS.get(other, _NONE))


def act_keys(verb: str) -> tuple[str, ...]:
    """What a folded verb can be met by: itself, and each line of its kin."""
    return (verb, *(f"{number}" for number in sorted(_ACTS.get(verb, _NONE))))


def find_kin(word: str, others: Iterable[str]) -> str:
    """The first of some folded nouns that may name the same as one, "" for none."""
    if word not in _THINGS:
        return ""
    return min((other for other in others if are_kin_things(word, other)), default="")
