"""Views as data: who holds them, in what role, to which outlet, when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefing.model import (
    Actor,
    Attribution,
    Candidate,
    Gap,
    Pinned,
    Ranking,
    Reading,
    Section,
    SectionTable,
)
from briefing.offer.material import Material, serving_candidates
from briefing.sections.reading_order import order_by_speaker
from briefing.sections.tables import compare_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """Who holds which view: statements with a speaker or marked as judgement, speaker by speaker.

    slug: short name of the section.
    title: its heading.
    tags: which passages serve it; none means all.
    statements: how many views at most; not given, the sections share four pages.
    words: how many words at most; given, it replaces `statements`.
    introduction: Markdown of the analyst's that stands before the views.
    older: whether articles from before the window may serve it.
    """

    kind: ClassVar[str] = "positions"
    views: ClassVar[bool] = True
    signals: ClassVar[tuple[str, ...]] = (
        "@speech:analyst^2",
        "@opinion & @judgement^2",
        "@judgement & @speech:source",
    )

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    introduction: str = ""
    older: bool = True

    def rank(self, material: Material) -> Ranking:
        """The statements that somebody is known to hold; all of them where none is."""
        ranked = serving_candidates(material, self.slug, older=self.older)
        held = tuple(
            item for item in ranked if _is_held(item.candidate.statement.citations[0].attribution)
        )
        return Ranking(
            ranked=held or ranked, considered={"without a holder": len(ranked) - len(held)}
        )

    def order(self, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Order speaker by speaker."""
        return order_by_speaker(chosen)

    def table(self, _readings: Sequence[Reading], _pinned: Sequence[Pinned]) -> SectionTable:
        """It has no table."""
        return SectionTable()

    def actors(self, _section: Section) -> tuple[Actor, ...]:
        """It has no rows, so none."""
        return ()

    def gaps(self, section: Section) -> tuple[Gap, ...]:
        """Nothing told, or one outlet only; whether talks have led to anything is not asked of
        views.
        """
        from briefing.compose.gaps import find_thin  # noqa: PLC0415 - slow to import

        return find_thin(section)

    def faults(
        self, section: Section, readings: Sequence[Reading], pinned: Sequence[Pinned]
    ) -> tuple[str, ...]:
        """Rows, of which it has none."""
        return compare_tables(self.table(readings, pinned), section)


def _is_held(attribution: Attribution) -> bool:
    """Whether somebody holds it: a speaker is named, or the piece itself is a judgement."""
    return bool(attribution.speaker) or attribution.kind == "judgement"
