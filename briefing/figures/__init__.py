"""Pictures from a brief's data, as SVG with a text alternative and the table behind each."""

from collections.abc import Mapping

from briefing.figures import coverage, locator, support, timeline
from briefing.figures.figure import Figure
from briefing.model import Brief, Document

__all__ = ["Figure", "draw_figures"]


def draw_figures(brief: Brief, documents: Mapping[str, Document]) -> tuple[Figure, ...]:
    """The figures that this brief has data for, at most one of each kind.

    A kind without data is left out; nothing is drawn that no source and no config states.
    """
    found = (
        support.draw_support(brief),
        timeline.draw_timeline(brief, documents),
        locator.draw_locator(brief),
        coverage.draw_coverage(brief),
    )
    return tuple(figure for figure in found if figure is not None)
