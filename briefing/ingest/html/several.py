"""Pages that hold several articles: live blogs, whose posts have a day each, and pages of whole
articles.

Each becomes a document of its own: its markup in a small page with what the whole page declares of
the outlet. Comments, teasers and lists of links are no articles.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefing.ingest import chat, dateline
from briefing.ingest.decode import Undecodable
from briefing.ingest.html import declared, hiding, linked, liveposts, styled, telegram
from briefing.ingest.html.decoding import decoded_page, look_at_page, take_page
from briefing.ingest.html.depth import too_deep
from briefing.ingest.item import Item
from briefing.ingest.parts import ContainerPart
from briefing.model import Known

# Each begins with a sign, which the engine finds quickly in the whole page.
_ELEMENT = re.compile(rb"<(?:article[\s>]|time\s)", re.IGNORECASE)
_IN_DATA = b'"liveBlogUpdate"'
_POST = re.compile(rb"=(?<=itemprop=)[\"']?(?:liveBlogUpdate|blogPost)\b", re.IGNORECASE)
_BLOCKS = 'article,[itemprop~="liveBlogUpdate" i],[itemprop~="blogPost" i]'
_NO_ARTICLE = re.compile(
    r"comment|reply|related|recommend|teaser|promo|card|sidebar|most-?(?:read|popular)|widget"
    r"|carousel|advert|sponsor",
    re.IGNORECASE,
)
_NOT_IN = frozenset({"aside", "nav", "footer", "article", "form", "blockquote"})
_SHORT = "header,span,small,time,[class*=time],[class*=date]"
_MOST_SHORT, _LONGEST_TIME = 12, 60  # elements that may say when, and letters of one
_WHOLE = frozenset({"html", "body", "main"})
_NO_BOX = _WHOLE | {"article"}
_CLOCK = re.compile(r"[T ]\d\d:\d\d")
_OPENING = b"<!doctype html><!--one of several-->"  # of a page of ours, which is never cut again
_TIMED = "time[datetime]"
_FEWEST_POSTS = 3
_FEWEST_WORDS = 40  # of prose in an article on a page of several
_FEWEST_PARAGRAPHS = 3
_FEWEST_IN_DATED = 2  # paragraphs, of one with a day of its own; a teaser has one
_FEWEST_IN_POST = 8
_WORDS_IN_PROSE = 6
_MOST = 300
_SHARE_OF_BOXES = 0.8  # the same where no markup calls them articles
_SHARE = 0.6  # of the page's prose that the articles must hold together


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One article of a page: its title, when it was written (may be empty), its markup."""

    title: str
    stamp: str
    markup: str


def list_parts(item: Item) -> list[ContainerPart]:
    """The articles of a page that holds several; nothing where it holds one."""
    chatted = telegram.is_page(item.data)
    if not chatted and (item.data.startswith(_OPENING) or not _has_pieces(item.data)):
        return []
    decoded = decoded_page(item.data, item.charset)
    if isinstance(decoded, Undecodable) or too_deep(decoded.text):
        return []
    if chatted:
        return chat.pack_messages(telegram.page_messages(decoded.text))
    return _list_articles(item, decoded.text)


def _has_pieces(data: bytes) -> bool:
    """Whether a page has elements that may be articles of several: less than two are not."""
    elements = len(_ELEMENT.findall(data))
    return elements > 1 or elements + len(_POST.findall(data)) > 1 or _IN_DATA in data


def _list_articles(item: Item, markup: str) -> list[ContainerPart]:
    tree = look_at_page(markup)
    about = linked.linked_articles(tree)
    live = any("LiveBlogPosting" in linked.thing_types(one) for one in about)
    in_data = any("liveBlogUpdate" in one for one in about)
    if not in_data and len(_find_elements(tree, live=live)[0]) < 2:  # noqa: PLR2004 - not several
        return []  # what is hidden adds none
    return [
        ContainerPart(
            name=str(number),
            size=len(data),
            take=partial(bytes, data),
            charset="utf-8",
            retrieved=item.retrieved,
        )
        for number, data in enumerate(_article_pages(markup, about, live=live), start=1)
    ]


def _article_pages(markup: str, about: Sequence[linked.Thing], *, live: bool) -> list[bytes]:
    """A page of each article that a page holds: by its elements, else by its linked data."""
    tree = take_page(markup)
    facts, language = declared.declared_facts(tree, about), declared.declared_language(tree)
    styles = "".join(node.html or "" for node in tree.css("style"))
    hiding.remove_hidden(tree, styled.read_style(tree))
    elements = _article_elements(tree, live=live)
    if elements:
        pieces = (_node_piece(node, facts) for node in elements)
        return [_article_page(piece, facts, language, styles) for piece in pieces]
    prose = [node.text() for node in tree.css("body p")]
    posts = liveposts.shown_posts(about, prose)
    return [_article_page(_post_piece(post), facts, language, "") for post in posts]


def _article_elements(tree: LexborHTMLParser, *, live: bool) -> Sequence[LexborNode]:
    """The elements that hold an article each; none where the page has one, or is made of
    teasers.
    """
    found, share = _find_elements(tree, live=live)
    held = sum(_count_prose(node)[0] for node in found)
    if len(found) < 2 or held < share * _count_prose(tree.body)[0]:  # noqa: PLR2004 - several
        return ()
    return found


def _find_elements(tree: LexborHTMLParser, *, live: bool) -> tuple[Sequence[LexborNode], float]:
    """The elements that may hold an article each, and which share of the prose they must have."""
    body = tree.body
    if body is None:
        return (), _SHARE
    blocks, share = _find_blocks(body)
    whole = [node for node in blocks if _is_article(node)]
    posts = [node for node in blocks if _is_post(node)]
    may_be_posts = live or not whole
    if may_be_posts and len(posts) >= max(len(whole) + 1, _FEWEST_POSTS) and _differ_in_time(posts):
        return posts, share
    return whole, share


def _find_blocks(body: LexborNode) -> tuple[list[LexborNode], float]:
    """The blocks of a page that stand apart, else its boxes with a time; and the share as above."""
    blocks = _part_blocks([node for node in body.css(_BLOCKS)[:_MOST] if not _is_elsewhere(node)])
    if len(blocks) > 1:
        return blocks, _SHARE
    boxes = _timed_boxes(body, within=blocks)
    return (blocks, _SHARE) if blocks and not boxes else (boxes, _SHARE_OF_BOXES)


def _differ_in_time(posts: Sequence[LexborNode]) -> bool:
    return len({_node_stamp(node) for node in posts}) > 1


def _part_blocks(blocks: Sequence[LexborNode]) -> list[LexborNode]:
    """Blocks none of which stands in another: what holds one other is the same article, what holds
    several is their frame.
    """
    known = {node.mem_id: node for node in blocks}  # each once, whatever it fits
    frames: set[int] = set()
    inside: set[int] = set()
    for at, inner in reversed(_held_blocks(known).items()):  # what stands inside comes first
        if len(inner) > 1 or frames.intersection(inner):
            frames.add(at)
        else:
            inside.update(inner)
    return [node for at, node in known.items() if at not in frames and at not in inside]


def _held_blocks(blocks: styled.Nodes) -> dict[int, list[int]]:
    """Which blocks stand in each block with no other one between them, by number."""
    held: dict[int, list[int]] = {at: [] for at in blocks}
    for at, node in blocks.items():
        up = node.parent
        while up is not None and up.mem_id not in held:
            up = up.parent
        if up is not None:
            held[up.mem_id].append(at)
    return held


def _timed_boxes(body: LexborNode, within: Sequence[LexborNode]) -> list[LexborNode]:
    """Elements side by side, alike in tag and class, with one time and prose of their own each.

    Those `within` the page's only article are its posts where several times of day are given: a
    history has days, and stays one article.
    """
    rows: dict[tuple[int, str | None, str], list[LexborNode]] = {}
    frames = {node.mem_id for node in within}
    for timed in body.css(_TIMED)[:_MOST]:
        box = _box_of(timed)
        if box is not None and box.parent is not None and not _is_elsewhere(box, frames):
            key = (box.parent.mem_id, box.tag, box.attributes.get("class") or "")
            rows.setdefault(key, []).append(box)
    boxes = max(rows.values(), key=len, default=[])
    return boxes if not within or _have_clocks(boxes) else []


def _have_clocks(boxes: Sequence[LexborNode]) -> bool:
    """Whether there are several posts, and each says at what time of day it was written."""
    stamps = [_node_stamp(box) for box in boxes]
    return len(stamps) >= _FEWEST_POSTS and all(map(_CLOCK.search, stamps))


def _box_of(timed: LexborNode) -> LexborNode | None:
    """The largest element round a time that holds no other time and, with it, some prose."""
    box, up = None, timed.parent
    while up is not None and up.tag not in _NO_BOX and len(up.css(_TIMED)) == 1:
        box, up = up, up.parent
    return box if box is not None and _count_prose(box)[0] >= _FEWEST_IN_POST else None


def _is_article(node: LexborNode) -> bool:
    words, paragraphs = _count_prose(node)
    headed = node.css_first("h1,h2,h3") is not None
    fewest = _FEWEST_IN_DATED if _node_stamp(node) else _FEWEST_PARAGRAPHS
    return headed and words >= _FEWEST_WORDS and paragraphs >= fewest


def _is_post(node: LexborNode) -> bool:
    return bool(_node_stamp(node)) and _count_prose(node)[0] >= _FEWEST_IN_POST


def _node_stamp(node: LexborNode) -> str:
    """When an element's post was written: by its time, else by the day that a short line of it
    is.
    """
    timed = node.css_first(_TIMED)
    if timed is not None:
        return timed.attributes.get("datetime") or ""
    for one in node.css(_SHORT)[:_MOST_SHORT]:
        words = " ".join(one.text().split())
        days = dateline.find_days(words) if len(words) <= _LONGEST_TIME else ()
        if len(days) == 1:
            return days[0].isoformat()
    return ""


def _count_prose(node: LexborNode | None) -> tuple[int, int]:
    """The words of an element's paragraphs, those of a few words aside, and how many these are."""
    if node is None:
        return 0, 0
    counts = [len(one.text().split()) for one in node.css("p")]
    long = [count for count in counts if count >= _WORDS_IN_PROSE]
    return sum(long), len(long)


def _is_elsewhere(node: LexborNode, frames: Collection[int] = ()) -> bool:
    """Whether an element stands in another article than one of `frames`, at the page's edges, or
    is called no article.
    """
    up: LexborNode | None = node
    while up is not None and up.tag not in {"body", "html"}:
        given = up.attributes
        if up is not node and up.tag in _NOT_IN and up.mem_id not in frames:
            return True
        if _NO_ARTICLE.search(f"{given.get('class') or ''} {given.get('id') or ''}"):
            return True
        up = up.parent
    return False


def _node_piece(node: LexborNode, facts: Mapping[str, Known]) -> _Piece:
    """An article that is an element of a page, of which `facts` are known."""
    heading = node.css_first("h1,h2,h3")
    title = " ".join(heading.text().split()) if heading is not None else ""
    title = title or (facts["title"].value if "title" in facts else "")
    return _Piece(title=title, stamp=_node_stamp(node), markup=node.html or "")


def _post_piece(post: liveposts.LivePost) -> _Piece:
    return _Piece(title=post.title, stamp=post.stamp, markup=post.write_markup())


def _article_page(
    piece: _Piece, facts: Mapping[str, Known], language: str | None, styles: str
) -> bytes:
    """A page of one article: what the whole page declares of the outlet, its own title and time."""
    head = [f"<title>{escape(piece.title)}</title>", styles]
    if "outlet" in facts:
        head.append(f'<meta property="og:site_name" content="{escape(facts["outlet"].value)}">')
    if piece.stamp:
        head.append(f'<meta property="article:published_time" content="{escape(piece.stamp)}">')
    tongue = f' lang="{escape(language)}"' if language else ""
    return _OPENING + (
        f'<html{tongue}><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body>{piece.markup}</body></html>"
    ).encode("utf-8", "replace")
