"""Names in an article of a pack without rules of its own for them: those that the desk pins, in the
forms that the language gives them, and persons who speak under their full names, in a role.

Everything else is left unnamed: a body or a town that was taken for a person would be an actor of
the brief.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.language import lookalike, romanising
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Document, Entity, EntityKind, Mention, Passage, Pinned, Span, Speech

_FEWEST = 2  # words of a person's full name


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlaces:
    """One name with all places where it stands, in order."""

    key: str
    kind: EntityKind
    name: str
    role: Span | None
    places: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class NameRules:
    """How a pack finds names. Not slotted: its endings are read when first asked for."""

    lexicon: Lexicon

    @cached_property
    def _around(self) -> tuple[str, str]:
        """What may be written on to the beginning and the end of a name's words, as regular
        expressions.
        """
        before = "|".join(self.lexicon.entries("names", "before"))
        after = "|".join(self.lexicon.entries("names", "endings"))
        return f"(?:{before})?" if before else "", f"(?:{after})?" if after else ""

    def find(
        self,
        document: Document,
        passages: Sequence[Passage],
        pinned: Sequence[Pinned],
        speech: Sequence[Speech],
    ) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
        """Entities by their first mention, and all mentions in order of the text."""
        named = [*self._pinned(document.text, passages, pinned)]
        keys = {one.key for one in named}
        named += [
            one for one in self._speakers(document.text, passages, speech) if one.key not in keys
        ]
        entities = [_make_entity(document.text, one) for one in named]
        mentions = {
            (place.start, place.end, one.key, one.kind) for one in named for place in one.places
        }
        return (
            tuple(sorted(entities, key=lambda one: (one.first, one.key))),
            tuple(
                Mention(start=start, end=end, entity=key, kind=kind)
                for start, end, key, kind in sorted(mentions)
            ),
        )

    def _pinned(
        self, text: str, passages: Sequence[Passage], pinned: Sequence[Pinned]
    ) -> Iterator[NamedPlaces]:
        """The names that the desk pins, in any form that their words may take."""
        for pin in pinned:
            spellings = [one for one in (pin.name, *pin.aliases) if one]
            places = self._places(text, passages, spellings)
            if pin.kind == "person":
                places = tuple(sorted({*places, *_find_romanised(text, passages, spellings)}))
            if places:
                key = lookalike.spelling_key(pin.name)
                yield NamedPlaces(key=key, kind=pin.kind, name=pin.name, role=None, places=places)

    def _speakers(
        self, text: str, passages: Sequence[Passage], speech: Sequence[Speech]
    ) -> Iterator[NamedPlaces]:
        """Persons whose role stands beside their name of two words or more, where they speak."""
        seen: set[str] = set()
        for one in speech:
            key = lookalike.spelling_key(one.speaker)
            if not one.role or len(one.speaker.split()) < _FEWEST or key in seen:
                continue
            seen.add(key)
            places = self._places(text, passages, [one.speaker])
            if places:
                role = _role_span(text, one)
                yield NamedPlaces(
                    key=key, kind="person", name=one.speaker, role=role, places=places
                )

    def _places(
        self, text: str, passages: Sequence[Passage], spellings: Sequence[str]
    ) -> tuple[Span, ...]:
        """Where one of some spellings stands as whole words, none inside another; where no space
        parts words, anywhere.
        """
        before, after = self._around
        forms = "|".join(
            r"[\s-]+".join(f"{re.escape(word)}{after}" for word in one.split())
            for one in sorted(spellings, key=lambda one: (-len(one), one))
        )
        edges = (r"(?<!\w)", r"(?!\w)") if self.lexicon.spaced else ("", "")
        pattern = re.compile(rf"{edges[0]}{before}(?P<name>{forms}){edges[1]}")
        return tuple(
            Span(start=match.start("name"), end=match.end("name"))
            for passage in passages
            for match in pattern.finditer(text, passage.start, passage.end)
        )


def _find_romanised(
    text: str, passages: Sequence[Passage], spellings: Sequence[str]
) -> Iterator[Span]:
    """Where one of some full names stands in Cyrillic letters though no spelling has it so."""
    wanted = frozenset(filter(None, map(romanising.full_name_key, spellings)))
    for passage in passages if wanted else ():
        yield from romanising.find_full_names(text, passage.start, passage.end, wanted)


def _role_span(text: str, speech: Speech) -> Span | None:
    """Where the words of a speaker's role stand."""
    place = speech.evidence[0]
    start = text.find(speech.role, place.start, place.end)
    return Span(start=start, end=start + len(speech.role)) if start >= 0 else None


def _make_entity(text: str, named: NamedPlaces) -> Entity:
    forms = dict.fromkeys(text[place.start : place.end] for place in named.places)
    return Entity(
        key=named.key,
        kind=named.kind,
        name=named.name,
        forms=tuple(forms),
        first=named.places[0],
        role=named.role,
    )
