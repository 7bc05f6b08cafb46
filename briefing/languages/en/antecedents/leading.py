"""Whom a sentence is about: the person who is its subject, or stands out beside that."""

from briefing.language import late, wordlist
from briefing.languages.en.antecedents.index import SentenceIndex
from briefing.languages.en.antecedents.naming import OWNS, Sex
from briefing.languages.en.antecedents.strangers import names_stranger
from briefing.languages.en.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.languages.en.names.lists import DEMONYMS, DEPARTMENTS
from briefing.model import Entity, Span

_WORDS = wordlist.read("en", "antecedents/words")
_WORD = late.pattern(r"\w[\w'’-]*")
_JOINING = _WORDS.words("joining")
_TITLE = (
    DEPARTMENTS | OFFICES | RANKS | DEMONYMS | HONORIFICS.keys() | _WORDS.words("before a subject")
)


def stands_out(index: SentenceIndex, span: Span, person: Entity, sex: Sex) -> bool:
    """A person is a sentence's subject, or of a sex that the subject, another person, is not."""
    if leads_sentence(index, span, person):
        return True
    if person.sex != sex or _is_joined(index, span, person):
        return False
    named = {mention.entity for mention in index.named(span.start, span.end)} - {person.key}
    others = [index.entities[key] for key in named if key in index.entities]
    return any(
        other.sex not in {sex, None} and leads_sentence(index, span, other) for other in others
    )


def _is_joined(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """Whether a person's first mention opens a sentence, or hangs on the word before it."""
    mention = next(m for m in index.named(span.start, span.end) if m.entity == person.key)
    ahead = " ".join(index.text[span.start : mention.start].split())
    last = ahead.rpartition(" ")[2]
    return not last.isalpha() or last.lower() in _JOINING


def _is_crowded(index: SentenceIndex, ahead: Span, room: int) -> bool:
    """What stands before a comma names somebody, or nothing follows the name: no opening phrase."""
    named = any(mention.kind == "person" for mention in index.named(ahead.start, ahead.end))
    return named or room <= 1 or names_stranger(index, ahead.start, ahead.end)


def leads_sentence(index: SentenceIndex, span: Span, person: Entity) -> bool:
    """A person is the subject that a sentence or its main clause opens with: a title at most before
    the name.
    """
    mention = next((m for m in index.named(span.start, span.end) if m.entity == person.key), None)
    if mention is None or index.text.startswith(OWNS, mention.end):
        return False
    opening, comma, titles = index.text[span.start : mention.start].rpartition(", ")
    ahead = Span(start=span.start, end=span.start + len(opening))
    if comma and _is_crowded(index, ahead, span.end - mention.end):
        return False
    return all(word.lower() in _TITLE for word in _WORD.findall(titles))
