"""Finding each statement of the last edition in the new one: one to one, the surest first.

Four questions, each asked only of what the ones before left over: the same content (key); the same
words; the same place in the same source, reworded or trimmed or from a revised text; the same sense
from another source (then with the same numbers, names and polarity). Whoever fits nothing is new.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from briefing.compare.told import Account, ToldQuote, ToldSource, ToldStatement
from briefing.languages.en import sameness

_SHARED_QUOTE = 0.5  # of the shorter quote, for two quotes to be one place
_SHARED_WORDS = (
    0.5  # of the shorter text, for one place to tell one thing: a sentence may be split in two
)

# Nought, or False, says that they are not alike.
Likeness = Callable[[ToldStatement, ToldStatement], float]


def pair_statements(old: Account, new: Account) -> dict[str, ToldStatement]:
    """The old statement for each key of a new one that has one.

    No old statement is given twice. The order of statements decides only between equal likenesses.
    """
    found: dict[str, ToldStatement] = {}
    old_left, new_left = list(old.statements), list(new.statements)
    for likeness in (_same_key, _same_words, _by_place(old, new), _by_sense):
        for fresh, known in _pair_greedily(new_left, old_left, likeness):
            found[fresh.key] = known
        taken = {known.id for known in found.values()}
        new_left = [told for told in new_left if told.key not in found]
        old_left = [told for told in old_left if told.id not in taken]
    return found


def _pair_greedily(
    new: Sequence[ToldStatement], old: Sequence[ToldStatement], likeness: Likeness
) -> list[tuple[ToldStatement, ToldStatement]]:
    """Pair off greedily, the most alike first."""
    scored = [
        (-score, row, column)
        for row, fresh in enumerate(new)
        for column, known in enumerate(old)
        if (score := likeness(fresh, known)) > 0
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for _, row, column in sorted(scored):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            chosen.append((new[row], old[column]))
    return chosen


def _same_key(new: ToldStatement, old: ToldStatement) -> float:
    return new.key == old.key


def _same_words(new: ToldStatement, old: ToldStatement) -> float:
    return new.text.split() == old.text.split()


def _by_sense(new: ToldStatement, old: ToldStatement) -> float:
    return sameness.say_same(new.gist, old.gist) and sameness.word_overlap(new.gist, old.gist)


def _by_place(old: Account, new: Account) -> Likeness:
    """The likeness of two statements by where their quotes lie.

    Sources of one family count as one source; offsets are compared only within one revision.
    """
    families = {name: source.family for name, source in {**old.sources, **new.sources}.items()}
    revised = _revised_sources(old.sources, new.sources)

    def likeness(fresh: ToldStatement, known: ToldStatement) -> float:
        words = sameness.word_overlap(fresh.gist, known.gist)
        if words < _SHARED_WORDS:
            return 0.0
        pairs = product(fresh.basis, known.basis)
        shares = (quote_share(*pair) for pair in pairs if is_one_source(*pair))
        share = max(shares, default=0.0)
        return share + words if share >= _SHARED_QUOTE else 0.0

    def is_one_source(one: ToldQuote, other: ToldQuote) -> bool:
        ours, theirs = one.source, other.source
        return families.get(ours, ours) == families.get(theirs, theirs)

    def quote_share(one: ToldQuote, other: ToldQuote) -> float:
        by_offset = one.source == other.source and one.source not in revised
        return _share_of_place(one, other) if by_offset else _share_of_words(one, other)

    return likeness


def _revised_sources(
    old: Mapping[str, ToldSource], new: Mapping[str, ToldSource]
) -> frozenset[str]:
    """The ids of sources whose bytes changed between the editions."""
    return frozenset(
        name for name in old if name in new and old[name].revision != new[name].revision
    )


def _share_of_place(one: ToldQuote, other: ToldQuote) -> float:
    """How much of the shorter quote lies in the other, below nought where they lie apart."""
    common = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shorter and common / shorter


def _share_of_words(one: ToldQuote, other: ToldQuote) -> float:
    """How much of the shorter quote's words are the other's too, from 0 to 1."""
    left, right = Counter(one.text.lower().split()), Counter(other.text.lower().split())
    shorter = min(left.total(), right.total())
    return shorter and (left & right).total() / shorter
