"""Times of day as chunks of their own, whose marks end no clause: "at 10:40 p.m. on Sunday"."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.language import wordlist
from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.tokens import Token

_HALVES = wordlist.read("en", "assertions/words").words("halves of a day")
_COLON = 3  # chunks of "10:40": what ends in the hour, the colon, what begins with the minutes
_MINUTES = 2  # digits


def join_clocks(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with each time of day as one, of the kind of dates."""
    if not _may_hold_clock(chunks):
        return list(chunks)
    made: list[Chunk] = []
    place = 0
    while place < len(chunks):
        found = _clock_at(chunks, place)
        if not found:
            made.append(chunks[place])
            place += 1
            continue
        taken, parts = found
        made += parts
        place += taken
    return made


def _may_hold_clock(chunks: Sequence[Chunk]) -> bool:
    """Whether a sentence has a sign without which it tells no time of day; most have none."""
    for chunk in chunks:
        for token in chunk.tokens:
            if token.text == ":" or token.lower in _HALVES:
                return True
    return False


def _clock_at(chunks: Sequence[Chunk], place: int) -> tuple[int, list[Chunk]] | None:
    """How many chunks from a place on hold a time of day, and what they are made into: what stands
    before it, itself, and what stands behind. A full stop behind "p.m" is its own.
    """
    number = _find_number(chunks[place : place + _COLON])
    if number is None:
        return None
    taken, first, stop = number
    tokens = [token for chunk in chunks[place : place + taken] for token in chunk.tokens]
    stop += any(token.lower in _HALVES for token in tokens[stop : stop + 1])
    behind = chunks[place + taken : place + taken + 1]
    if stop == len(tokens) and behind and _touches_stop(tokens[-1], behind[0]):
        tokens.append(behind[0].last)
        stop, taken = stop + 1, taken + 1
    return taken, _part_tokens(tokens, first, stop)


def _part_tokens(tokens: Sequence[Token], first: int, stop: int) -> list[Chunk]:
    """Some tokens as what stands before a time of day, itself, and what stands behind."""
    clock = tuple(replace(token, tag="time") for token in tokens[first:stop])
    before, after = tuple(tokens[:first]), tuple(tokens[stop:])
    made = Chunk(kind="phrase", tokens=before), Chunk(kind="phrase", tokens=after)
    return [*made[: bool(before)], Chunk(kind="time", tokens=clock), *made[1 : 1 + bool(after)]]


def _find_number(three: Sequence[Chunk]) -> tuple[int, int, int] | None:
    """How many of some chunks hold the number of a time of day, and where in their tokens it begins
    and ends; None where the first has none.
    """
    tokens = three[0].tokens
    if _holds_colon(three):
        return _COLON, len(tokens) - 1, len(tokens) + 2
    hours = [at for at, token in enumerate(tokens[:-1]) if token.tag == "number"]
    if hours and tokens[hours[-1] + 1].lower in _HALVES:
        return 1, hours[-1], hours[-1] + 1
    return None


def _touches_stop(last: Token, chunk: Chunk) -> bool:
    """Whether a chunk is the full stop right behind "p.m"."""
    return last.lower in _HALVES and chunk.last.text == "." and chunk.start == last.end


def _holds_colon(three: Sequence[Chunk]) -> bool:
    """Whether three chunks hold hour, colon and minutes that touch."""
    if len(three) < _COLON or three[1].last.text != ":":
        return False
    hour, mark, minutes = three[0].last, three[1].last, three[2].tokens[0]
    touching = hour.end == mark.start and mark.end == minutes.start
    figures = hour.text.isdigit() and minutes.text.isdigit() and len(minutes.text) == _MINUTES
    return touching and figures
