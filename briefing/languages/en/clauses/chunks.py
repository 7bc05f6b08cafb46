"""A sentence's words in chunks: noun phrases, verb groups, and the small words between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.languages.en.clauses.tokens import Token
from briefing.languages.en.names.lists import DEMONYMS

_PHRASE = frozenset({"determiner", "number", "money", "name", "noun"})
_GROUP = frozenset({"auxiliary", "not", "adverb", "to", "verb", "ing"})
_OPENS_GROUP = _GROUP - {"adverb"}
_LONG = 6  # letters of a past form; "seed" and "speed" are nouns
_MAIN = frozenset({"verb", "ing"})
_HEADS = frozenset({"name", "noun", "number"})


@dataclass(slots=True, kw_only=True)  # not frozen: an article has many, half as dear to make
class Chunk:
    """Words that stand together. `kind` is phrase, group, or the tag of a word alone."""

    kind: str
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Where its first word starts in the article."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.tokens[-1].end

    @property
    def last(self) -> Token:
        """Its last word: the noun of a phrase, the verb of a group."""
        return self.tokens[-1]


def list_tokens(chunks: Iterable[Chunk]) -> list[Token]:
    """The words of chunks, in order."""
    return [token for chunk in chunks for token in chunk.tokens]


def chunk_tokens(tokens: Sequence[Token]) -> tuple[Chunk, ...]:
    """The chunks in order; every token is in one of them, times and adverbs too."""
    made: list[Chunk] = []
    place = 0
    while place < len(tokens):
        kind, stop = _next_chunk(tokens, place)
        made.append(Chunk(kind=kind, tokens=tuple(tokens[place:stop])))
        place = stop
    return tuple(made)


def _next_chunk(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """The kind of the chunk that starts at `place`, and where it ends."""
    tag = tokens[place].tag
    if tag in _PHRASE and (end := _phrase_end(tokens, place)):
        return "phrase", end
    if tag in _OPENS_GROUP and (end := _group_end(tokens, place)):
        return "group", end
    return tag, place + 1


def _phrase_end(tokens: Sequence[Token], place: int) -> int:
    """Where the noun phrase that starts at `place` ends, 0 where none does."""
    end = place
    while end < len(tokens) and (step := _phrase_step(tokens, place, end)):
        end += step
    if end > place and tokens[end - 1].tag in _HEADS:
        return end  # as most do
    return end if any(t.tag in _HEADS for t in tokens[place:end]) else 0


def _phrase_step(tokens: Sequence[Token], place: int, end: int) -> int:
    """How many tokens the phrase from `place` takes in at `end`, 0 where it stops there."""
    tag = tokens[end].tag
    if tag == "noun":
        return int(end == place or not _may_be_verb(tokens, end))
    if tag == "determiner":
        return int(end == place or tokens[end - 1].tag == "determiner")
    if tag in _PHRASE:
        return 1
    if tag == "adverb":
        return int(end > place and _goes_on(tokens, end))
    if tag == "and" or tokens[end].text == ",":
        return _count_peoples(tokens, place, end)
    return 0


def _may_be_verb(tokens: Sequence[Token], end: int) -> bool:
    """Whether a past form behind a noun may be the sentence's verb: "the arrest at his home
    prompted critics". What nobody knows ends the phrase.
    """
    word = tokens[end].lower
    past = word.endswith("ed") and len(word) >= _LONG
    return past and tokens[end - 1].tag in {"noun", "name"} and not tokens[end - 1].owner


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether behind an adverb the phrase goes on: "the newly elected president"."""
    inside = tokens[end - 1].tag in {"determiner", "number"}
    return inside and end + 1 < len(tokens) and tokens[end + 1].tag in _PHRASE


def _count_peoples(tokens: Sequence[Token], place: int, end: int) -> int:
    """Count a comma and "and" that only join adjectives of peoples before one noun."""
    if end == place or tokens[end - 1].lower not in DEMONYMS:
        return 0
    step = 1
    while end + step < len(tokens) and (tokens[end + step].tag == "and"):
        step += 1
    ahead = tokens[end + step] if end + step < len(tokens) else None
    return step + 1 if ahead is not None and ahead.lower in DEMONYMS else 0


def _group_end(tokens: Sequence[Token], place: int) -> int:
    """Where the verb group that starts at `place` ends: behind its main verb, or its last
    auxiliary; 0 where it has neither.
    """
    end = place
    while end < len(tokens) and tokens[end].tag in _GROUP:
        end += 1
        if tokens[end - 1].tag in _MAIN:
            return end
    kept = end
    while kept > place and tokens[kept - 1].tag == "adverb":
        kept -= 1
    return kept if any(t.tag == "auxiliary" for t in tokens[place:kept]) else 0
