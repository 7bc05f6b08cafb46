"""Noun phrases as parties of a clause: names folded, states, the head noun, the other words'
stems.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.language import wordlist
from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.tokens import Token
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import (
    COUNTRIES,
    COUNTRY_SHORT,
    DEPARTMENTS,
    PLACES,
    STATE_OF,
)
from briefing.languages.en.names.spelling import fold_word, name_parts, surname_of
from briefing.languages.en.stems import stem_word
from briefing.model import Entity, Mention, Party, Slot

_CAPITALS = wordlist.read("en", "clauses/capitals")
CAPITALS: Mapping[str, str] = {
    name.lower(): state.lower() for name, state in _CAPITALS.table("capitals").items()
}
_SAME = {name.lower(): state.lower() for name, state in _CAPITALS.table("same").items()}
_ADJECTIVES = {adjective.lower(): state.lower() for adjective, state in STATE_OF.items()}
_SHORT = {name: state.lower() for name, state in COUNTRY_SHORT.items()}
_TITLES = (
    frozenset(HONORIFICS)
    | RANKS
    | OFFICES
    | {word.lower() for name in DEPARTMENTS for word in name.split()}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of an article by where they start, and what is known of each.

    `starts` are those places in order.
    """

    mentions: Mapping[int, Mention]
    entities: Mapping[str, Entity]
    starts: Sequence[int]

    def beginning_in(self, start: int, end: int) -> list[Mention]:
        """The names that begin in [start, end), in order; of those at one place the last."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [self.mentions[place] for place in self.starts[first:last]]


def state_of(words: str) -> str:
    """The state that a name or adjective stands for, in small letters, "" for none; capitals
    aside.
    """
    plain = words.lower().removeprefix("the ")
    if plain in COUNTRIES:
        return _SAME.get(plain, plain)
    found = _ADJECTIVES.get(plain) or _SHORT.get(plain) or _SAME.get(plain, "")
    return _SAME.get(found, found)


def make_party(slot: Slot, chunks: Sequence[Chunk], names: Names) -> Party:
    """Make one party of a noun phrase, and of the phrases behind it that an "of" ties to it.

    The first phrase has the head; what the others name belongs to the party.
    """
    tokens = [token for chunk in chunks if chunk.kind == "phrase" for token in chunk.tokens]
    mentions = _phrase_mentions(tokens, names)
    head = _head_stem(chunks[0], mentions)
    return Party(
        slot=slot,
        start=chunks[0].start,
        end=chunks[-1].end,
        head=head,
        names=tuple(sorted(_fold_mentions(mentions, names, tokens))),
        lands=tuple(sorted(_phrase_states(tokens))),
        words=tuple(sorted(_noun_stems(tokens, mentions) - {head})),
        many=bool(head) and chunks[0].last.lower.endswith("s"),
        person=any(m.kind == "person" and _is_in_mention(chunks[0].last, [m]) for m in mentions),
    )


def fold_names(tokens: Sequence[Token], names: Names) -> tuple[str, ...]:
    """Fold every name among some words, states and capitals aside."""
    return tuple(sorted(_fold_mentions(_phrase_mentions(tokens, names), names, tokens)))


def _phrase_mentions(tokens: Sequence[Token], names: Names) -> list[Mention]:
    return [names.mentions[t.start] for t in tokens if t.start in names.mentions]


def _fold_mentions(mentions: Sequence[Mention], names: Names, tokens: Sequence[Token]) -> set[str]:
    """Fold what a phrase names: a person by surname and given name, else the whole name."""
    found = {
        person_key(names.entities[m.entity].name)
        if m.kind == "person"
        else name_key(names.entities[m.entity].name)
        for m in mentions
        if m.entity in names.entities and not state_of(names.entities[m.entity].name)
    }
    return found | set(_fold_unknown(tokens, mentions))


def _fold_unknown(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[str]:
    """Fold the capitalised words that are no name known in the article, those that touch as one
    name.
    """
    run: list[str] = []
    for token in (*tokens, None):
        if token is not None and token.tag == "name" and not _is_in_mention(token, mentions):
            run.extend([] if _is_titled(token.lower) else [token.lower])
        elif run:
            yield person_key(" ".join(run))
            run = []


def _is_titled(word: str) -> bool:
    """Whether a capitalised word outside of names is a title, a state or a capital."""
    return word in _TITLES or word in CAPITALS or bool(state_of(word))


def person_key(name: str) -> str:
    """Fold a person's name: the surname, and behind a blank the given name where one is told."""
    words = name_parts(name)
    last = "".join(fold_word(word) for word in surname_of(words))
    return f"{last} {fold_word(words[0])}" if len(words) > 1 else last


def name_key(name: str) -> str:
    """Fold the name of a body or place."""
    return state_of(name) or "".join(fold_word(word) for word in name_parts(name))


def _is_in_mention(token: Token, mentions: Iterable[Mention]) -> bool:
    return any(m.start <= token.start < m.end for m in mentions)


def _phrase_states(tokens: Sequence[Token]) -> set[str]:
    """The states that a phrase belongs to; a capital stands for its state where no person is
    named.
    """
    pairs = [f"{one.lower} {two.lower}" for one, two in pairwise(tokens)]
    words = [*(t.lower for t in tokens), *pairs]
    capitals = {CAPITALS[word] for word in words if word in CAPITALS}
    return {state for word in words if (state := state_of(word))} | capitals


def _head_stem(chunk: Chunk, mentions: Sequence[Mention]) -> str:
    """The stem of a phrase's noun, "" where it is a name."""
    last = chunk.last
    if last.tag != "noun" or _is_in_mention(last, mentions):
        return ""
    return stem_word(last.lower)


def _noun_stems(tokens: Sequence[Token], mentions: Sequence[Mention]) -> set[str]:
    return {
        stem_word(t.lower)
        for t in tokens
        if t.tag == "noun" and not _is_in_mention(t, mentions) and not PLACES.get(t.lower)
    }
