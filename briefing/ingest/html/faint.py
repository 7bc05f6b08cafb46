"""Words in the colour of their ground: white on white, black on black.

A ground is told by the page's own sheets and attributes. Where it may be a picture, a shade,
another element's, or what a sheet says that is not in the page, nothing counts as faint.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest.html import sheets, styled
from briefing.ingest.html.colours import WHITE, Colour, is_transparent, look_alike, read_colour
from briefing.ingest.html.selecting import Search
from briefing.ingest.html.sheets import Blocks

_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;}{\"']{3,60})", re.IGNORECASE)
_LOWER_GROUND = re.compile(_GROUND.pattern)  # in sheets, which are in lower case; found quickly
_INK = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!}]{3,60})", re.IGNORECASE)
_WORDS = ("color", "background", "position:", "text-shadow")
_NONE = frozenset({"none", "transparent", "inherit", "initial", "unset", "0", "0 0"})
_LIFTED = frozenset(
    {"absolute", "fixed", "sticky"}
)  # stands over something else than what it stands in
_PICTURE = "picture"  # a ground that is no colour
_NO_COLOUR = re.compile(r"url\(|gradient|var\(")
_MOST_NODES = 2_000
_MOST_GROUNDS = 1_000


def faint_nodes(
    search: Search, blocks: Blocks, looks: Sequence[styled.OwnLook]
) -> list[LexborNode]:
    """The elements whose words a reader can't tell from their ground; `blocks` are those of
    the page's sheets, `looks` what elements say of themselves.
    """
    coloured = islice(_inked_nodes(search, blocks, looks), _MOST_NODES)
    inked = [node for node in coloured if search.has_words(node)]
    if not inked:
        return []
    around: styled.Nodes = {}
    for node in inked:
        above: LexborNode | None = node
        while above is not None and above.mem_id not in around and above.tag != "-document":
            around[above.mem_id] = above
            above = above.parent
    styles = styled.node_styles(search, around, blocks, _WORDS)
    return [node for node in inked if _is_faint(node, styles)]


def _inked_nodes(
    search: Search, blocks: Blocks, looks: Sequence[styled.OwnLook]
) -> Iterator[LexborNode]:
    """The elements with a colour of their own that some ground of the page has too."""
    own = list(filter(_names_colour, looks))
    alone = _sheets_are_whole(search.tree, blocks)
    grounds = _page_grounds(blocks, looks) if own or alone else frozenset()
    yield from (one.node for one in own if _may_be_faint(_own_ink(one), grounds))
    for rule in _inking_rules(blocks, grounds, alone=alone):
        found = search.select(rule.selector)
        yield from (node for node in found if node.tag not in styled.OUTER)


def _inking_rules(
    blocks: Blocks, grounds: frozenset[Colour], *, alone: bool
) -> Iterator[sheets.SheetRule]:
    """The rules that may give words the colour of a ground; where other sheets are not at hand,
    of the ground that the same rule gives.
    """
    word = "color:" if alone else "background"
    rules = sheets.sheet_rules(
        blocks, (word,), lambda body: _sets_ground_colour(body, grounds, alone=alone)
    )
    return (rule for rule in rules if "color" in rule.declared)


def _names_colour(look: styled.OwnLook) -> bool:
    return bool(look.colour) or "olor" in look.style or "OLOR" in look.style


def _own_ink(look: styled.OwnLook) -> str:
    """The colour that an element gives its words itself; empty for none."""
    ink = _INK.search(look.style)
    return ink[1] if ink else look.colour


def _page_grounds(blocks: Blocks, looks: Sequence[styled.OwnLook]) -> frozenset[Colour]:
    """All grounds that anything on the page has, the white of an empty page among them."""
    named: list[str] = _GROUND.findall("\n".join([one.style for one in looks]))
    named += _LOWER_GROUND.findall(blocks.whole)
    named += [one.ground for one in looks if one.ground]
    different = list(dict.fromkeys(named))[:_MOST_GROUNDS]
    return frozenset({WHITE, *(found for one in different if (found := read_colour(one)))})


def _sheets_are_whole(tree: LexborHTMLParser, blocks: Blocks) -> bool:
    """Whether all sheets of a page are in it and were read to their end."""
    return (
        len(blocks.whole) < sheets.MOST_CSS // 2
        and tree.css_first('link[rel~="stylesheet" i]') is None
    )


def _sets_ground_colour(body: str, grounds: frozenset[Colour], *, alone: bool) -> bool:
    """Whether a block sets a colour that some ground has; its own ground, where other sheets
    are not at hand.
    """
    inks = _INK.findall(body) if alone or "background" in body else ()
    if not inks:
        return False
    own = [read_colour(ground) for ground in _LOWER_GROUND.findall(body)]
    if own:
        return any(look_alike(read_colour(ink), ground) for ink, ground in product(inks, own))
    return alone and any(_may_be_faint(ink, grounds) for ink in inks)


def _may_be_faint(ink: str, grounds: frozenset[Colour]) -> bool:
    own = read_colour(ink)
    return is_transparent(ink) or any(look_alike(own, ground) for ground in grounds)


def _is_faint(node: LexborNode, styles: Mapping[int, Mapping[str, str]]) -> bool:
    """Whether the nearest ground under an element that anything names has the element's own
    colour.
    """
    own = styles[node.mem_id]
    ink = own.get("color") or node.attributes.get("color") or ""
    if is_transparent(ink):
        return True
    if own.get("text-shadow", "none") != "none":
        return False
    above: LexborNode | None = node
    while above is not None and above.tag != "-document":
        style = styles[above.mem_id]
        ground = _own_ground(above, style)
        if ground is not None:
            return look_alike(read_colour(ink), read_colour(ground))
        if style.get("position") in _LIFTED:
            return False
        above = above.parent
    return look_alike(read_colour(ink), WHITE)


def _own_ground(node: LexborNode, style: Mapping[str, str]) -> str | None:
    """The ground that an element itself has: its colour, a word that is none where it can't be
    told, or None.
    """
    if style.get("background-image", "none") not in _NONE:
        return _PICTURE
    value = (
        style.get("background-color")
        or style.get("background")
        or node.attributes.get("bgcolor")
        or ""
    )
    if not value or value in _NONE or is_transparent(value):
        return None
    return _PICTURE if _NO_COLOUR.search(value) else value
