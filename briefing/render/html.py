"""The writer of brief.html: one file that asks the network for nothing."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing import digest
from briefing.language.phrases import Phrases, find_phrases
from briefing.model import Artifact, Brief

if TYPE_CHECKING:  # neither is needed to know what a config asks for
    from briefing.render.templates import Templates
    from briefing.render.view import PageView

_SAID = re.compile(r'"\{\{(?P<key>\w+)(?:\.(?P<part>[0-9]))?\}\}"')
Medium = Literal["screen", "print"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """One self-contained page; `script` false leaves out search and filters, the rest works
    without.
    """

    name: str = "brief.html"
    script: bool = True

    def __call__(
        self, page: "PageView", templates: "Templates", _brief: Brief | None = None
    ) -> Artifact:
        """The page as HTML whose Content-Security-Policy allows this style and script only."""
        style = templates.asset("screen.css") + mirrored_style(page, templates)
        script = self.page_script(templates, page.language)
        content = render_document(page, templates, "screen", style, script).encode()
        return Artifact(
            name=self.name, media_type="text/html", content=content, sha256=digest.of_bytes(content)
        )

    def page_script(self, templates: "Templates", language: str) -> str:
        """The script as it stands in a page of this language, "" for none."""
        return say_script(templates.asset("page.js"), language) if self.script else ""


def render_document(
    page: "PageView", templates: "Templates", medium: Medium, style: str, script: str = ""
) -> str:
    """Run brief.html.j2 for a medium, with the policy that fits `style` and `script`."""
    values = {
        "page": page,
        "medium": medium,
        "policy": content_policy(style, script) if medium == "screen" else "",
        "folio": phrase_parts(find_phrases(page.language), "page_of"),
    }
    return templates.render(
        "brief.html.j2", values, {"style": style, "script": script}, page.language
    )


def mirrored_style(page: "PageView", templates: "Templates", name: str = "screen-rtl.css") -> str:
    """What a page that reads from right to left asks for beside its style sheet, else nothing."""
    return templates.asset(name) if page.direction == "rtl" else ""


def say_script(script: str, language: str) -> str:
    """A script with the phrases of a language where its strings are `"{{key}}"`.

    Of a phrase with slots, `key.0` is what stands before the first, `key.1` what stands behind it.
    """
    words = find_phrases(language)
    return _SAID.sub(lambda found: _quote_phrase(words, found["key"], found["part"]), script)


def _quote_phrase(words: Phrases, key: str, part: str | None) -> str:
    """A phrase, or a part of it between its slots, as a string of a script; nothing in it ends the
    element that the script stands in.
    """
    text = words.say(key) if part is None else phrase_parts(words, key)[int(part)]
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")


def phrase_parts(words: Phrases, key: str) -> tuple[str, ...]:
    """What stands before, between and behind the slots of a phrase."""
    parts = [""]
    for text, slot in words.pieces(key, {}):
        if slot is None:
            parts[-1] += text
        else:
            parts.append("")
    return tuple(parts)


def content_policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this very style and script, and nothing else."""
    scripts = policy_hash(script) if script else "'none'"
    rules = (
        "default-src 'none'",
        f"style-src {policy_hash(style)}",
        f"script-src {scripts}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def policy_hash(text: str) -> str:
    """A style or a script as a Content-Security-Policy allows it."""
    code = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{code}'"
