"""How elements look: what the page's own sheets and their own attribute say, the one that counts
before the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest.html import sheets
from briefing.ingest.html.selecting import Search
from briefing.ingest.html.sheets import Blocks, ElementNames, SheetRule

Nodes = dict[int, LexborNode]
"""Elements by the number that the parser gives each."""

OUTER = frozenset({"html", "body", "-document"})
"""Elements that hold all others."""

_LONGEST_STYLE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLook:
    """What an element's own attributes say of how it looks: declarations, colour, ground."""

    node: LexborNode
    style: str
    colour: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """The style sheets that stand in a page, in order, and what its elements say of themselves."""

    css: tuple[str, ...]
    looks: Sequence[OwnLook]


def read_style(tree: LexborHTMLParser) -> PageStyle:
    """All that a page holds of style, found at one look."""
    nodes = tree.css("style,[style],[bgcolor],font[color]")
    return PageStyle(
        css=tuple(node.text() for node in nodes if node.tag == "style"),
        looks=[_own_look(node) for node in nodes if node.tag != "style"],
    )


def _own_look(node: LexborNode) -> OwnLook:
    said = node.attributes
    return OwnLook(
        node=node,
        style=said.get("style") or "",
        colour=(said.get("color") or "") if node.tag == "font" else "",
        ground=said.get("bgcolor") or "",
    )


def node_names(nodes: Sequence[LexborNode], *, tags: bool = False) -> ElementNames:
    """The classes and ids of `nodes`, and their tags where these are wanted."""
    given = [node.attributes for node in nodes]
    said = [one[key] or "" for one in given for key in ("class", "id") if key in one]
    signs = chain.from_iterable(one[:_LONGEST_STYLE].split() for one in said)
    called = (node.tag or "" for node in nodes) if tags else ()
    return ElementNames(signs=frozenset(signs), tags=frozenset(called))


def node_styles(
    search: Search, nodes: Nodes, blocks: Blocks, words: Sequence[str]
) -> Mapping[int, dict[str, str]]:
    """What blocks of sheets that hold one of `words` and their own attribute declare of
    `nodes`, by number.

    What an element takes over from the one around it is not among it.
    """
    found: dict[int, dict[str, str]] = {at: {} for at in nodes}
    rules = sheets.sheet_rules(blocks, words, of=node_names(list(nodes.values()), tags=True))
    own = {
        at: sheets.declared_properties(sheets.squeeze_style(_own_style(node)))
        for at, node in nodes.items()
    }
    _apply_rules(search, found, (rule for rule in rules if not rule.important))
    for at, (usual, _) in own.items():
        sheets.add_declarations(found[at], usual)
    _apply_rules(search, found, (rule for rule in rules if rule.important))
    for at, (_, important) in own.items():
        sheets.add_declarations(found[at], important)
    return found


def _apply_rules(
    search: Search, found: Mapping[int, dict[str, str]], rules: Iterable[SheetRule]
) -> None:
    for rule in rules:
        for node in search.select(rule.selector):
            if node.mem_id in found:
                sheets.add_declarations(found[node.mem_id], rule.declared)


def _own_style(node: LexborNode) -> str:
    return (node.attributes.get("style") or "")[:_LONGEST_STYLE]
