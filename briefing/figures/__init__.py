"""Pictures from a brief's data, as SVG with a text alternative and the table behind each."""

from collections.abc import Mapping

from briefing.figures import coverage, locator, support, timeline
from briefing.figures.figure import Figure
from briefing.language.phrases import find_phrases
from briefing.model import Brief, Document

__all__ = ["Figure", "draw_figures"]


def draw_figures(brief: Brief, documents: Mapping[str, Document]) -> tuple[Figure, ...]:
    """The figures that this brief has data for, at most one of each kind.

    A kind without data is left out; nothing is drawn that no source and no config states.
    """
    words = find_phrases(brief.frame.language)
    found = (
        support.draw_support(brief, words),
        timeline.draw_timeline(brief, documents, words),
        locator.draw_locator(brief, words),
        coverage.draw_coverage(brief, words),
    )
    return tuple(figure for figure in found if figure is not None)
