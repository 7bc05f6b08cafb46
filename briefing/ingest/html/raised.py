"""What a page sets beside its text: note marks and powers, raised; words that were struck out.

A raised note mark would else become part of the number before it ("12" with note 3 would read 123),
and struck-out words would be told. Both leave the text; signs of ours round them stay in the tree,
so that the marks know where they stood. What may be a power as well stays, in raised characters.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import asides, raising
from briefing.ingest.asides import NOTE, STRUCK
from briefing.ingest.html import sheets
from briefing.ingest.html.selecting import Search

_RAISED = (
    "sup,.sup,.superscript,.footnote-ref,.footnoteref,.noteref,.fnref,.endnote-ref,"
    "[role=doc-noteref],"
    'span[class*="footnote" i],span[class*="endnote" i]'
)
_NOTED = re.compile(r"foot-?note|end-?note|note-?ref|fn-?ref", re.IGNORECASE)
_LEADS = 'a[href^="#"]'
_DELETED = "s,strike,del"
_STYLES = {
    STRUCK: re.compile(r"(?:^|;)text-decoration(?:-line)?:[^;]*line-through"),
    NOTE: re.compile(
        r"(?:^|;)(?:vertical-align:(?:super|text-top|\+?(?=[\d.]*[1-9])[\d.]+(?:em|ex|rem|px|pt|%))"
        r"|position:relative;(?:.*;)?(?:top:-|bottom:)(?=[\d.]*[1-9])[\d.]+(?:em|ex|rem|px|pt|%)"
        r"|(?:top:-|bottom:)(?=[\d.]*[1-9])[\d.]+(?:em|ex|rem|px|pt|%);(?:.*;)?position:relative)"
    ),
}
_WORDS = {STRUCK: "line-through", NOTE: "super"}
_SHIFTED = 'span[style*="vertical-align" i],span[style*="relative" i]'  # words moved in their line
_STYLED = {
    STRUCK: '[style*="line-through" i]',
    NOTE: f'[style*="super" i],{_SHIFTED}',
}
_ANY = ",".join([_DELETED, _RAISED, "sub", *_STYLED.values()])
_INLINE = frozenset(
    {"a", "b", "cite", "em", "font", "i", "mark", "q", "span", "strong", "u", "sup"}
)
_LONGEST_MARK = 40
_LONGEST_STYLE = 2_000


def take_raised(tree: LexborHTMLParser, css: tuple[str, ...]) -> None:
    """Put note marks and struck-out words of `tree`, whose sheets are `css`, between signs of ours,
    and raise powers.

    Raised letters stay as they are ("4th").
    """
    body = tree.body
    if body is None:
        return
    told = _judge_all(tree, body, css)
    sure = any(verdict == "note" for _, verdict in told)
    for node, verdict in told:
        words = _node_line(node)
        if verdict == "note" or (verdict == "open" and sure):
            _replace_node(node, f"{NOTE}{words}{NOTE}")
        elif verdict != "plain":
            _replace_node(node, raising.raise_figures(words))


def _judge_all(
    tree: LexborHTMLParser, body: LexborNode, css: tuple[str, ...]
) -> list[tuple[LexborNode, raising.Verdict]]:
    """What each raised element of a page is, and each link that is a note's mark."""
    raised = _sort_raised(tree, body, css) if _has_any(body, css) else []
    told = [(node, _judge_raised(node)) for node in raised]
    told += [(node, "note") for node in body.css(_LEADS) if _leads_to_note(node)]
    return told


def _has_any(body: LexborNode, css: tuple[str, ...]) -> bool:
    """Whether anything may be raised, lowered or struck out: one look at a page, where most have
    nothing of it.
    """
    said = any(word in sheet for sheet in css for word in _WORDS.values())
    return said or body.css_first(_ANY) is not None


def _sort_raised(
    tree: LexborHTMLParser, body: LexborNode, css: tuple[str, ...]
) -> list[LexborNode]:
    """The short raised elements of a page, once what is struck out and lowered was replaced."""
    for node in [*body.css(_DELETED), *_styled_elements(tree, css, STRUCK)]:
        _replace_node(node, f"{STRUCK}{_node_line(node)}{STRUCK}")
    _lower_figures(body)
    raised = [*body.css(_RAISED), *_styled_elements(tree, css, NOTE)]
    return [node for node in raised if len(node.text()) <= _LONGEST_MARK]


def _styled_elements(tree: LexborHTMLParser, css: tuple[str, ...], sign: str) -> list[LexborNode]:
    """Elements that an attribute or a sheet of the page strikes out, or raises."""
    found = [node for node in tree.css(_STYLED[sign]) if _STYLES[sign].search(_own_style(node))]
    if any(_WORDS[sign] in sheet for sheet in css):
        found += _nodes_by_sheets(tree, css, sign)
    return [node for node in found if node.tag not in {"html", "body"}]


def _own_style(node: LexborNode) -> str:
    """The declarations of an element's attribute as the patterns know them."""
    return sheets.squeeze_style((node.attributes.get("style") or "")[:_LONGEST_STYLE])


def _nodes_by_sheets(
    tree: LexborHTMLParser, css: tuple[str, ...], sign: str
) -> Iterator[LexborNode]:
    """The elements that a sheet of the page strikes out, or raises."""
    search = Search(tree=tree)
    for rule in sheets.sheet_rules(sheets.sheet_blocks(css), (_WORDS[sign],)):
        written = ";".join(f"{name}:{value}" for name, value in rule.declared.items())
        if _STYLES[sign].search(written):
            yield from search.select(rule.selector)


def _judge_raised(node: LexborNode) -> raising.Verdict:
    linked = node.css_first("a[href]") is not None or _is_link(node.parent)
    linked = linked or _NOTED.search(node.attributes.get("class") or "") is not None
    return raising.decide_raised(_text_before(node), node.text(), linked=linked)


def _is_link(node: LexborNode | None) -> bool:
    return node is not None and node.tag == "a" and "#" in (node.attributes.get("href") or "")


def _leads_to_note(node: LexborNode) -> bool:
    """Whether a link within the page is a note's mark that hangs on the word before it."""
    before = _text_before(node)
    return (
        raising.is_mark(node.text())
        and bool(before)
        and not before[-1].isspace()
        and node.css_first("sup") is None
        and (node.parent is None or node.parent.tag != "sup")
    )


def _text_before(node: LexborNode) -> str:
    """What stands right before an element in its line, as far as one neighbour tells."""
    at: LexborNode | None = node
    while at is not None:
        before = at.prev
        if before is not None:
            return asides.drop_asides(before.text())
        at = at.parent if at.parent is not None and at.parent.tag in _INLINE else None
    return ""


def _lower_figures(body: LexborNode) -> None:
    """Lower the figures that stand below another figure; those of CO2 are read as they are."""
    for node in body.css("sub"):
        if _text_before(node)[-1:].isdigit() and node.text().strip().isdigit():
            _replace_node(node, raising.lower_figures(node.text()))


def _node_line(node: LexborNode) -> str:
    return " ".join(asides.drop_asides(node.text()).split())


def _replace_node(node: LexborNode, words: str) -> None:
    """Put words in an element's place, unless it went with another one."""
    if node.parent is not None:
        node.replace_with(words)
