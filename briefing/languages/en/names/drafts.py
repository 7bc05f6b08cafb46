"""Entities of an article while they grow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.languages.en.names.candidates import NameCandidate
from briefing.languages.en.names.spelling import fold_word, name_parts, surname_of
from briefing.model import EntityKind, Span


@dataclass(slots=True, kw_only=True)
class EntityDraft:
    """An entity while it grows; `mentions` are (start, end), `named` the ends of the full ones in
    order.
    """

    key: str
    kind: EntityKind
    name: str
    first: Span
    passage: int
    role: Span | None = None
    sex: Literal["he", "she"] | None = None
    title: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    paired: bool = False
    forms: list[str] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    mentions: list[tuple[int, int]] = field(default_factory=list)


def add_candidate(
    drafts: dict[str, EntityDraft], candidate: NameCandidate, kind: EntityKind
) -> None:
    """Enter a candidate as the entity that it names in full, or as one more mention of it."""
    bundle = candidate.bundle
    draft = drafts.get(bundle)
    if draft is None:
        draft = drafts[bundle] = EntityDraft(
            key=bundle, kind=kind, name=candidate.text, passage=candidate.passage,
            first=Span(start=candidate.start, end=candidate.end),
            last=surname_of(name_parts(candidate.text)) if kind == "person" else (),
            paired=candidate.paired,
        )  # fmt: skip
    draft.paired = draft.paired and candidate.paired
    draft.named.append(candidate.end)
    add_mention(draft, candidate)


def add_mention(draft: EntityDraft, candidate: NameCandidate) -> None:
    """Enter a mention, with what it shows of its entity: role, sex, title, a longer name."""
    draft.mentions.append((candidate.start, candidate.end))
    if candidate.text not in draft.forms:
        draft.forms.append(candidate.text)
    if draft.kind == "person":
        _learn_person(draft, candidate)
    elif draft.kind == candidate.kind == "body":
        draft.role = draft.role or candidate.role


def _learn_person(draft: EntityDraft, candidate: NameCandidate) -> None:
    """Enter what a mention shows of a person that isn't known yet."""
    draft.role = draft.role or candidate.role
    draft.sex = draft.sex or candidate.sex
    draft.title = draft.title or candidate.title
    if len(name_parts(candidate.text)) > len(name_parts(draft.name)):
        draft.name = candidate.text


def absorb_draft(drafts: dict[str, EntityDraft], draft: EntityDraft, bundle: str) -> None:
    """Join the entity of another key to one, unless that is a person."""
    other = drafts.get(bundle)
    if other is None or other.kind == "person" or other is draft:
        return
    draft.mentions.extend(other.mentions)
    draft.forms.extend(form for form in other.forms if form not in draft.forms)
    draft.first = min(draft.first, other.first)
    del drafts[bundle]


def fold_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, folded, as the key of its short forms."""
    return tuple(map(fold_word, words))
