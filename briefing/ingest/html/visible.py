"""What a reader of a page sees: its text, one line for each block, with what the markup says of
it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import asides
from briefing.ingest.asides import Aside
from briefing.ingest.html import apart
from briefing.ingest.html.selecting import stands_in
from briefing.language import unseen

_BLOCKS = (
    "address article aside blockquote br button caption center dd details dialog dir div dl dt "
    "fieldset figure footer form header hgroup hr legend li main menu nav ol optgroup p pre "
    "section summary table tbody tfoot thead tr ul"
).split()
_UNSEEN = [
    *(
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "iframe",
        "frameset",
        "object",
        "embed",
        "applet",
    ),
    *(
        "svg",
        "canvas",
        "video",
        "audio",
        "map",
        "textarea",
        "select",
        "datalist",
        "math annotation",
        "rp",
        "rt",
        "rtc",
    ),
]
# Signs put between the blocks of a page, which can't stand in its text: they are taken out of it
# first.
_BREAK, _CELL, _END, _HEADING, _TITLE, _CAPTION, _TONGUE = "\x01\x02\x03\x04\x05\x06\x07"
_NAMED = "named"
_HOME, _AWAY = "\x0e\x0f"
_LINE = "\x08"  # where a line ends inside an element
_APART, _BACK = "\x12\x13"
_BOX_STEPS = {_APART: 1, _BACK: -1}
_EVERY_SIGN = "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13"
_SIGNS = re.compile(f"[{_EVERY_SIGN}]")
_REFERENCES = re.compile(r"&#(?:0*(?:[1-8]|1[4-9])|[xX]0*(?:[1-8eEfF]|1[0-3]))(?![0-9a-fA-F]);?")
# Signs in a row, with the space between them: most elements hold no words of their own.
_SPLIT = re.compile("([\x01\x03-\x08\x0e\x0f\x12\x13][\x01\x03-\x08\x0e\x0f\x12\x13 \t\n\r\xa0]*)")
_TONGUE_SIGN = re.compile("\x07[a-z]{0,3}\x01")
_NO_XML = bytes({*range(32)} - {9, 10, 13})
_KINDS = {_HEADING: "heading", _TITLE: "title", _CAPTION: "caption"}
_ROUND = {
    **dict.fromkeys(_BLOCKS, (_BREAK, _BREAK)),
    "h1": (_TITLE, _END),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), (_HEADING, _END)),
    "figcaption": (_CAPTION, _END),
    "br": ("", _LINE),
    "q": ("“", "”"),  # browsers set quotation marks round it
}  # by the name of an element, what is put before and behind it
_HOUSED = frozenset({"p", "li", "tr", "pre", "dd"})
_ROUND |= dict.fromkeys(_HOUSED, (_BREAK + _HOME, _AWAY + _BREAK))
_CAPTIONED = 'div[class*="caption" i],p[class*="caption" i],dd[class*="caption" i]'
# Posts of other sites that a page shows in their own frame: somebody else's words.
_EMBEDDED = ",".join(
    f"blockquote.{name}"
    for name in (
        "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "reddit-embed-bq",
        "bluesky-embed", "mastodon-embed", "text-post-media", "fb-xfbml-parse-ignore",
    )
)  # fmt: skip
_NO_CAPTION = "h1,h2,h3,h4,h5,h6,ul,ol,table,figcaption,img"  # what no caption holds
_LONGEST_CAPTION = 500
_WIDE = "\u3000"  # the space between words of Chinese and Japanese, which a page shows as it is
_NARROW = re.compile(r"[^\S\u3000]+")
_CELLS = frozenset({"td", "th"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_ITEMS = frozenset({"li", "dd", "tr"})
_INNER = frozenset(
    {"ul", "ol", "li", "table", "tbody", "thead", "tfoot", "tr", "td", "dl", "blockquote"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of a page: its text with single spaces (cells of a table parted by a tab).

    `kind` is heading, title (a heading of the first rank), caption or empty; `language` is the code
    that the markup declares for this very place, or None. `home` is the number of the element in
    which the paragraph, list or table that holds the line stands, 0 where it stands in none of
    these; `item` says that it is one of a list or a row of a table; `linked` is the share of its
    letters that lead elsewhere, from 0 to 1, where asked. `broken` says that the line before it
    ends inside the same element (<br>); `apart` that it stands in a box that surely was set apart.
    `asides` are note marks and struck-out words that left the text: the offset where they stood,
    "note" or "struck", and the words.
    """

    text: str
    kind: str = ""
    language: str | None = None
    home: int = 0
    item: bool = False
    linked: float = 0.0
    broken: bool = False
    apart: bool = False
    asides: tuple[Aside, ...] = ()


def parse_page(markup: str) -> LexborHTMLParser:
    """Parse a page. Nothing in it is run or fetched; signs of ours that it holds are taken out."""
    if any(sign in markup for sign in _EVERY_SIGN):
        markup = _SIGNS.sub("", markup)
    if "&#" in markup:
        markup = _REFERENCES.sub("", markup)
    return LexborHTMLParser(markup)


def visible_blocks(tree: LexborHTMLParser, *, scripts: bool = True) -> tuple[Block, ...]:
    """The lines that a page shows. The tree is used up: what is unseen is taken out of it.

    Without `scripts` it shows what it holds for readers who run none.
    """
    tree.strip_tags(
        _UNSEEN if scripts else [one for one in _UNSEEN if one != "noscript"], recursive=True
    )
    body = tree.body
    if body is None:
        return ()
    every = [(node, node.tag or "") for node in body.css("*")]
    homes = _find_homes(every)
    _sign_blocks(every)
    _sign_captions(body)
    for node in body.css(f'[{apart.SIGN}="{apart.SURE}"]'):
        node.insert_before(f"{_BREAK}{_APART}")
        node.insert_after(f"{_BACK}{_BREAK}")
    _sign_tongues(body)
    return tuple(_cut_blocks(body.text(), homes))


def _sign_blocks(every: Sequence[tuple[LexborNode, str]]) -> None:
    """Put signs round the blocks and behind the cells among elements that are given with their
    tags.
    """
    for node, tag in every:
        if tag in _ROUND:
            before, behind = _ROUND[tag]
            node.insert_before(before)
            node.insert_after(behind)
        elif tag in _CELLS:
            node.insert_after(_CELL)


def _sign_captions(body: LexborNode) -> None:
    """Put signs round the blocks that are called captions and stand beside a picture, and round
    posts of other sites.
    """
    signed: set[int] = set()
    inside: dict[int, bool] = {}
    quoted = body.css_first("blockquote[class]") is not None  # one look instead of nine
    for node in body.css(_EMBEDDED) if quoted else ():
        signed.add(node.mem_id)
        node.insert_before(_CAPTION)
        node.insert_after(_END)
    for node in body.css(_CAPTIONED):
        up = node.parent
        if up is not None and not stands_in(node, signed, inside) and _is_caption(node, up):
            signed.add(node.mem_id)
            node.insert_before(_CAPTION)
            node.insert_after(_END)


def _is_caption(node: LexborNode, around: LexborNode) -> bool:
    """Whether a block is so short and plain that it may be the caption of a picture beside it."""
    short = len(node.text()) <= _LONGEST_CAPTION
    return short and node.css_first(_NO_CAPTION) is None and around.css_first("img") is not None


def _sign_tongues(body: LexborNode) -> None:
    """Put signs round what is declared to be in a language."""
    for node in body.css("[lang]"):
        if node.tag not in {"html", "body"}:
            said = _LANGUAGE.match((node.attributes.get("lang") or "").lower())
            node.insert_before(f"{_TONGUE}{said[0] if said else ''}{_BREAK}")
            node.insert_after(f"{_TONGUE}{_BREAK}")


def _find_homes(every: Sequence[tuple[LexborNode, str]]) -> list[tuple[int, float, bool]]:
    """The homes of paragraphs, items and rows, their shares of links, and whether they are
    items.
    """
    linked = _linked_letters([node for node, tag in every if tag == "a"])
    return [
        (_home_number(node), _linked_share(node, linked), tag in _ITEMS)
        for node, tag in every
        if tag in _HOUSED
    ]


def _home_number(node: LexborNode) -> int:
    """The number of the element in which a paragraph, or the whole list or table, stands."""
    above = node.parent
    while above is not None and above.tag in _INNER:
        above = above.parent
    return above.mem_id if above is not None else 0


def _linked_letters(links: Sequence[LexborNode]) -> Mapping[int, int]:
    """How many letters of links the housed elements hold, by number."""
    letters: Counter[int] = Counter()
    known: dict[int, tuple[int, ...]] = {}
    for link in links:
        houses = _houses_round(link, known)
        count = len(link.text()) if houses else 0
        for house in houses:
            letters[house] += count
    return letters


def _houses_round(link: LexborNode, known: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """The numbers of the housed elements round a link; `known` are those round others so far, so
    that each element is asked once.
    """
    way: list[tuple[int, bool]] = []
    houses: tuple[int, ...] = ()
    up = link.parent
    while up is not None:
        at = up.mem_id
        if at in known:
            houses = known[at]
            break
        way.append((at, up.tag in _HOUSED))
        up = up.parent
    for at, housed in reversed(way):
        houses = (*houses, at) if housed else houses
        known[at] = houses
    return houses


def _linked_share(node: LexborNode, linked: Mapping[int, int]) -> float:
    """The share of an element's letters that stand in links."""
    letters = linked.get(node.mem_id, 0)
    return letters / len(node.text()) if letters else 0.0


def body_markup(tree: LexborHTMLParser, besides: str) -> bytes:
    """The body of a page whose blocks were read as HTML in UTF-8, without the elements that
    `besides` selects.

    Of the tree, which is used up, only what is seen is left: no code, nothing hidden, no signs of
    ours, no character that XML does not know.
    """
    for node in tree.css(besides):
        node.decompose()
    body = tree.body
    html = (body.html if body is not None else None) or "<body></body>"
    if _TONGUE in html:
        html = _TONGUE_SIGN.sub("", html)
    return (
        asides.drop_asides(unseen.strip_unseen(html))
        .replace("\ufffe", "")
        .replace("\uffff", "")
        .encode()
        .translate(None, _NO_XML)
    )


# dense: the state machine of the signs, thousands a page: each call in its loop is felt
def _cut_blocks(text: str, homes: Sequence[tuple[int, float, bool]]) -> list[Block]:
    """Cut the text of a page at our signs; `homes` are those of the housed elements, in order."""
    found: list[Block] = []
    waiting, around = iter(homes), [(0, 0.0, False)]
    kind, language, naming, broken, boxes = "", None, False, False, 0
    plain = not any(sign in text for sign in (*unseen.BREAKS, _WIDE))
    pieces = _SPLIT.split(text)
    for piece, signs in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if naming:
            language, naming = piece or None, False
        elif words := piece.split():
            line = " ".join(words) if plain and _CELL not in piece else _piece_line(piece)
            line, beside = asides.cut_asides(line)
            if line.strip():
                home, linked, item = around[-1]
                found.append(
                    Block(
                        text=line,
                        kind=kind,
                        language=language,
                        home=home,
                        item=item,
                        linked=linked,
                        broken=broken,
                        apart=boxes > 0,
                        asides=beside,
                    )
                )
        acts, broken, tongue = _read_signs(signs)
        for sign in acts:
            if sign == _HOME:
                around.append(next(waiting))
            elif sign == _AWAY:
                around.pop()
            elif sign in _BOX_STEPS:
                boxes += _BOX_STEPS[sign]
            else:
                kind = "" if sign == _END else _KINDS.get(sign, kind)
        if tongue:
            language, naming = None, tongue == _NAMED
    return found


@lru_cache(maxsize=2_048)
def _read_signs(signs: str) -> tuple[str, bool, str]:
    """What signs in a row say: those that do something, whether a line breaks inside its element,
    and whether a language begins behind them (`_NAMED`), begins or ends before (`_TONGUE`), or
    nothing of it. Few rows differ, and pages have thousands.
    """
    runs = signs.split()
    broken = bool(runs) and not runs[-1].strip(_LINE)
    tongue = ""
    if _TONGUE in signs:
        tongue = _NAMED if runs[-1][-1] == _TONGUE else _TONGUE
    return "".join(runs).replace(_BREAK, ""), broken, tongue


def _piece_line(piece: str) -> str:
    """The line of a piece of text that has cells, wide spaces or signs that nobody sees."""
    if _CELL in piece:
        return unseen.strip_unseen(_row_cells(piece))
    return unseen.strip_unseen(_NARROW.sub(" ", piece).strip())


def _row_cells(piece: str) -> str:
    """The cells of a table's row parted by tabs, empty ones left out."""
    return "\t".join(cell for part in piece.split(_CELL) if (cell := " ".join(part.split())))
