"""The plain section: cited statements that cover what its passages say."""

from dataclasses import dataclass

from briefing.model import Shortlist, Wanted
from briefing.offer.material import Material, room, serving, shared_room


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

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    introduction: str = ""
    older: bool = False

    def __call__(self, material: Material) -> Shortlist:
        """Give every statement that may serve the section; which are told is decided for all sections at once."""
        return Shortlist(
            wanted=Wanted(
                slug=self.slug,
                title=self.title,
                kind="digest",
                tags=self.tags,
                statements=room(self.statements, material),
                shared=shared_room(self.statements if self.words is None else 0, material),
                words=self.words,
                introduction=self.introduction,
            ),
            ranked=serving(material, self.slug, older=self.older),
        )
