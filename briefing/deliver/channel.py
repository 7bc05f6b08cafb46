"""What a channel is asked: a way out to a room or a folder, where mail goes to readers.

A channel gets a released edition once, under the rules of mail: the intent is written before, the
receipt after, and what nobody knows is never taken for sent.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from briefing.deliver.courier import Commit, CourierAnswer
from briefing.deliver.plan import DeliveryPolicy

When = Literal["approval", "build"]
SendWhen = Literal["always", "news", "material"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedLine:
    """A statement on one line, with whose it is or why it changed in `note` ('' for neither)."""

    text: str
    note: str = ""

    @property
    def shown(self) -> str:
        """The line as rooms show it, which have no footnotes."""
        return f"{self.text} ({self.note})" if self.note else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsList:
    """What is new of one kind under its heading; `more` says in words that `{count}` were left
    out.
    """

    heading: str
    lines: tuple[PostedLine, ...]
    more: str
    hidden: int = 0

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines, and one more where some were left out."""
        left = (self.more.replace("{count}", str(self.hidden)),) if self.hidden else ()
        return (*(line.shown for line in self.lines), *left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """An edition as channels are told of it: plain texts on one line each, in one language.

    `id` is the same on every attempt. `folder_name` is the edition's number as its folder has it;
    `files` are the edition's own files by name, as they lie on this machine.
    """

    id: str
    number: int
    folder_name: str
    slug: str
    title: str
    marking: str
    edition: str
    date: str
    opening: str
    heading: str
    bottom_line: tuple[PostedLine, ...]
    news: tuple[NewsList, ...]
    files: Mapping[str, Path]


class Poster(Protocol):
    """Takes postings while its channel holds the way open."""

    def post(self, posting: Posting, commit: Commit) -> CourierAnswer:
        """Bring one edition there.

        `commit` is called once, before the first byte of content, and what it gives, if anything,
        before the last one, as for couriers. Raises Unreached where nothing could go.
        """


class Channel(Protocol):
    """A place that editions are brought to; it never decides which."""

    @property
    def kind(self) -> str:
        """The word for it that receipts have."""

    @property
    def name(self) -> str:
        """Which of them it is: receipts know it by this, so it stays the same."""

    @property
    def language(self) -> str:
        """The language of a posting's own words; '' for the brief's."""

    @property
    def after(self) -> When:
        """Whether an analyst must have let an edition go."""

    @property
    def send_when(self) -> SendWhen:
        """What is a reason to bring an edition there."""

    @property
    def policy(self) -> DeliveryPolicy:
        """What to do about postings that did not arrive."""

    def __call__(self, base: Path, /) -> AbstractContextManager[Poster]:
        """Open the way; leaving the context closes it. `base` is the config's folder.

        Entering raises Unreached where nothing could go, UserError where a secret is missing.
        """

    def preview(self, posting: Posting, /) -> tuple[str, bytes]:
        """The end of a file's name and what would be posted, to be looked at."""
