"""Times of day: "11:20 a.m." and "twenty past eleven" are one."""

from collections.abc import Iterator, Sequence

from briefing.language import wordlist
from briefing.languages.en.clauses.lists import WORDS
from briefing.languages.en.clauses.tokens import Token
from briefing.model import Quantity

CLOCK = "clock"
"""The unit of a time of day, whose value is minutes behind noon or midnight, 0 to 719."""

_LIST = wordlist.read("en", "assertions/words")
_SMALL = {word: int(value) for word, value in WORDS.rows("small numbers")}
_PARTS = {row[0]: int(row[1]) for row in _LIST.rows("parts of an hour")}
_PAST, _TO = _LIST.words("past the hour"), _LIST.words("to the hour")
_HALVES = _LIST.words("halves of a day")
_HOURS, _MINUTES = 24, 60
_DIGITS = 2  # of minutes behind a point or colon


def find_clocks(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The times of day of a sentence that name minutes, in order: whole hours say too little."""
    return tuple(_read_clocks(tokens))


def _read_clocks(tokens: Sequence[Token]) -> Iterator[Quantity]:
    for place, token in enumerate(tokens):
        if token.tag != "number" and token.lower not in _PARTS:
            continue
        for read in (_read_colon, _read_point, _read_words):
            found = read(tokens, place)
            if found is not None:
                minutes, last = found
                yield Quantity(
                    start=token.start,
                    end=tokens[last].end,
                    value=str(minutes % (_HOURS // 2 * _MINUTES)),
                    unit=CLOCK,
                    what=(),
                )
                break


def _read_colon(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The minutes of "11:20" and its last token."""
    three = tokens[place : place + 3]
    if len(three) < 3 or three[1].text != ":" or three[2].start != three[0].end + 1:  # noqa: PLR2004
        return None
    minutes = _minutes_of(three[0].text, three[2].text[:_DIGITS])
    return None if minutes is None else (minutes, _behind_half(tokens, place + 2))


def _read_point(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The minutes of "4.40 a.m.", which without its half of the day is any number."""
    hour, _, rest = tokens[place].text.partition(".")
    last = _behind_half(tokens, place)
    if last == place or len(rest) != _DIGITS:
        return None
    minutes = _minutes_of(hour, rest)
    return None if minutes is None else (minutes, last)


def _read_words(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The minutes of "twenty past eleven", "half past ten"."""
    words = [token.lower for token in tokens[place : place + 3]]
    if len(words) < 3 or words[1] not in _PAST | _TO:  # noqa: PLR2004
        return None
    part, hour = _PARTS.get(words[0], _SMALL.get(words[0])), _SMALL.get(words[2])
    if part is None or hour is None or not part < _MINUTES or hour > _HOURS // 2:
        return None
    return hour * _MINUTES + (part if words[1] in _PAST else -part), place + 2


def _minutes_of(hour: str, minute: str) -> int | None:
    if not (hour.isdigit() and minute.isdigit() and len(minute) == _DIGITS):
        return None
    hours, minutes = int(hour), int(minute)
    return hours * _MINUTES + minutes if hours < _HOURS and minutes < _MINUTES else None


def _behind_half(tokens: Sequence[Token], place: int) -> int:
    """The place of "a.m." right behind a time of day, else its own."""
    after = tokens[place + 1 : place + 2]
    return place + 1 if after and after[0].lower in _HALVES else place
