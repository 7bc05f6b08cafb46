"""The writer of brief.md."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import digest
from briefing.model import Artifact, Brief

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """Markdown with footnote citations and tables, for a wiki or a repository."""

    name: str = "brief.md"

    def __call__(
        self, page: "PageView", templates: "Templates", _brief: Brief | None = None
    ) -> Artifact:
        """The page as Markdown; every text in it is escaped, whatever the template does."""
        content = templates.render("brief.md.j2", {"page": page}, {}, page.language).encode()
        return Artifact(
            name=self.name,
            media_type="text/markdown",
            content=content,
            sha256=digest.of_bytes(content),
        )
