"""How what a verb tells is meant: as done, planned, wished or only possible."""

from collections.abc import Callable, Sequence

from briefing.language import wordlist
from briefing.languages.en.clauses import mood
from briefing.languages.en.clauses.chunks import Chunk, list_tokens
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.sentences import Sentence
from briefing.languages.en.clauses.tokens import Token, holds_word
from briefing.languages.en.lexicon import SAYING_VERBS
from briefing.model import Modality

_WORDS = wordlist.read("en", "assertions/words")
FAILING = _WORDS.words("failing")
"""Verbs that say of what they govern that it was not done."""
_LEADING, _WONDERING = _WORDS.words("denying") | {"that"}, _WORDS.words("wondering")
_PLANNING = section_words("planning")
_CONDITIONALS = section_words("conditionals")
_WHO = _WORDS.words("relative persons")
_ASKING = _WORDS.words("asking")
_SUPPOSING = _CONDITIONALS - _ASKING
_LED = 2  # first words of a group among which "to" makes it an infinitive
_ENDS = frozenset({"stop", "subordinator"})


def find_meaning(sentence: Sentence, at: int, group: Chunk, *, denied: bool) -> Modality:
    """How the group at `at` is meant; `group` is the same with its main verb."""
    supposed = _is_supposed(sentence, group) and not _is_said_aside(sentence, at)
    if not _is_meant(sentence.chunks, at) or supposed:
        return "possible"
    before = sentence.tokens_before(group)
    if is_infinitive(group):
        if before and before[-1].lower in FAILING:
            return "happened"  # who failed to do it, did not
        group = _without(group, lambda token: token.tag == "not")
    ahead = _behind_that(before) if denied else before
    meant = mood.group_mood(group, ahead)
    if meant == "possible" and _is_would_of_said(sentence, group):
        return _meaning_of_will(group, ahead)
    return meant


def _is_supposed(sentence: Sentence, group: Chunk) -> bool:
    """Whether a sentence holds a condition, or somebody wonders ahead of a group."""
    if holds_word(sentence.tokens, _SUPPOSING):
        return True
    before = sentence.tokens_before(group)
    return holds_word(before, _ASKING) or any(
        token.lower in _WONDERING and not _only_describes(token, before[at + 1 : at + 2])
        for at, token in enumerate(before)
    )


def _is_said_aside(sentence: Sentence, at: int) -> bool:
    """Whether a group only says who somebody is, ahead of a condition that doesn't touch it: "those
    who quit on Monday were offered posts if".
    """
    chunks = sentence.chunks
    led = at > 0 and chunks[at - 1].last.lower in _WHO
    return led and not holds_word(sentence.tokens_before(chunks[at]), _CONDITIONALS)


def _only_describes(token: Token, behind: Sequence[Token]) -> bool:
    """Whether a word is part of a phrase: "the most feared man", not "speculation that"."""
    return token.tag == "noun" and bool(behind) and behind[0].tag in {"noun", "name"}


def _behind_that(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words behind the last that denies, or its "that": what somebody denies is told as he was
    said to do it.
    """
    places = [at for at, token in enumerate(before) if token.lower in _LEADING]
    return before[places[-1] + 1 :] if places else before


def _is_would_of_said(sentence: Sentence, group: Chunk) -> bool:
    """Whether a group holds "would", in a sentence in which somebody says something."""
    would = holds_word(group.tokens, {"would"})
    return would and holds_word(sentence.tokens, SAYING_VERBS)


def _meaning_of_will(group: Chunk, before: tuple[Token, ...]) -> Modality:
    """How a group with "would" is meant, of what somebody said: it is no more than "will"."""
    bare = _without(group, lambda token: token.lower == "would")
    if not bare.tokens:
        return "possible"
    told = mood.group_mood(bare, before)
    return "planned" if told == "happened" else told


def _without(group: Chunk, is_left: Callable[[Token], bool]) -> Chunk:
    """A group without some of its words."""
    return Chunk(kind="group", tokens=tuple(one for one in group.tokens if not is_left(one)))


def _is_meant(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a group is no infinitive, or one that a plan or a failure governs: who calls it wrong
    to meet does not meet.
    """
    words = {token.lower for token in leading_tokens(chunks, at)}
    return not is_infinitive(chunks[at]) or not words.isdisjoint(_PLANNING | FAILING)


def is_infinitive(group: Chunk) -> bool:
    """Whether a group opens with "to" or "not to"."""
    return any(token.tag == "to" for token in group.tokens[:_LED])


def leading_tokens(chunks: Sequence[Chunk], at: int) -> tuple[Token, ...]:
    """The words of the verb that governs the infinitive at `at`: right before it, or before one
    phrase.
    """
    near = chunks[max(0, at - 2) : at]
    ends = [place for place, chunk in enumerate(near) if chunk.kind in _ENDS]
    kept = near[ends[-1] + 1 :] if ends else near
    return tuple(list_tokens(kept))
