"""From shortlists to the brief: what is told, in which order, with which numbers."""

from briefing.compose.brief import compose_sections

__all__ = ["compose_sections"]
