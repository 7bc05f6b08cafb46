"""Articles of wires and archives that stand in one <pre>: lines broken at a margin, paragraphs
parted by empty lines, which a page shows as they are and other markup doesn't tell of.
"""

from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest.clean.page import read_line
from briefing.ingest.wrapped import join_wrapped

_TEXT = "-text"


def part_preformatted(tree: LexborHTMLParser) -> None:
    """Make paragraphs of the lines of each <pre> in a page that holds prose and no elements, as
    they are read in a plain text: those that were broken at a margin are joined.
    """
    for node in tree.css("pre"):
        lines = _prose_lines(node)
        if lines:
            node.inner_html = "".join(f"<p>{escape(line)}</p>" for line in lines)


def _prose_lines(node: LexborNode) -> list[str]:
    """The lines of an element with a sentence of some length among them, else nothing."""
    if any(child.tag != _TEXT for child in node.iter(include_text=True)):
        return []
    joined = join_wrapped(node.text().split("\n"))  # an indent counts in the width of a line
    lines = [line.strip() for line in joined if line.strip()]
    return lines if len(lines) > 1 and any(read_line(one, 0).prose for one in lines) else []
