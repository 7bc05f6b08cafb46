"""How a stretch of text names persons: as themselves, as owners of something, or as a label."""

from typing import Literal

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.nouns import KIN
from briefing.languages.en.lexicon import OFFICES
from briefing.model import Entity, Mention, Span

Sex = Literal["he", "she"]
"""A person's sex by the pronoun that means one."""

_LABELLED = wordlist.read("en", "antecedents/words").words("labelled")
_WORD = late.pattern(r"\w[\w'’-]*")
OWNS = ("’s", "'s")
"""How a name ends that owns what follows."""

_LABEL_GAP = 40  # characters behind a name within which its label is looked for
_KIN_GAP = 50  # characters behind an owner within which what is owned is looked for


def people_named(index: SentenceIndex, span: Span, sex: Sex) -> list[Entity]:
    """The persons named in a stretch who may be of that sex, each once."""
    found: dict[str, Entity] = {}
    for mention in index.named(span.start, span.end):
        entity = index.entities.get(mention.entity)
        if entity is None or entity.kind != "person" or entity.sex not in {sex, None}:
            continue
        if not _only_modifies(index.text, mention):
            found[entity.key] = entity
    return list(found.values())


def is_owner_only(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """Whether a stretch names a person only as an owner ("X's deputy"), so that a subject
    hardly means him.
    """
    return all(
        index.text.startswith(OWNS, mention.end)
        for mention in index.named(span.start, span.end)
        if mention.entity == person.key
    )


def is_kin_only(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """Whether a stretch names a person only to say who somebody else is ("X's mother")."""
    return is_owner_only(index, span, person) and any(
        word in KIN or word in OFFICES
        for mention in index.named(span.start, span.end)
        if mention.entity == person.key
        for word in _words_owned(index.text, mention.end, span.end)
    )


def _words_owned(text: str, end: int, stop: int) -> list[str]:
    """The three words behind an owner whose name ends at `end`."""
    start = end + len(OWNS[0])
    return _WORD.findall(text, start, min(stop, end + _KIN_GAP))[:3]


def _only_modifies(text: str, mention: Mention) -> bool:
    """Whether a person's name only labels something else ("the X administration")."""
    following = _WORD.search(text, mention.end, mention.end + _LABEL_GAP)
    return (
        following is not None
        and text[mention.end : following.start()] == " "
        and following.group() in _LABELLED
    )
