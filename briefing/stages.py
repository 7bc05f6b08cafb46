"""What a stage must be: the forms that the registry's kinds conform to.

A stage is a frozen dataclass. Its fields are its options in YAML, its docstring names them
(`name: what it means.`), and calling it does the work. It receives its own fields and nothing else
of the settings; what it needs from the walk comes as the call's arguments. Nobody inherits from
these.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from briefing.ingest.found import Found
from briefing.model import Artifact, Reading, Shortlist, Tag
from briefing.offer.material import Material
from briefing.render.templates import Templates
from briefing.render.view import Page


class Source(Protocol):
    """Finds what may be articles."""

    def __call__(self, base: Path, /) -> tuple[Found, ...]:
        """Give the files in order of their locators; `base` is the config's folder.

        Raises UserError where the source as a whole can't be had.
        """


class Tagger(Protocol):
    """Finds the passages of one article that a tag fits."""

    def __call__(self, reading: Reading, /) -> Mapping[int, Tag]:
        """Give a tag by passage number, its name left empty; a passage that earns none is left out."""


class Summarizer(Protocol):
    """Makes a section's statements, ranked, or the rows of its table."""

    @property
    def slug(self) -> str:
        """The section's short name."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Names of the tags whose passages serve it; none means all passages do."""

    def __call__(self, material: Material, /) -> Shortlist:
        """Give all that the section could say; what is told is decided for all sections at once."""


class Writer(Protocol):
    """Makes one file of an edition."""

    def __call__(self, page: Page, templates: Templates, /) -> Artifact:
        """Give the file; the same page and templates give the same bytes.

        Raises WorkError where it can't be made, UserError where a template of the user's is wrong.
        """
