"""The plain section: cited statements that cover what its passages say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from briefing.model import (
    Actor,
    Candidate,
    Gap,
    Pinned,
    Ranking,
    Reading,
    Section,
    SectionTable,
)
from briefing.offer.material import Material, serving_candidates
from briefing.sections.reading_order import order_by_article
from briefing.sections.tables import compare_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Cited statements on the section's tags.

    slug: short name of the section.
    title: its heading.
    tags: which passages serve it; none means all.
    statements: how many statements at most; not given, the sections share four pages.
    words: how many words at most; given, it replaces `statements`.
    introduction: Markdown of the analyst's that stands before the statements.
    older: whether articles from before the window may serve it.
    """

    kind: ClassVar[str] = "digest"
    views: ClassVar[bool] = False
    signals: ClassVar[tuple[str, ...]] = ()

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    introduction: str = ""
    older: bool = False

    def rank(self, material: Material) -> Ranking:
        """Every statement that may serve the section; which are told is decided for all
        sections at once.
        """
        return Ranking(ranked=serving_candidates(material, self.slug, older=self.older))

    def order(self, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Order article by article, the strongest statement's first."""
        return order_by_article(chosen)

    def table(self, _readings: Sequence[Reading], _pinned: Sequence[Pinned]) -> SectionTable:
        """It has no table."""
        return SectionTable()

    def actors(self, _section: Section) -> tuple[Actor, ...]:
        """It has no rows, so none."""
        return ()

    def gaps(self, section: Section) -> tuple[Gap, ...]:
        """Talks without a decision; nothing told, or one outlet only."""
        from briefing.compose import gaps  # noqa: PLC0415 - slow to import

        return (*gaps.find_undecided(section), *gaps.find_thin(section))

    def faults(
        self, section: Section, readings: Sequence[Reading], pinned: Sequence[Pinned]
    ) -> tuple[str, ...]:
        """Rows, of which it has none."""
        return compare_tables(self.table(readings, pinned), section)
