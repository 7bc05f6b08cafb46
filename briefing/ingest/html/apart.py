"""Boxes beside an article that no name gives away: forms to sign up, what readers wrote under it,
rows of teasers.

They are told by their structure: a field for an address; boxes side by side, each with a line of
its own, a number or a time in it, and the same short link ("Reply", "Antworten", "Read more").
"""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

SIGN = "data-set-apart"
"""The attribute that such a box is given."""

_ADDRESS_FIELD = 'input[type="email" i],input[name*="mail" i]'
_WHOLE = frozenset({"html", "body", "main", "article"})
_MOST_FIELDS, _MOST_IN_FORM = 20, 70  # fields looked at; words of a box to sign up
_LONGEST_LINK, _MOST_LINKS = 24, 600  # letters of a link that each box repeats; links looked at
_FEWEST_BOXES = 2
_WORDS_IN_BOX = range(5, 300)  # what a reader or a teaser says in one box
_NEAR_END = 40  # letters that may follow the link in its box
_FEWEST_BEFORE = 60  # words of paragraphs that an article before boxes has
_PROSE = 10  # words of a paragraph of prose


def set_apart(tree: LexborHTMLParser) -> None:
    """Give each such box of a page the attribute `SIGN`. Nothing is taken out."""
    body = tree.body
    if body is None:
        return
    for node in (*_sign_up_boxes(body), *_alike_boxes(body)):
        node.attrs[SIGN] = ""


def _sign_up_boxes(body: LexborNode) -> Iterator[LexborNode]:
    """The largest element round each field for an address that holds but a few words."""
    for field in body.css(_ADDRESS_FIELD)[:_MOST_FIELDS]:
        box, up = None, field.parent
        while up is not None and up.tag not in _WHOLE and _is_short(up):
            box, up = up, up.parent
        if box is not None:
            yield box


def _is_short(node: LexborNode) -> bool:
    return len(node.text().split()) <= _MOST_IN_FORM and node.css_first("h1") is None


def _alike_boxes(body: LexborNode) -> Iterator[LexborNode]:
    """Boxes of one parent and tag with the same short link each, behind an article."""
    for links in _repeated_links(body):
        rows: dict[tuple[int, str | None], list[LexborNode]] = {}
        same = {link.mem_id for link in links}
        for link in links:
            box = _box_round(link, same)
            if box is not None and box.parent is not None and _ends_in_link(box, link):
                rows.setdefault((box.parent.mem_id, box.tag), []).append(box)
        for row in rows.values():
            if len(row) >= _FEWEST_BOXES and _stands_behind_prose(body, row):
                yield from row


def _repeated_links(body: LexborNode) -> Iterator[Sequence[LexborNode]]:
    """Links and buttons of the same few letters, where there are several."""
    found: dict[str, list[LexborNode]] = {}
    for link in body.css("a,button")[:_MOST_LINKS]:
        words = link.text().strip()
        if len(words) <= _LONGEST_LINK and any(map(str.isalpha, words)):
            found.setdefault(words, []).append(link)
    return (links for links in found.values() if len(links) >= _FEWEST_BOXES)


def _box_round(link: LexborNode, same: set[int]) -> LexborNode | None:
    """The largest element round a link that holds no other of the same."""
    box, up = None, link.parent
    while up is not None and up.tag not in _WHOLE:
        if sum(one.mem_id in same for one in up.css(link.tag or "a")) > 1:
            break
        box, up = up, up.parent
    return box


def _ends_in_link(box: LexborNode, link: LexborNode) -> bool:
    """Whether a box has some words with a number among them, and ends in the link."""
    text = box.text(separator=" ")
    numbered = any(sign.isdigit() for sign in text) or box.css_first("time") is not None
    behind = len(text.rstrip()) - text.rfind(link.text().strip())
    short = len(text.split()) in _WORDS_IN_BOX
    return short and numbered and behind <= _LONGEST_LINK + _NEAR_END


def _stands_behind_prose(body: LexborNode, row: Sequence[LexborNode]) -> bool:
    """Whether an article's prose stands in paragraphs before the first of some boxes."""
    first, words = row[0].mem_id, 0
    for node in body.css("p," + (row[0].tag or "div")):
        if node.mem_id == first:
            return words >= _FEWEST_BEFORE
        if node.tag == "p":
            count = len(node.text().split())
            words += count if count >= _PROSE else 0
    return False
