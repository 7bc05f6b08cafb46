"""Verbs that were taken for parts of a phrase: "the ship | carried weapons", "the army used tear
gas". Where a stretch between two stops has no other verb, its past form behind a noun is one.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.language import wordlist
from briefing.languages.en.assertions.clock_chunks import join_clocks
from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.predicates import PLAIN
from briefing.languages.en.clauses.tokens import Token

_IRREGULAR = wordlist.read("en", "clauses/forms").rows("irregular")
_PRESENT = PLAIN | {row[0] for row in _IRREGULAR if row[0] in row[1].split()}
_ENDS = frozenset({"stop", "comma", "subordinator"})
_LONG = 6  # letters of a past form that a phrase hardly holds behind a noun


def mend_chunks(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks of a sentence with such verbs as groups of their own."""
    made: list[Chunk] = []
    stretch: list[Chunk] = []
    for chunk in _join_hyphened(join_clocks(chunks)):
        if chunk.kind in _ENDS:
            made += [*_mend_stretch(stretch), chunk]
            stretch = []
        else:
            stretch += _part_denied(chunk)
    return (*made, *_mend_stretch(stretch))


def _join_hyphened(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with what a hyphen ties to a number as one phrase: "the 54-year-old master"."""
    made: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if len(made) > 1 and chunk.kind == "phrase" and _is_tied(chunks[at - 2 : at + 1]):
            made[-2:] = [replace(made[-2], tokens=(*made[-2].tokens, *chunk.tokens))]
        else:
            made.append(chunk)
    return made


def _is_tied(three: Sequence[Chunk]) -> bool:
    """Whether of three chunks the first ends in a number that the second, a hyphen, touches, as it
    does the third.
    """
    first, mark, last = three
    if mark.kind != "comma" or first.last.tag != "number":
        return False
    return first.end == mark.start and mark.end == last.start


def _part_denied(chunk: Chunk) -> list[Chunk]:
    """A chunk, "no warning" as "no" and what it denies."""
    first, *rest = chunk.tokens
    if chunk.kind != "group" or first.tag != "not" or [t.tag for t in rest] != ["ing"]:
        return [chunk]
    noun = replace(rest[0], tag="noun")
    return [Chunk(kind="not", tokens=(first,)), Chunk(kind="phrase", tokens=(noun,))]


def _mend_stretch(stretch: Sequence[Chunk]) -> list[Chunk]:
    """The chunks between two stops; the first past form behind a noun is the verb they lack, and
    what stands behind a verb with "to" is one.
    """
    stretch = _join_infinitives(stretch)
    if any(chunk.kind == "group" for chunk in stretch):
        return list(stretch)
    for at, chunk in enumerate(stretch):
        if chunk.kind == "phrase":
            before = stretch[at - 1].last if at else None
            place = _verb_place(chunk, before, _opens_phrase(stretch[at + 1 : at + 2]))
            if place is not None:
                return [*stretch[:at], *_split_phrase(chunk, place), *stretch[at + 1 :]]
    return list(stretch)


def _opens_phrase(behind: Sequence[Chunk]) -> bool:
    """Whether a phrase with an article of its own stands right behind."""
    return bool(behind) and behind[0].kind == "phrase" and behind[0].tokens[0].tag == "determiner"


def _join_infinitives(stretch: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with "to" and the word behind it as one group, where another verb stands before
    and a phrase behind: "failed | to warn | the owner".
    """
    made: list[Chunk] = []
    for at, chunk in enumerate(stretch):
        if made and at and stretch[at - 1].kind == "to" and _is_infinitive(stretch, at):
            verb = replace(chunk.tokens[0], tag="verb")
            made[-1] = Chunk(kind="group", tokens=(*made[-1].tokens, verb))
        else:
            made.append(chunk)
    return made


def _is_infinitive(stretch: Sequence[Chunk], at: int) -> bool:
    """Whether the chunk behind a "to" is a verb's base form."""
    governed = at > 1 and stretch[at - 2].kind == "group"
    followed = at + 1 < len(stretch) and stretch[at + 1].kind == "phrase"
    tokens = stretch[at].tokens
    return governed and followed and len(tokens) == 1 and tokens[0].tag == "noun"


def _verb_place(phrase: Chunk, before: Token | None, led: bool) -> int | None:  # noqa: FBT001
    """Where in a phrase a past form stands behind a noun and ahead of another, or at its end a
    plain verb ahead of a phrase of its own ("Finor puts | the losses"); None for nowhere.
    """
    tokens = phrase.tokens
    for place, token in enumerate(tokens):
        ahead = tokens[place - 1] if place else before
        noun = ahead is not None and ahead.tag in {"noun", "name"} and not ahead.owner
        last = place == len(tokens) - 1
        told = led and token.lower in _PRESENT if last else _is_past(token.lower)
        if noun and token.tag == "noun" and told:
            return place
    return None


def _is_past(word: str) -> bool:
    return word.endswith("ed") and (len(word) >= _LONG or word in PLAIN)


def _split_phrase(phrase: Chunk, place: int) -> list[Chunk]:
    tokens = phrase.tokens
    head = [Chunk(kind="phrase", tokens=tokens[:place])] if place else []
    verb = Chunk(kind="group", tokens=(replace(tokens[place], tag="verb"),))
    rest = tokens[place + 1 :]
    return [*head, verb, *([Chunk(kind="phrase", tokens=rest)] if rest else [])]
