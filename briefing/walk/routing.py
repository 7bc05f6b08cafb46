"""Which sections a passage may serve."""

from dataclasses import dataclass

from briefing import tag
from briefing.job.load import Job
from briefing.model import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """A section as routing sees it."""

    slug: str
    tags: tuple[str, ...]


def passage_routes(job: Job, passage: Passage) -> tuple[tuple[str, float], ...]:
    """The sections a passage may serve, best first, each with its tag's score."""
    scores = {one.name: one.score for one in passage.tags}
    slugs = tag.route_passage(passage, section_wants(job))
    return tuple(
        (slug, max((scores.get(name, 0.0) for name in job.tags[slug]), default=1.0))
        for slug in slugs
    )


def section_wants(job: Job) -> tuple[Wanting, ...]:
    """The sections as routing sees them."""
    return tuple(Wanting(slug=slug, tags=tags) for slug, tags in job.tags.items())
