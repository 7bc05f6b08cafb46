"""What a section's kind looks for besides the terms an analyst lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from briefing.model import Reading, Tag
from briefing.tag.pattern import Entry, Signal, parse
from briefing.tag.terms import Terms

BY_KIND: Mapping[str, tuple[Entry, ...]] = {
    "actors": ("@person+office^1.5", "@meeting", "@statement^0.5"),
    "positions": ("@speech:analyst^2", "@opinion & @judgement^2", "@judgement & @speech:source"),
}
"""Entries that a tag gains when a section of this kind takes it and it names no signal of its own."""


class Tagger(Protocol):
    """What gives one article's passages a tag: by passage number, the name left empty."""

    def __call__(self, reading: Reading, /) -> Mapping[int, Tag]:
        """Give the tags; a passage that earns none is left out."""


class Section(Protocol):
    """What is asked of a section of the configuration."""

    @property
    def kind(self) -> str:
        """The section's kind: digest, actors, positions."""

    @property
    def tags(self) -> Sequence[str]:
        """Names of the tags it takes."""


def for_sections(tags: Mapping[str, Tagger], sections: Sequence[Section]) -> Mapping[str, Tagger]:
    """Give `tags` with what the kinds of the sections that take them add.

    A tag that several kinds share gains nothing: what one section looks for would flood the other.
    A tag that names a signal keeps to what its author wrote, and so does a tagger of another make.
    """
    kinds: dict[str, set[str]] = {}
    for section in sections:
        for name in section.tags:
            kinds.setdefault(name, set()).add(section.kind)
    return {name: _with(tagger, kinds.get(name, set())) for name, tagger in tags.items()}


def _with(tagger: Tagger, kinds: set[str]) -> Tagger:
    gained = BY_KIND.get(next(iter(kinds)), ()) if len(kinds) == 1 else ()
    if not gained or not isinstance(tagger, Terms) or _signals(tagger):
        return tagger
    return replace(tagger, terms=(*tagger.terms, *gained))


def _signals(tagger: Terms) -> bool:
    return any(
        isinstance(leaf, Signal)
        for entry in tagger.terms
        for term in parse(entry)
        for group in term.groups
        for leaf in group
    )
