"""Finding the names of one article: candidates passage by passage, then joined."""

import re
from collections.abc import Collection, Sequence
from itertools import chain

from briefing.language import late
from briefing.languages.en.names import candidates as gather
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.drafts import EntityDraft
from briefing.languages.en.names.join import join_candidates
from briefing.languages.en.names.pins import Pinned
from briefing.languages.en.names.spelling import name_key, same_person
from briefing.model import Document, Entity, Mention, Passage, Span

_PLAIN = late.pattern(r"\b[a-z][a-z'’-]*")
_LONGEST = 20_000


def find_names(
    document: Document, passages: Sequence[Passage], pinned: Sequence[Pinned]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The persons, bodies and places an article names, and every place where it names them.

    Dropped passages are left out. Both results are in reading order. A surname that two people
    share is a mention only where the text decides whose it is. What is pinned takes the pinned kind
    and its names' key.
    """
    live = [passage for passage in passages if passage.dropped is None]
    text = document.text
    plain = frozenset().union(*(_PLAIN.findall(text, one.start, one.end) for one in live))
    found: list[gather.NameCandidate] = []
    for index, passage in enumerate(live):
        if passage.kind == "heading":
            continue
        for span in passage.sentences:
            if span.end - span.start > _LONGEST:
                continue
            words = wording.split_words(text, span.start, span.end)
            found.extend(gather.find_candidates(text, words, index, plain))
    drafts = join_candidates(found, text)
    drafts = _pin_names(drafts, pinned, text, live)
    return _make_entities(drafts), _make_mentions(drafts)


def _make_entities(drafts: Sequence[EntityDraft]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            key=draft.key, kind=draft.kind, name=draft.name, forms=tuple(draft.forms),
            first=draft.first,
            role=draft.role, sex=draft.sex,
        )
        for draft in sorted(drafts, key=lambda draft: (draft.first, draft.key))
    )  # fmt: skip


def _make_mentions(drafts: Sequence[EntityDraft]) -> tuple[Mention, ...]:
    rows = sorted(
        {(start, end, draft.key, draft.kind) for draft in drafts for start, end in draft.mentions}
    )
    return tuple(
        Mention(start=start, end=end, entity=entity, kind=kind) for start, end, entity, kind in rows
    )


def _pin_names(
    drafts: list[EntityDraft], pinned: Sequence[Pinned], text: str, live: Sequence[Passage]
) -> list[EntityDraft]:
    """Give pinned names their kind and key, and find their aliases wherever the rules did not."""
    for pin in pinned:
        drafts = _pin_name(drafts, pin, text, live)
    return drafts


def _pin_name(
    drafts: list[EntityDraft], pin: Pinned, text: str, live: Sequence[Passage]
) -> list[EntityDraft]:
    """Make one entity, the last, of all that a pin names; the same ones where it names nothing."""
    spellings = (pin.name, *pin.aliases)
    keys = {name_key(spelling) for spelling in spellings}
    mine = [draft for draft in drafts if _is_pinned(draft, pin, keys)]
    others = [draft for draft in drafts if not _is_pinned(draft, pin, keys)]
    persons = [draft for draft in others if draft.kind == "person"]
    places = _spelling_places(spellings, text, live, (*mine, *persons))
    return [*others, _merge_pinned(pin, mine, places, text)] if mine or places else drafts


def _is_pinned(draft: EntityDraft, pin: Pinned, keys: Collection[str]) -> bool:
    """Whether an entity is the pinned one, whose spellings have these keys."""
    person = pin.kind == draft.kind == "person"
    return draft.key in keys or (person and same_person(draft.name, pin.name))


def _spelling_places(
    spellings: tuple[str, ...], text: str, live: Sequence[Passage], named: Sequence[EntityDraft]
) -> list[tuple[int, int]]:
    """Where spellings stand in live passages as whole words, mentions of the `named` aside."""
    spelt = sorted({*spellings} - {""}, key=lambda s: (-len(s), s))
    printed = [spelling for spelling in spelt if spelling in text]
    if not printed:
        return []
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, printed)) + r")(?!\w)")
    inside = {at for draft in named for start, end in draft.mentions for at in range(start, end)}
    found = (pattern.finditer(text, passage.start, passage.end) for passage in live)
    return [match.span() for match in chain(*found) if match.start() not in inside]


def _merge_pinned(
    pin: Pinned, mine: Sequence[EntityDraft], places: Sequence[tuple[int, int]], text: str
) -> EntityDraft:
    """The entity of a pin, with what was found of it and where its spellings stand besides."""
    mentions = sorted({span for draft in mine for span in draft.mentions} | set(places))
    forms = list(dict.fromkeys(text[start:end] for start, end in mentions))
    name = max((draft.name for draft in mine), key=len, default=max(forms, key=len))
    opening = Span(start=mentions[0][0], end=mentions[0][1])
    return EntityDraft(
        key=name_key(pin.name),
        kind=pin.kind,
        name=name,
        first=next((draft.first for draft in mine if draft.name == name), opening),
        passage=0,
        forms=forms,
        mentions=mentions,
        role=next(filter(None, (draft.role for draft in mine)), None),
        sex=next(filter(None, (draft.sex for draft in mine)), None),
    )
