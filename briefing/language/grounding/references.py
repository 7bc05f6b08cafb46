"""Words that point outside the sentence: named in brackets where one antecedent fits, else refused."""

import re

from briefing.language import antecedents
from briefing.language.grounding.draft import Change, Draft, Refused
from briefing.model import Entity, Span

_POSSESSIVE = frozenset({"his", "its", "their"})
_PERSONAL = frozenset({"he", "she", "it", "they", "him", "them"})
_NOUN_FOLLOWS = re.compile(r"\s+(?!(?:to|and|or|in|on|at|by|for|from|with|as|that|but|of|after|before)\b)[a-zA-Z]")


def referents(draft: Draft) -> Draft | Refused:
    """Name what each pointing word points to; refuse where that isn't certain.

    In the second and later sentences a word may point into the sentences before it: those come along.
    """
    changes: list[Change] = []
    for number, sentence in enumerate(draft.sentences):
        named: dict[str, str] = {}
        for span in antecedents.pronouns(draft.reading.document.text, sentence):
            if draft.gone(span.start):
                continue
            entity = antecedents.resolve(draft.reading, sentence, span.start, span.end)
            word = draft.reading.document.text[span.start : span.end]
            if entity is None:
                if number == 0 and _number(word) not in named:
                    return Refused(reason="dangling reference")
                continue
            if entity.key in named.values() or (number and _names(draft, entity, sentence.start)):
                continue
            named[_number(word)] = entity.key
            changes.extend(_naming(draft, span, word, entity))
    return draft.plus(changes)


def _number(word: str) -> str:
    """Group pronouns that can point to one thing: he/him/his, she/her, it/its, they/them/their."""
    forms = {"him": "he", "his": "he", "her": "she", "its": "it", "them": "they", "their": "they"}
    return forms.get(word.lower(), word.lower())


def _names(draft: Draft, entity: Entity, before: int) -> bool:
    """Tell whether the draft's own words name `entity` before position `before`."""
    return any(
        mention.entity == entity.key and draft.start <= mention.start < before
        for mention in draft.reading.mentions
    )


def _naming(draft: Draft, span: Span, word: str, entity: Entity) -> tuple[Change, ...]:
    """Replace a pronoun by the bracketed name; set the name beside a description or title."""
    text = draft.reading.document.text
    lower = word.lower()
    possessive = lower in _POSSESSIVE or (lower == "her" and bool(_NOUN_FOLLOWS.match(text, span.end)))
    if possessive or lower in _PERSONAL or lower == "her":
        ending = ("’" if entity.name.endswith("s") else "’s") if possessive else ""
        return (
            Change(start=span.start, end=span.start, op="insert", text=f"[{entity.name}{ending}]",
                   rule="antecedent", evidence=(entity.first,)),
            Change(start=span.start, end=span.end, op="drop", text="", rule="antecedent",
                   evidence=(entity.first,)),
        )
    return (
        Change(start=span.end, end=span.end, op="insert", text=f" [{entity.name}]", rule="antecedent",
               evidence=(entity.first,)),
    )
