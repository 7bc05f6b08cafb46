"""Views as data: who holds them, in what role, to which outlet, when."""

from dataclasses import dataclass

from briefing.model import Attribution, Shortlist, Wanted
from briefing.offer.material import Material, room, serving, shared_room


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

    slug: str
    title: str
    tags: tuple[str, ...] = ()
    statements: int | None = None
    words: int | None = None
    introduction: str = ""
    older: bool = True

    def __call__(self, material: Material) -> Shortlist:
        """Give the statements that somebody is known to hold."""
        ranked = serving(material, self.slug, older=self.older)
        held = tuple(
            item for item in ranked if _held(item.candidate.statement.citations[0].attribution)
        )
        return Shortlist(
            wanted=Wanted(
                slug=self.slug,
                title=self.title,
                kind="positions",
                tags=self.tags,
                statements=room(self.statements, material),
                shared=shared_room(self.statements, material),
                words=self.words,
                introduction=self.introduction,
            ),
            ranked=held or ranked,
            considered={"without a holder": len(ranked) - len(held)},
        )


def _held(attribution: Attribution) -> bool:
    """Tell whether somebody holds it: a speaker is named, or the piece itself is a judgement."""
    return bool(attribution.speaker) or attribution.kind == "judgement"
