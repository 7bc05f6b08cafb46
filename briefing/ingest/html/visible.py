"""What a reader of a page sees: its text, one line for each block, with what the markup says of it."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

_BLOCKS = (
    "address,article,aside,blockquote,br,button,caption,center,dd,details,dialog,dir,div,dl,dt,fieldset,figure,footer,"
    "form,header,hgroup,hr,legend,li,main,menu,nav,ol,optgroup,p,pre,section,summary,table,tbody,tfoot,thead,tr,ul"
)
_UNSEEN = [
    *("script", "style", "template", "noscript", "head", "title", "iframe", "frameset", "object", "embed", "applet"),
    *("svg", "canvas", "video", "audio", "map", "textarea", "select", "datalist", "math annotation", "rp"),
]
# Signs put between the blocks of a page, which can't stand in its text: they are taken out of it first.
_BREAK, _CELL, _END, _HEADING, _TITLE, _CAPTION, _TONGUE = "\x01\x02\x03\x04\x05\x06\x07"
_EVERY_SIGN = "\x01\x02\x03\x04\x05\x06\x07\x08"
_SIGNS = re.compile(f"[{_EVERY_SIGN}]")
_REFERENCES = re.compile(r"&#(?:0*[1-8]|[xX]0*[1-8])(?![0-9a-fA-F]);?")
_SPLIT = re.compile("([\x01\x03-\x07]+)")
_KINDS = {_HEADING: "heading", _TITLE: "title", _CAPTION: "caption"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of a page: its text with single spaces (cells of a table parted by a tab).

    `kind` is heading, title (a heading of the first rank), caption or empty; `language` is the code
    that the markup declares for this very place, or None.
    """

    text: str
    kind: str = ""
    language: str | None = None


def parse(markup: str) -> LexborHTMLParser:
    """Parse a page. Nothing in it is run or fetched; signs of ours that it holds are taken out."""
    if any(sign in markup for sign in _EVERY_SIGN):
        markup = _SIGNS.sub("", markup)
    if "&#" in markup:
        markup = _REFERENCES.sub("", markup)
    return LexborHTMLParser(markup)


def blocks(tree: LexborHTMLParser) -> tuple[Block, ...]:
    """Give the lines that a page shows. The tree is used up: what is unseen is taken out of it."""
    tree.strip_tags(_UNSEEN, recursive=True)
    body = tree.body
    if body is None:
        return ()
    for node in body.css(_BLOCKS):
        node.insert_before(_BREAK)
        node.insert_after(_BREAK)
    for node in body.css("td,th"):
        node.insert_after(_CELL)
    for query, sign in (("h1", _TITLE), ("h2,h3,h4,h5,h6", _HEADING), ("figcaption", _CAPTION)):
        for node in body.css(query):
            node.insert_before(sign)
            node.insert_after(_END)
    for node in body.css("[lang]"):
        if node.tag not in {"html", "body"}:
            said = _LANGUAGE.match((node.attributes.get("lang") or "").lower())
            node.insert_before(f"{_TONGUE}{said[0] if said else ''}{_BREAK}")
            node.insert_after(f"{_TONGUE}{_BREAK}")
    return tuple(_read(body.text()))


def _read(text: str) -> list[Block]:
    """Cut the text of a page at our signs."""
    found: list[Block] = []
    kind, language, naming = "", None, False
    for number, piece in enumerate(_SPLIT.split(text)):
        if number % 2:
            for sign in piece:
                kind = "" if sign == _END else _KINDS.get(sign, kind)
            naming = piece[-1] == _TONGUE
            if naming or _TONGUE in piece:
                language = None
        elif naming:
            language, naming = piece or None, False
        elif _CELL in piece:
            line = "\t".join(cell for part in piece.split(_CELL) if (cell := " ".join(part.split())))
            if line:
                found.append(Block(text=line, kind=kind, language=language))
        elif line := " ".join(piece.split()):
            found.append(Block(text=line, kind=kind, language=language))
    return found
