"""What a finished section is asked through its kind, by whoever has the brief."""

from collections.abc import Sequence
from typing import Protocol

from briefing.model.brief import Actor, Gap, Section
from briefing.model.reading import Pinned, Reading


class SectionRules(Protocol):
    """What a kind knows of a section that is told: all that composing, mailing and verifying ask of
    it.
    """

    @property
    def kind(self) -> str:
        """The word that brief.json has for the kind."""

    @property
    def views(self) -> bool:
        """Whether its statements are views, so that it matters most who holds them."""

    def actors(self, section: Section, /) -> tuple[Actor, ...]:
        """The actors that the rows of `section` tell, as data; none where its rows are of something
        else.
        """

    def gaps(self, section: Section, /) -> tuple[Gap, ...]:
        """What `section` leaves open, worked out from nothing but `section`.

        Each is marked with the section's title (slot `section`), so that a reader's copy keeps it.
        """

    def faults(
        self, section: Section, readings: Sequence[Reading], pinned: Sequence[Pinned], /
    ) -> tuple[str, ...]:
        """What `verify` asks: all that is not as these articles and pinned names give it, a line
        each.

        Statements are proved for every kind alike; this is for what the kind adds, as its table.
        """
