"""What a section's kind looks for besides the terms an analyst lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from briefing.model import Reading, Tag
from briefing.tag.terms import Terms, asks_for_signal


class PassageTagger(Protocol):
    """What gives one article's passages a tag: by passage number, the name left empty."""

    def __call__(self, reading: Reading, /) -> Mapping[int, Tag]:
        """The tags; a passage that earns none is left out."""


class AskedSection(Protocol):
    """What is asked of a section: its kind's word, the tags it takes, what its kind looks for."""

    @property
    def kind(self) -> str:
        """The word for its kind."""

    @property
    def signals(self) -> Sequence[str]:
        """Entries that a tag gains when sections of this kind alone take it and it names no signal
        of its own.
        """

    @property
    def tags(self) -> Sequence[str]:
        """Names of the tags it takes."""


def for_sections(
    tags: Mapping[str, PassageTagger], sections: Sequence[AskedSection]
) -> Mapping[str, PassageTagger]:
    """`tags` with what the kinds of the sections that take them add.

    A tag that several kinds share gains nothing: what one section looks for would flood the other.
    A tag that names a signal keeps to what its author wrote, and so does a tagger of another make.
    """
    takers: dict[str, dict[str, Sequence[str]]] = {}
    for section in sections:
        for name in section.tags:
            takers.setdefault(name, {})[section.kind] = section.signals
    return {name: _with_signals(tagger, takers.get(name, {})) for name, tagger in tags.items()}


def _with_signals(tagger: PassageTagger, signals: Mapping[str, Sequence[str]]) -> PassageTagger:
    """A tag with the signals of the one kind that takes it."""
    gained = next(iter(signals.values())) if len(signals) == 1 else ()
    if not gained or not isinstance(tagger, Terms) or _has_signals(tagger):
        return tagger
    return replace(tagger, terms=(*tagger.terms, *gained))


def _has_signals(tagger: Terms) -> bool:
    return any(asks_for_signal(entry) for entry in tagger.terms)
