"""The writer of brief.html: one file that asks the network for nothing."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal

from briefing import digest
from briefing.model import Artifact, Brief
from briefing.render.templates import Templates
from briefing.render.view import PageView

Medium = Literal["screen", "print"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """One self-contained page; `script` false leaves out search and filters, the rest works
    without.
    """

    name: str = "brief.html"
    script: bool = True

    def __call__(
        self, page: PageView, templates: Templates, _brief: Brief | None = None
    ) -> Artifact:
        """The page as HTML whose Content-Security-Policy allows this style and script only."""
        style = templates.asset("screen.css")
        script = templates.asset("page.js") if self.script else ""
        content = render_document(page, templates, "screen", style, script).encode()
        return Artifact(
            name=self.name, media_type="text/html", content=content, sha256=digest.of_bytes(content)
        )


def render_document(
    page: PageView, templates: Templates, medium: Medium, style: str, script: str = ""
) -> str:
    """Run brief.html.j2 for a medium, with the policy that fits `style` and `script`."""
    values = {
        "page": page,
        "medium": medium,
        "policy": content_policy(style, script) if medium == "screen" else "",
    }
    return templates.render("brief.html.j2", values, {"style": style, "script": script})


def content_policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this very style and script, and nothing else."""
    scripts = _policy_hash(script) if script else "'none'"
    rules = (
        "default-src 'none'",
        f"style-src {_policy_hash(style)}",
        f"script-src {scripts}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _policy_hash(text: str) -> str:
    code = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{code}'"
