"""The corridor: the only room that knows every stage. Read `walk` from top to bottom to know the product."""

from briefing.pipeline.build import BuildOptions, Outcome, build
from briefing.pipeline.look import check, explain, passages, sources
from briefing.pipeline.verify import examine, verify

__all__ = [
    "BuildOptions",
    "Outcome",
    "build",
    "check",
    "examine",
    "explain",
    "passages",
    "sources",
    "verify",
]
