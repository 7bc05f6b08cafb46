"""Whether a happening is told as happened, planned, wished or possible, and whether it is
denied.
"""

from collections.abc import Sequence

from briefing.languages.en.clauses.chunks import Chunk
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.tokens import Token, holds_word
from briefing.model import Clause, Modality

BEING = section_words("being")
LIGHT = section_words("light")
_FUTURE, _UNREAL, _CONDITIONALS = (
    section_words("future"),
    section_words("unreal"),
    section_words("conditionals"),
)
_WISHING, _PLANNING, _DOUBTING = (
    section_words("wishing"),
    section_words("planning"),
    section_words("doubting"),
)
_IMPLYING = section_words("implying")
_TELLINGS, _DETERMINERS = section_words("tellings"), section_words("determiners")
_DECIDING = section_words("deciding")
_NEGATIONS = section_words("negations")
_BACK = 6  # words before a verb or noun in which another may govern it
_LONGEST_WORD = 20  # characters in which the verb before an infinitive stands
_ENDS = frozenset({"stop"})


def is_passive(group: Chunk) -> bool:
    """Whether a group has its verb behind a form of "to be"."""
    words = [t.lower for t in group.tokens]
    behind = words[words.index("to") + 1 :] if "to" in words else words
    return any(word in BEING for word in behind[:-1]) and not group.last.lower.endswith("ing")


def group_mood(group: Chunk, before: Sequence[Token]) -> Modality:
    """The mood of a verb group; `before` are the sentence's tokens ahead of it."""
    lower = {t.lower for t in group.tokens[:-1]}
    if lower & _UNREAL or _is_conditional(before):
        return "possible"
    if lower & _FUTURE or (group.tokens[0].tag == "to" and not _is_implied(before)):
        governed = governing_modality(before)
        return "planned" if governed == "happened" else governed
    return (
        governing_modality(before) if group.last.lower.endswith("ing") else _judge_attitude(before)
    )


def _is_implied(before: Sequence[Token]) -> bool:
    return bool(before) and before[-1].lower in _IMPLYING


def _judge_attitude(before: Sequence[Token]) -> Modality:
    """What "hopes that", "keen that" and the like ahead make of a finite verb."""
    if _is_told_of(before):
        return "possible"
    words = _words_ahead(before)
    that = [place for place, token in enumerate(words) if token.lower in {"that", "to"}]
    governed = words[: that[-1]] if that else ()
    return governing_modality(governed[-2:]) if that else "happened"


def _is_told_of(before: Sequence[Token]) -> bool:
    """Whether a clause is only what a report or a claim says: "the report that | X resigned" is
    false, or may be.
    """
    words = [token.lower for token in _words_ahead(before, _BACK * 2)]
    that = max((place for place, word in enumerate(words) if word == "that"), default=0)
    if not that or words[that - 1] not in _TELLINGS:
        return False
    return that == 1 or words[that - 2] in _DETERMINERS


def _is_conditional(before: Sequence[Token]) -> bool:
    """Whether the clause is one of "if"."""
    words = _words_ahead(before, _BACK * 2)
    return holds_word(words, _CONDITIONALS)


def governing_modality(before: Sequence[Token]) -> Modality:
    """What the words shortly ahead make of a happening: "plans for the sale", "keen to"."""
    words = {t.lower for t in _words_ahead(before)}
    if not words.isdisjoint(_DOUBTING) or not words.isdisjoint(_UNREAL):
        return "possible"
    if not words.isdisjoint(_WISHING):
        return "wished"
    if not words.isdisjoint(_PLANNING) or not words.isdisjoint(_FUTURE):
        return "planned"
    return "happened"


def is_denied(group: Chunk | None, before: Sequence[Token]) -> bool:
    """Whether a verb group, or a noun with the words ahead of it, is turned round."""
    inside = group is not None and holds_negation(group.tokens)
    return inside or holds_negation(_words_ahead(before, 4))


def holds_negation(tokens: Sequence[Token]) -> bool:
    """Whether a word that denies stands among tokens."""
    return any(token.tag == "not" or token.lower in _NEGATIONS for token in tokens)


def _words_ahead(before: Sequence[Token], reach: int = _BACK) -> tuple[Token, ...]:
    """The last words before a place, not beyond the end of a clause."""
    words = before[-reach:]
    ends = [place for place, token in enumerate(words) if token.tag in _ENDS]
    return tuple(words[ends[-1] + 1 :] if ends else words)


def is_done(clause: Clause, text: str) -> bool:
    """Whether a clause of an article with this text tells what was done, or decided: "the board
    decided to raise the toll".
    """
    ahead = text[max(0, clause.start - _LONGEST_WORD) : clause.start].split()
    decided = bool(ahead) and ahead[-1].lower() in _DECIDING
    return clause.positive and (clause.modality == "happened" or decided)
