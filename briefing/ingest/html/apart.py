"""Boxes beside an article that no name gives away: forms to sign up, polls, adverts in elements of
their own, what readers wrote under it, rows of teasers.

They are told by their structure: a field for an address or a choice; a button beside several
shares; boxes side by side, each with a line of
its own, a number or a time in it, and the same short link ("Reply", "Antworten", "Read more").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

SIGN = "data-set-apart"
"""The attribute that such a box is given."""

SURE = "surely"
"""Its value where nothing in the box can be the article's; rows alike may be its references."""

_MAIL = "mail"  # in the type or the name of a field
_WHOLE = frozenset({"html", "body", "main", "article"})
_MOST_FIELDS, _MOST_IN_FORM = 20, 70  # fields looked at; words of a box to sign up
_LONGEST_LABEL, _MOST_LINKS = 30, 600  # letters of a link that each box repeats; links looked at
_HIGHEST = 12  # elements round a link that may be its box
_FEWEST_BOXES = 2
_FEWEST_LETTERS, _MOST_LETTERS = 30, 2_000  # of what a reader or a teaser says in one box
_NEAR_END = 40  # letters that may follow the link in its box
_FEWEST_BEFORE = 60  # words of paragraphs that an article before boxes has
_PROSE = 10  # words of a paragraph of prose
_PARTS = "p,div,section,header,blockquote,h2,h3,h4"
_PRESSED = frozenset({"a", "button"})
_Tagged = tuple[LexborNode, str]  # an element and its tag
_DIGIT = re.compile(r"\d")
_SHARE = re.compile(r"\d ?%")
_FEWEST_SHARES = 2  # of the answers to a poll
_CHOICE = 'input[type="radio" i]'  # a checkbox may open a menu, or the rest of an article
_ADVERTS = "amp-ad,amp-embed,amp-sticky-ad,amp-consent,amp-user-notification,amp-list"
_MAY_ADVERTISE = re.compile(b"<[aA][mM][pP]-")


def set_apart(tree: LexborHTMLParser) -> None:
    """Give each such box of a page the attribute `SIGN`. Nothing is taken out."""
    body = tree.body
    if body is None:
        return
    looked = [(node, node.tag or "") for node in body.css("p,a,button,input")]
    adverts = body.css(_ADVERTS) if _MAY_ADVERTISE.search(tree.raw_html or b"") else []
    for node in _alike_boxes(looked):
        node.attrs[SIGN] = ""
    for node in (*adverts, *_asking_boxes(looked)):
        node.attrs[SIGN] = SURE


def _asking_boxes(looked: Sequence[_Tagged]) -> Iterator[LexborNode]:
    """The largest element round each field for an address or a choice of several, and each button
    to vote with, that holds but a few words.
    """
    short: dict[int, bool] = {}
    fields = (node for node, tag in looked if tag == "input" and _asks_reader(node))
    buttons = (node for node, tag in looked if tag == "button")
    for node in (*islice(fields, _MOST_FIELDS), *islice(buttons, _MOST_FIELDS)):
        box = _short_box(node, short)
        if box is not None and _wants_answer(node, box):
            yield box


def _wants_answer(node: LexborNode, box: LexborNode) -> bool:
    """Whether a button stands in a box with shares of a vote, a field in one with choices; or it
    asks for an address.
    """
    if node.tag == "button":
        return len(_SHARE.findall(box.text())) >= _FEWEST_SHARES
    return _asks_address(node) or len(box.css(_CHOICE)) >= _FEWEST_SHARES


def _short_box(node: LexborNode, short: dict[int, bool]) -> LexborNode | None:
    """The largest short element round a node; `short` remembers which are, so that each is asked
    once.
    """
    box, up = None, node.parent
    while up is not None and up.tag not in _WHOLE:
        if up.mem_id not in short:
            short[up.mem_id] = _is_short(up)
        if not short[up.mem_id]:
            break
        box, up = up, up.parent
    return box


def _asks_reader(node: LexborNode) -> bool:
    return _asks_address(node) or node.css_matches(_CHOICE)


def _asks_address(node: LexborNode) -> bool:
    given = node.attributes
    kind, name = (given.get("type") or "").lower(), (given.get("name") or "").lower()
    return kind == "email" or _MAIL in name


def _is_short(node: LexborNode) -> bool:
    return len(node.text().split()) <= _MOST_IN_FORM and node.css_first("h1") is None


def _alike_boxes(looked: Sequence[_Tagged]) -> Iterator[LexborNode]:
    """Boxes of one parent and tag with the same short link each, behind an article."""
    texts: dict[int, str] = {}
    for links in _repeated_links(looked):
        rows: dict[tuple[int, str | None], list[LexborNode]] = {}
        for box in _boxes_round(links):
            if box.parent is not None:
                rows.setdefault((box.parent.mem_id, box.tag), []).append(box)
        label = links[0].text().strip()
        for row in rows.values():
            ending = [
                box for box in row if _ends_in(_box_text(box, texts), label) and _has_parts(box)
            ]
            if len(ending) >= _FEWEST_BOXES:
                yield from ending


def _repeated_links(nodes: Sequence[_Tagged]) -> list[list[LexborNode]]:
    """Links and buttons of the same few letters behind an article's prose, where there are
    several.
    """
    found: dict[str, list[LexborNode]] = {}
    for node in islice(_pressed_behind(nodes), _MOST_LINKS):
        label = node.text()
        if len(label) <= _LONGEST_LABEL and any(map(str.isalpha, label)):
            found.setdefault(label.strip(), []).append(node)
    return [links for links in found.values() if len(links) >= _FEWEST_BOXES]


def _pressed_behind(nodes: Sequence[_Tagged]) -> Iterator[LexborNode]:
    """The links and buttons behind the first prose, among paragraphs, links, buttons and fields in
    order.
    """
    words = 0
    for node, tag in nodes:
        if words >= _FEWEST_BEFORE:
            if tag in _PRESSED:
                yield node
        elif tag == "p":
            words += _count_prose(node)


def _count_prose(node: LexborNode) -> int:
    """The words of a paragraph, none for one of a few."""
    count = len(node.text().split())
    return count if count >= _PROSE else 0


def _boxes_round(links: Sequence[LexborNode]) -> list[LexborNode]:
    """The largest element round each link that holds no other of them."""
    ways = [_way_up(link) for link in links]
    held = Counter(node.mem_id for way in ways for node in way)
    alone = ([node for node in way if held[node.mem_id] == 1] for way in ways)
    return [nodes[-1] for nodes in alone if nodes]


def _way_up(link: LexborNode) -> list[LexborNode]:
    """The elements round a link, from the inside out, as far as they are parts of a page."""
    way: list[LexborNode] = []
    up = link.parent
    while up is not None and up.tag not in _WHOLE and len(way) < _HIGHEST:
        way.append(up)
        up = up.parent
    return way


def _box_text(box: LexborNode, texts: dict[int, str]) -> str:
    """The words of a box; those of each are asked for once."""
    if box.mem_id not in texts:
        texts[box.mem_id] = box.text(separator=" ").strip()
    return texts[box.mem_id]


def _has_parts(box: LexborNode) -> bool:
    """Whether a box is made of paragraphs or boxes, so that it is none itself, nor an item."""
    return any(node.mem_id != box.mem_id for node in box.css(_PARTS))


def _ends_in(text: str, label: str) -> bool:
    """Whether a box has some words with a number among them, and ends in a link."""
    if not _FEWEST_LETTERS <= len(text) <= _MOST_LETTERS or _DIGIT.search(text) is None:
        return False
    return len(text) - text.rfind(label) <= _LONGEST_LABEL + _NEAR_END
