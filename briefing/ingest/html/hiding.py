"""What a page holds and doesn't show: found by its attributes, inline styles and style sheets.

No layout is computed and no outer sheet is fetched. What can't be seen in any case (nothing
displayed, type of no size, text off the screen or in the colour of its ground) is taken out before
the text is
read: whoever hides words from readers must not have them quoted.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest.html import faint, sheets, styled
from briefing.ingest.html.selecting import Search, stands_in
from briefing.ingest.html.sheets import Blocks, squeeze_style

_ATTRIBUTES = (
    '[hidden],[aria-hidden="true" i],dialog:not([open]),input,[style*="ont-size"][style*=":0"]'
)
_STYLE = re.compile(
    r"(?:^|;)(?:"
    r"display:none"
    r"|visibility:(?:hidden|collapse)"
    r"|content-visibility:hidden"
    r"|opacity:(?:0|0?\.0\d*|0?%)(?=;|!|$)"
    r"|font(?:-size)?:(?:[^;]* )?(?:0?\.[0-2]\d*(?:[a-z]{2,4}|%)|0(?:[a-z]{2,4}|%)?"
    r"|1(?:\.\d+)?p[xt])(?=;|!|/| |$)"
    r"|(?:text-indent|left|top|right|bottom|margin-left|margin-top|margin):-\d{3,}"
    r"|(?:text-indent|left|top|right|bottom):[1-9]\d{3,}"
    r"|clip:rect\(0|clip:rect\(1px,?1px,?1px"
    r"|clip-path:(?:inset\((?:50|100)%|(?:circle|ellipse)\(0)"
    r"|transform:(?:scale\(0|translate[xy]?\(-\d{4})"
    r"|filter:opacity\(0(?:\.0\d*)?%?\)"
    r"|color:transparent|-webkit-text-fill-color:transparent"
    r"|(?:max-)?(?:width|height):[01](?:px|em|%)?;(?:.*;)?overflow:hidden"
    r"|overflow:hidden;(?:.*;)?(?:max-)?(?:width|height):[01](?:px|em|%)?(?=;|!|$)"
    r")"
)
_HINT = re.compile(
    r"display\s*:\s*none|hidden|opacity\s*:\s*[0.]|-\d{3}|\d{4}(?:px|em|%)"
    r"|font[^:]*:[^;]*(?<![\d.])[01.]|clip|scale|"
    r"collapse|transparent|opacity\(|\\",
    re.IGNORECASE,
)
# One of these stands in every rule that hides without a colour's help.
_WORDS = (
    *(
        "display:none",
        "visibility:hidden",
        "visibility:collapse",
        "opacity:0",
        "opacity:.0",
        "opacity(0",
        "scale(0",
    ),
    *(
        "font-size:0",
        "font-size:1p",
        "font-size:.",
        "font:",
        "clip:",
        "clip-path:",
        "color:transparent",
    ),
    *("height:0", "height:1p", "width:0", "width:1p"),
)
_FAR = re.compile(r":(?:-\d{3}|[1-9]\d{3})")  # or it moves words far away
_MOVED = ("animation", "animation-name", "transition")  # what comes into sight by itself is seen
_COMES = ("opacity", "visibility", "transform", "left", "top", "right", "bottom")
_LONGEST_STYLE = 2_000
_MOST_RULES = 300
# what stands here is no article, hidden or shown again
_AROUND = "nav,header,footer,aside,form,button,menu"
_FEW_RULES = 8  # more of them make it worth to ask for the page's classes first


def remove_hidden(
    tree: LexborHTMLParser, style: styled.PageStyle, *, sheets_count: bool = True
) -> None:
    """Take everything out of `tree` that the page does not show, by its own style sheets too where
    these count.
    """
    body = tree.body
    if body is None:
        return
    blocks = sheets.sheet_blocks(style.css)
    search = Search(tree=tree)
    gone = [*body.css(_ATTRIBUTES), *(look.node for look in style.looks if _hides_node(look))]
    if sheets_count:
        gone += [*_by_sheets(search, blocks), *faint.faint_nodes(search, blocks, style.looks)]
    for node in gone:
        if node.tag not in styled.OUTER and node.parent is not None:
            node.decompose()


@lru_cache(maxsize=2_048)
def hides_style(style: str) -> bool:
    """Whether declarations of CSS leave nothing of an element to be seen. The last answers are
    kept: pages of one site have the same sheets.
    """
    return _STYLE.search(squeeze_style(style)) is not None


def _hides_node(look: styled.OwnLook) -> bool:
    style = look.style[:_LONGEST_STYLE]
    return _HINT.search(style) is not None and hides_style(style)


def _by_sheets(search: Search, blocks: Blocks) -> list[LexborNode]:
    """The elements with words that rules of the page's own sheets hide, where no other rule
    shows them again.

    What stands round the article is not looked at twice.
    """
    found, told = _hidden_by(_hiding_rules(search, blocks), search)
    if not found:
        return []
    inside: dict[int, bool] = {}
    above = {node.mem_id for node in search.tree.css(_AROUND)}
    doubtful = {at: node for at, node in found.items() if not stands_in(node, above, inside)}
    if not doubtful:
        return list(found.values())
    styles = styled.node_styles(search, doubtful, blocks, (*sorted(told), "animation"))
    return [
        node
        for at, node in found.items()
        if at not in doubtful or _STYLE.search(_write_style(_at_last(styles[at])))
    ]


def _hiding_rules(search: Search, blocks: Blocks) -> Sequence[sheets.SheetRule]:
    """The rules that may hide something of this page."""
    far = dict.fromkeys(_FAR.findall(blocks.whole))
    rules = sheets.sheet_rules(blocks, (*_WORDS, *far), _may_hide)
    if len(rules) > _FEW_RULES:
        there = styled.node_names(search.tree.css("[class],[id]"))
        rules = [rule for rule in rules if sheets.may_select(rule.selector, there)]
    return rules[:_MOST_RULES]


def _hidden_by(rules: Sequence[sheets.SheetRule], search: Search) -> tuple[styled.Nodes, set[str]]:
    """The elements with words that rules hide, and the properties that do it."""
    found: styled.Nodes = {}
    told: set[str] = set()
    for rule in rules:
        match = _STYLE.search(_write_style(rule.declared))
        if match is None:
            continue
        chosen = (node for node in search.select(rule.selector) if node.tag not in styled.OUTER)
        new = [node for node in chosen if search.has_words(node)]
        if new:
            found.update((node.mem_id, node) for node in new)
            told.add("overflow" if "overflow" in match[0] else match[0].strip(";").split(":")[0])
    return found, told


def _may_hide(body: str) -> bool:
    return hides_style(body[:_LONGEST_STYLE])


def _at_last(style: dict[str, str]) -> dict[str, str]:
    """Give a style without what an animation may change before a reader looks."""
    if any(style.get(name, "none") != "none" for name in _MOVED):
        return {name: value for name, value in style.items() if name not in _COMES}
    return style


def _write_style(style: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in style.items())
