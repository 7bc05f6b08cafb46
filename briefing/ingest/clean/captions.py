"""Captions of pictures and the credits that stand by them."""

import re
from collections.abc import Iterator

from briefing.ingest.clean.page import Finding, Line, Page

_MOST_WORDS = 110  # the longest captions run over several sentences; paragraphs rarely end in a credit
_MOST_IN_CREDIT = 9
_MOST_BESIDE = 25
_MOST_POSED = 45
_MOST_NAMED = 70

_WIRE = (
    r"(?:ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|efe|dpa|xinhua|ansa|anadolu|alamy|shutterstock|istock|"
    r"associated press|the associated press|press association|unsplash|pixabay|ap photo|file photo)"
)
_AGENCY = (
    rf"(?:{_WIRE}|upi|tass|pa(?: wire| media)?|bloomberg|pexels|flickr|wikimedia(?: commons)?|facebook|twitter|"
    r"instagram|youtube|nasa|esa|noaa|handout|supplied|courtesy|file|archive|stock|screenshot|screengrab)"
)
_NOUN = r"(?:photo|photos|photograph|photographs|image|images|picture|pictures|pic|illustration|graphic|graphics|" \
        r"credit|credits|photo credit|image credit|picture credit|foto|fotos|bild|video|map|art|artwork)"  # fmt: skip

_CREDIT = re.compile(
    rf"[(\[|]?\s?{_NOUN}(?: illustration| montage)?(?: ?: ?©?| ?/ ?| ?© ?| by | courtesy(?: of)? | from | via )\s?\S.{{0,80}}"
    rf"|[(\[|©]?\s?{_AGENCY}(?:[ /,|–-]+(?:{_AGENCY}|images?|photos?|via|file))*\s?[)\]]?"
    rf"|[(\[]?©\s?\S.{{0,60}}"
    rf"|[(\[]?\s?[\w.' -]{{3,40}} ?[/|] ?[\w.' ]{{2,30}}[)\]]?"
)
_TAIL_NAMED = re.compile(
    rf"(?:^|[\s.(\[|–—-]){_NOUN}(?: ?: ?©?| ?© ?| by | courtesy of | illustration by )\s?\S.{{0,70}}$"
)
_TAIL_AGENCY = re.compile(
    rf"[(\[]\s?(?:[^()\[\]|–—]{{0,50}}[/,: ])?{_AGENCY}(?:[/,: ][^()\[\]|–—]{{0,50}})?\s?[)\]]\.?$"
    rf"|[|–—-]\s?(?:[^()\[\]|–—]{{0,40}}[/ ])?{_WIRE}(?:/[^()\[\]|–—]{{0,40}})?$"
)
_DATED_BRACKET = re.compile(r"\b(?:19|20)\d\d\b.{0,6}[(\[][^()\[\]]{2,40}[)\]]$")
_GLUED = re.compile(
    r"[a-z0-9.)’'](?:(?:Credit|Photo|Image|Picture|Foto|Bild): ?\S[^.]{0,60}|(?:Reuters|AP|AFP|EPA|Getty(?: Images)?|Shutterstock)"
    r"(?:/[\w ]{2,30})?)$"
)
_POSED = re.compile(
    r"\((?:(?:pictured|seen|shown|top|bottom|far|second|third|front|back|upper|lower)\b[^()]{0,30}|left|right|centre|center|"
    r"above|below|from left|from right|l|r|l-r)\)|\b(?:pictured|seen|shown) (?:here|above|below|left|right)\b|"
    r"\bin (?:this|an?) (?:[\w.,/ -]{0,40} )?(?:file |undated |handout |aerial |combination |satellite )?(?:photo|picture|image|photograph|"
    r"frame grab|video grab|screengrab)\b|^(?:file|handout|undated) (?:photo|image|picture)\b|^(?:an? )?(?:artist's|file photo|"
    r"satellite image|screenshot|screengrab|aerial view|photograph) \b|(?:^| )(?:file )?photo taken on\b"
)
_SAYING = re.compile(r"[\"”“]")
_QUOTED = re.compile(r"[\"“‘'].{15,400}[\"”’']\s?[-–—~]{1,2}\s?\w[\w.,' -]{2,60}")
_LEAD = frozenset({"image caption", "media caption", "caption"})


def credited(page: Page) -> Iterator[Finding]:
    """Mark lines that are a credit, and lines that end in one (a caption with its source)."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        if _is_credit(line):
            yield Finding(index=index, kind="widget", reason="the credit of a picture")
        elif _ends_in_credit(line):
            yield Finding(index=index, kind="caption", reason="ends in the credit of a picture")


def described(page: Page) -> Iterator[Finding]:
    """Mark lines that speak of the picture itself ("(left)", "in this file photo"), and pull quotes."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        if line.words <= _MOST_POSED and _POSED.search(line.folded):
            yield Finding(index=index, kind="caption", reason="points at a picture")
        elif _QUOTED.fullmatch(line.folded) and not line.item:
            yield Finding(index=index, kind="caption", reason="a quotation set apart, with its author")


def beside_credits(page: Page) -> Iterator[Finding]:
    """Mark the line that a caption label announces, and a short line right before a bare credit."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        before = page.lines[index - 1] if index else None
        if before and before.folded.strip(" :") in _LEAD:
            yield Finding(index=index, kind="caption", reason="follows a caption label")
        elif line.words <= _MOST_BESIDE and not _SAYING.search(line.text) and _credit_at(page, index + 1):
            yield Finding(index=index, kind="caption", reason="stands before the credit of a picture")


def _credit_at(page: Page, index: int) -> bool:
    mark = page.marked.get(index)
    return mark is not None and mark.reason == "the credit of a picture"


def _is_credit(line: Line) -> bool:
    if line.words > _MOST_IN_CREDIT or not _CREDIT.fullmatch(line.folded.rstrip(".")):
        return False
    return line.text[:1] in "(|[©" or line.text[:1].isupper()


def _ends_in_credit(line: Line) -> bool:
    tail = line.folded[-160:]
    if line.words <= _MOST_NAMED and _GLUED.search(line.text[-100:]):
        return True
    if line.words <= _MOST_NAMED and _TAIL_NAMED.search(tail):
        return True
    if line.closed and not tail.endswith((")", "]", ").")):
        return False
    return bool(_TAIL_AGENCY.search(tail)) or bool(_DATED_BRACKET.search(tail))
