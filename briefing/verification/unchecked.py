"""What can't be checked, and why, named field by field as brief.json has them."""

from dataclasses import dataclass

PREFIX = "not checked: "

WHICH = "all of "

CAUSES = ("changes",)
"""What only the articles of that day, or the edition's record, show of what changed."""

CHANGES = (*CAUSES, "sections[].statements[].id", "sections[].statements[].change")
"""What only the edition before, or the edition's record, shows."""

DESK = (
    *("title", "slug", "marking", "language", "audience", "contact", "next_edition"),
    *("as_of", "window", "names", "judgements", "disagreements"),
    *(f"sections[].{name}" for name in ("slug", "title", "kind", "introduction")),
    *("sections[].considered", "sections[].elsewhere"),
    *(f"questions[].{name}" for name in ("section", "text", "terms")),
    *(f"sections[].statements[].{name}" for name in ("pinned", "translations")),
    f"{WHICH}questions",
)
"""What only the desk's files show."""

SUPPLIED = tuple(
    f"sources[].{name}"
    for name in (
        *("title", "outlet", "author", "kind", "url", "published", "reliability", "note"),
        *("known", "caveats"),
    )
)
"""What the desk may have supplied of a source."""

CHOICE = (
    *(f"{WHICH}sections[].{name}" for name in ("statements", "rows")),
    *(f"{WHICH}{name}" for name in ("bottom_line", "timeline", "disagreements", "sources")),
    *("sections[].considered", "sections[].elsewhere", "sources[].considered"),
    *("unlisted", "unrelated", "editor"),
)
"""Whether all is there, and in order: shown only by walking the walk again. What is there is
checked."""

WHOLE = (
    *("sections[].rows", "sections[].columns", "actors", "sources[].family", "sources[].relation"),
    "sources[].superseded",
    *(f"{WHICH}sections[].statements[].{name}" for name in ("support", "citations")),
    *(f"{WHICH}sections[].statements[].{name}" for name in ("outlets", "origins")),
)
"""What is made of all articles together."""

PLACED = (f"{WHICH}places",)
"""Whether a reader's copy has the places of its sections, and in order: the whole has them."""

ASIDE = tuple(f"sources[].{name}" for name in ("quarantined", "size", "sha256", "path"))
"""Why a source was set aside, and which file it was."""

BY_RULES = (
    *(f"sections[].{name}" for name in ("statements", "rows", "columns", "health")),
    *("bottom_line", "timeline", "disagreements", "actors", "places", "gaps", "questions"),
    *("sources", "changes"),
)
"""What the rules of a program give: of another's only words are checked."""

ANSWERED = ("editor", *(f"{WHICH}{name}" for name in ("sections[].statements", "bottom_line")))
"""What a model answered, and what is told because of that: its edition's record alone has it."""

PERSONAL = ("changes", "bottom_line", "rendition", "sections[].statements[].change")
"""What a copy tells its reader alone."""

OF_KINDS = ("sections[].rows", "sections[].columns", "actors", "gaps", "bottom_line")
"""What a kind of section makes by its own rules."""

TEXTS = (
    *(f"sources[].{name}" for name in ("sha256", "size", "encoding", "language", "translated")),
    *(f"sources[].{name}" for name in ("marks", "pages", "retrieved", "path", "locator")),
    *SUPPLIED,
)
"""What only a source's own bytes show, where an edition keeps its text alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """Fields that nothing at hand shows, with the reason."""

    fields: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        """Give it as a line for the reader."""
        return f"{PREFIX}{', '.join(self.fields)}: {self.reason}"
