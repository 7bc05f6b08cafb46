"""How much or how many an assertion says something is: the value, in what it is measured, and of
what.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_verb
from briefing.languages.en.clauses.chunks import Chunk, list_tokens
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.quantities import number_end
from briefing.languages.en.clauses.tokens import Token
from briefing.languages.en.stems import stem_word
from briefing.model import Measure, Quantity

_WORDS = wordlist.read("en", "assertions/words")
_HOURS = {row[0]: Decimal(row[1]) for row in _WORDS.rows("hours")}
TIMES = frozenset(map(stem_word, _HOURS))
"""The stems of lengths of time."""
_FLOORS, _CEILINGS = section_words("floors") | {"least"}, _WORDS.words("ceilings")
_ROUGH = _WORDS.words("roughly")
_BOUNDING = _FLOORS | _CEILINGS | _ROUGH
_PART, _EARLIER = _WORDS.words("parting"), _WORDS.words("earlier value")
_THAN = {row[0]: row[1] for row in _WORDS.rows("than")}
_LED = frozenset({"at", "as", "to"})
_TYING = frozenset({"of", "in"})
_EMPTY, _RATES = _WORDS.words("empty"), _WORDS.words("rates")
_DISTANCES, _EACH = _WORDS.words("distances"), _WORDS.words("each")
_NUMBERS = section_words("numbers")
HOW_MUCH, HOW_MANY, HOW_LONG = "How much", "How many", "How long"
"""The questions that figures answer differently."""
RATE = " hour"
"""The end of the kind of a speed."""
MONEY = section_words("money")
"""Currencies that have no sign."""
PEOPLE = frozenset(map(fold_noun, section_words("anybody")))
"""Nouns, folded, that stand for anybody who is counted."""
LENGTHS = frozenset(map(fold_noun, section_words("lengths")))
"""Nouns, folded, of lengths and weights, in which anything may be measured."""
TOLD_BY = frozenset(map(fold_verb, _WORDS.words("told by counts")))
"""Verbs, folded, of what is counted while a story goes on: see `clauses.counts`."""
_BACK = 3  # words before a figure that say how it is meant


def holds_number(text: str) -> bool:
    """Whether a text holds a figure, in digits or in words."""
    if any(map(str.isdigit, text)):
        return True
    words = text.lower().replace("-", " ").split()
    return not _NUMBERS.isdisjoint(words)


def find_measures(
    tokens: Sequence[Token], quantities: Sequence[Quantity], behind: Sequence[Chunk]
) -> tuple[tuple[Quantity, Measure], ...]:
    """The measures of an assertion, each with its figure: without parts of a whole, earlier values
    and the like. `behind` are the chunks that stand behind its verb.
    """
    return tuple(_read_measures(tokens, quantities, behind))


def _read_measures(
    tokens: Sequence[Token], quantities: Sequence[Quantity], behind: Sequence[Chunk]
) -> Iterator[tuple[Quantity, Measure]]:
    for quantity in quantities:
        first = next(i for i, token in enumerate(tokens) if token.start >= quantity.start)
        place = first + (tokens[first].tag == "money")
        stop = number_end(tokens, place)
        ahead = [token.lower for token in tokens[max(0, first - _BACK) : first]]
        after = [token.lower for token in tokens[stop : stop + _BACK]]
        kind, scale = _unit_of(quantity, after)
        bound = _bound_of(ahead)
        named = _nouns_behind(tokens, quantity)
        if kind and not _is_part(ahead, _words_parting(kind, named, after)):
            made = Measure(
                value=Decimal(quantity.value) * scale,
                kind=kind,
                nouns=_nouns_ahead(tokens, first) or _name_valued(named, quantity, behind),
                least=bound == "floor",
                most=bound == "ceiling",
                rough=bound == "rough",
            )
            yield quantity, made


def _words_parting(kind: str, named: frozenset[str], after: Sequence[str]) -> Sequence[str]:
    """The words behind a figure by which it may be a part: none of a speed, nor of money of which
    a noun behind it says what it is.
    """
    return () if kind.endswith(RATE) or named else after


def _is_part(ahead: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a figure is some of more, more than was, what was before, or one of several: "78 of
    the 150 seats", "another 12", "from 20 percent".
    """
    if after[:1] == ["of"] or ahead[-2:] == ["of", "the"] or _PART.intersection(after[:2]):
        return True
    if ahead[-1:] == ["than"] and ahead[-2:-1]:
        return ahead[-2] not in _THAN
    return bool(_PART.intersection(ahead) or _EARLIER.intersection(ahead[-1:]))


def _unit_of(quantity: Quantity, after: Sequence[str]) -> tuple[str, Decimal]:
    """In what a figure is measured, and what one of it is worth; "" where nobody can say."""
    if quantity.unit:
        return quantity.unit, Decimal(1)
    head = after[0] if after else ""
    if head in _RATES or _is_speed(after):
        return fold_noun(head) + RATE, Decimal(1)
    if head in _HOURS:
        return "time", _HOURS[head]
    return (fold_noun(head_of(quantity, after)), Decimal(1)) if quantity.what else ("", Decimal(1))


def _is_speed(after: Sequence[str]) -> bool:
    """Whether the words behind a figure make it a speed: "miles an hour"; a distance alone is
    none.
    """
    return len(after) > 1 and after[0] in _DISTANCES and after[1] in _EACH


def head_of(quantity: Quantity, after: Sequence[str]) -> str:
    """The noun that a figure counts, as it stands."""
    return after[min(len(quantity.what), len(after)) - 1]


def _bound_of(ahead: Sequence[str]) -> str:
    """How a figure is bounded by the words before it."""
    if ahead[-1:] == ["than"]:
        return _THAN.get(ahead[-2], "")
    if _CEILINGS.intersection(ahead):
        return "ceiling"
    if _FLOORS.intersection(ahead):
        return "floor"
    return "rough" if _ROUGH.intersection(ahead) else ""


def _nouns_ahead(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """The words of the noun of which a figure is told with "of": "losses of 640 million"."""
    before = first - 1
    while before > 0 and tokens[before].lower in _BOUNDING:
        before -= 1
    if before < 1 or tokens[before].lower != "of":
        return frozenset()
    place = before - 1
    while place >= 0 and tokens[place].tag in {"noun", "name"}:
        place -= 1
    return _fold_nouns(tokens[place + 1 : before])


def _nouns_behind(tokens: Sequence[Token], quantity: Quantity) -> frozenset[str]:
    """The words of the noun that "of" or "in" ties to an amount of money: "400,000 euros of prize
    money", "40 million euros in aid".
    """
    behind = [one for one in tokens if one.start >= quantity.end] if quantity.unit else []
    if not behind or behind[0].lower not in _TYING:
        return frozenset()
    return _fold_nouns(takewhile(_is_noun, behind[1:]))


def _is_noun(token: Token) -> bool:
    return token.tag == "noun"


def _name_valued(
    named: frozenset[str], quantity: Quantity, behind: Sequence[Chunk]
) -> frozenset[str]:
    """The words of the noun behind a figure, else of what is put at it."""
    return named or _nouns_valued(quantity, behind)


def _nouns_valued(quantity: Quantity, behind: Sequence[Chunk]) -> frozenset[str]:
    """The words of what is put "at" or "as" a figure: "put the losses at 640 million"."""
    words = list_tokens(behind[: _leader_of(quantity, behind)])
    return _fold_nouns(word for word in words if word.tag in {"noun", "name"})


def _leader_of(quantity: Quantity, behind: Sequence[Chunk]) -> int:
    """The place of "at", "as" or "to" straight before the chunk with a figure, 0 where none leads
    it.
    """
    for at in range(1, len(behind) - 1):
        leader, led = behind[at], behind[at + 1]
        leads = leader.kind in {"preposition", "to"} and leader.last.lower in _LED
        if leads and led.start <= quantity.start <= led.end:
            return at
    return 0


def own_digits(value: Decimal) -> int:
    """How many digits a value has, zeros behind them aside: 3 of 4,120, one of 4,000."""
    return len(value.normalize().as_tuple().digits)


def _fold_nouns(tokens: Iterable[Token]) -> frozenset[str]:
    """The folded words among tokens that say something."""
    return frozenset(fold_noun(token.lower) for token in tokens if token.lower not in _EMPTY)
