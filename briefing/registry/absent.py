"""A kind that a brief names and nobody here has the code of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefing.model import Actor, Brief, Cell, Gap, Pinned, Reading, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentKind:
    """Stands in for a user's own kind where only the brief is at hand: what it says is taken as
    stated.

    Whoever verifies with it must say so: gaps, actors and rows are not made anew.
    """

    views: ClassVar[bool] = False

    kind: str
    brief: Brief

    def actors(self, section: Section) -> tuple[Actor, ...]:
        """The stated actors whom a row of the section names."""
        named = {cell.text for cell in section.cells}
        return tuple(actor for actor in self.brief.actors if actor.name in named)

    def gaps(self, section: Section) -> tuple[Gap, ...]:
        """The stated gaps that are marked as the section's."""
        return tuple(one for one in self.brief.gaps if one.slots.get("section") == section.title)

    def faults(
        self, section: Section, _readings: Sequence[Reading], _pinned: Sequence[Pinned]
    ) -> tuple[str, ...]:
        """Cells with a word that does not stand in what they cite."""
        return tuple(
            f"{cell.text!r} does not stand in its citations"
            for cell in section.cells
            if cell.citations and not _stands(cell)
        )


def _stands(cell: Cell) -> bool:
    quoted = " ".join(citation.quote for citation in cell.citations)
    return all(word in quoted for word in cell.text.split())
