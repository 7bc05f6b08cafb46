"""What the analyst writes, in Markdown: the one text that may bring markup, sanitised first."""

import re

import markdown
import nh3

from briefing.render.plain import clean_line, safe_web_link
from briefing.render.view import Rich

_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "blockquote", "br", "sub", "sup"}
_BLOCKS = re.compile(r"</?(?:p|ul|ol|li|blockquote|br)\b[^>]*>")
_HREF = re.compile(r"[^\n]+")


def render_rich(text: str) -> Rich:
    """Render the analyst's Markdown; what is no plain running text is taken out, words kept.

    Links survive only to http and https. Headings, images, tables and scripts do not.
    """
    lines = "\n".join(clean_line(line) for line in _HREF.findall(text) or [""])
    html = nh3.clean(
        markdown.markdown(lines, output_format="html"),
        tags=_TAGS,
        clean_content_tags={"script", "style"},
        attributes={"a": {"href"}},
        attribute_filter=lambda _tag, _name, value: safe_web_link(value) or None,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer external",
    ).strip()
    inline = html.removeprefix("<p>").removesuffix("</p>")
    shown = inline if "<p>" not in inline and html.startswith("<p>") else html
    bare = nh3.clean(_BLOCKS.sub(" ", html), tags=set())
    return Rich(html=shown, text=clean_line(_unescape_entities(bare)), markdown=lines)


def _unescape_entities(text: str) -> str:
    """Turn the few entities that the sanitiser writes back into characters."""
    for entity, character in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\N{NO-BREAK SPACE}"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, character)
    return text
