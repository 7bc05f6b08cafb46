"""What a clause counts: the value, its unit, and the noun that is counted."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from briefing.languages.en.clauses.lists import WORDS, section_words
from briefing.languages.en.clauses.tokens import Token
from briefing.languages.en.stems import stem_word
from briefing.model import Quantity

_SCALES = {word: int(value) for word, value in WORDS.rows("scales")}
_SMALL = {word: int(value) for word, value in WORDS.rows("small numbers")}
COUNTING = frozenset((*_SCALES, *_SMALL)).difference(("one", "m", "k"))
"""Words by which alone a sentence counts something; "one" mostly doesn't."""

_SIGNS = WORDS.table("signs of money")
_MONEY = section_words("money")
_CENT = frozenset(WORDS.entries("cent"))
_ROUGH = section_words("rough")
_LABELS = section_words("labels")
_SHORT_LABELS = section_words("short labels")
_NONE = section_words("none")
_YEARS = range(1800, 2101)
_REACH = 4  # words behind a number among which the counted noun stands


def place_quantities(tokens: Sequence[Token]) -> tuple[tuple[int, Quantity], ...]:
    """What is counted among tokens, each with the offset of its number; years, days of a month,
    ages and the numbers of flights and rooms count nothing.
    """
    found = []
    for place, token in enumerate(tokens):
        if token.tag == "number" and _leads_figure(tokens, place):
            made = _read_quantity(tokens, place)
            if made is not None:
                found.append((token.start, made))
    return tuple(found)


def _leads_figure(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number is the first word of a figure, and not the name of what stands before it
    or denied by it: "gate four", "no one".
    """
    before = tokens[place - 1] if place else None
    if before is None:
        return True
    if before.text == "." and place > 1:
        return tokens[place - 2].lower not in _SHORT_LABELS  # "School No. 4"
    return not (before.tag == "number" or before.lower in _LABELS or before.lower in _NONE)


def _read_quantity(tokens: Sequence[Token], place: int) -> Quantity | None:
    stop = number_end(tokens, place)
    value = _number_value([t.lower for t in tokens[place:stop]])
    if value is None or _is_date_number(tokens, place, stop, value):
        return None
    money = place > 0 and tokens[place - 1].tag == "money"
    behind = _counted_words(tokens, stop)
    unit = _figure_unit(tokens, place, behind, money=money)
    before = tokens[place - 1 - money].lower if place - 1 - money >= 0 else ""
    last = behind[-1] if behind else tokens[stop - 1]
    return Quantity(
        start=tokens[place - money].start,
        end=last.end,
        value=format(value.normalize(), "f"),
        unit=unit,
        what=tuple(stem_word(t.lower) for t in behind),
        rough=before if before in _ROUGH else "",
    )


def number_end(tokens: Sequence[Token], place: int) -> int:
    """The place behind the words of the number that begins at `place`."""
    return next((at for at in range(place, len(tokens)) if tokens[at].tag != "number"), len(tokens))


def _number_value(words: Sequence[str]) -> Decimal | None:
    """The number that some words make: "3.5 million", "two", "1,200", "3bn"."""
    value: Decimal | None = None
    for word in words:
        value = _add_word(value, word)
        if value is None:
            return None
    return value


def _add_word(value: Decimal | None, word: str) -> Decimal | None:
    """The number that words make with one more behind them, None where it doesn't go on."""
    bare = word.rstrip("%").replace(",", "")
    if bare[:1].isdigit():
        return _value_in_figures(bare)
    told = _value_in_words(word)
    if told is None:
        return value * _SCALES[word] if value is not None and word in _SCALES else None
    if value is not None and value <= told:
        return None  # "two ten": no one number
    return told + (value or 0)


def _value_in_figures(bare: str) -> Decimal | None:
    """The number of figures with the scale that is written on to them: "3bn"."""
    digits = bare.rstrip("bnmk")
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    return value * _SCALES.get(bare[len(digits) :], 1)


def _value_in_words(word: str) -> Decimal | None:
    """The number that one word writes out, also "thirty-four"."""
    parts = [_SMALL.get(part) for part in word.split("-")]
    return Decimal(sum(filter(None, parts))) if None not in parts else None


def _is_date_number(tokens: Sequence[Token], place: int, stop: int, value: Decimal) -> bool:
    """Whether a number is a year, the day of a month or an hour."""
    beside = [t.tag for t in (*tokens[max(0, place - 1) : place], *tokens[stop : stop + 1])]
    bare = "," not in tokens[place].text and stop == place + 1
    return "time" in beside or (bare and value in _YEARS)


def _counted_words(tokens: Sequence[Token], stop: int) -> list[Token]:
    """The words of the noun phrase behind a number; "per cent" are such, too."""
    found: list[Token] = []
    if " ".join(token.lower for token in tokens[stop : stop + 2]) in _CENT:
        return [*tokens[stop : stop + 2]]
    for token in tokens[stop : stop + _REACH]:
        if token.tag not in {"noun", "name"}:
            break
        found.append(token)
    return found


def _figure_unit(
    tokens: Sequence[Token], place: int, behind: Sequence[Token], *, money: bool
) -> str:
    if money:
        return tokens[place - 1].text
    if tokens[place].lower.endswith("%"):
        return "%"
    first = behind[0].lower if behind else ""
    if first in _CENT or " ".join(token.lower for token in behind) in _CENT:
        return "%"
    return _SIGNS.get(first, first if first in _MONEY else "")
