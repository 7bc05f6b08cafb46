"""Captions of pictures and the credits that stand by them."""

import re
from collections.abc import Iterator

from briefing.ingest.clean.page import CleanPage, Finding, Line

_MOST_WORDS = (
    110  # the longest captions run over several sentences; paragraphs rarely end in a credit
)
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
_NOUN = (
    r"(?:photo|photos|photograph|photographs|image|images|picture|pictures|pic|illustration|graphic|graphics|credit|"
    r"credits|photo credit|image credit|picture credit|foto|fotos|bild|video|map|art|artwork)"
)
_CREDIT = re.compile(
    rf"[(\[|]?\s?{_NOUN}(?: illustration| montage)?"
    rf"(?: ?: ?©?| ?/ ?| ?© ?| by | courtesy(?: of)? | from | via )\s?\S.{{0,80}}"
    rf"|[(\[|©]?\s?{_AGENCY}(?:[ /,|–-]+(?:{_AGENCY}|images?|photos?|via|file))*\s?[)\]]?"
    rf"|[(\[]?©\s?\S.{{0,60}}"
    rf"|[(\[]?\s?[\w.' -]{{3,40}} ?[/|] ?[\w.' ]{{2,30}}[)\]]?"
)
_NAMED_AT_END = re.compile(
    rf"(?:^|[\s.(\[|–—-]){_NOUN}(?: ?: ?©?| ?© ?| by | courtesy of | illustration by )\s?\S.{{0,70}}$"
)
_AGENCY_AT_END = re.compile(
    rf"[(\[]\s?(?:[^()\[\]|–—]{{0,50}}[/,: ])?{_AGENCY}(?:[/,: ][^()\[\]|–—]{{0,50}})?\s?[)\]]$"
    rf"|[|–—-]\s?(?:[^()\[\]|–—]{{0,40}}[/ ])?{_WIRE}(?:/[^()\[\]|–—]{{0,40}})?$"
)
_DATE_AND_BRACKET = re.compile(r"\b(?:19|20)\d\d\b.{0,6}[(\[][^()\[\]]{2,40}[)\]]$")
_GLUED_ON = re.compile(
    r"[a-z0-9.)’'](?:(?:Credit|Photo|Image|Picture|Foto|Bild): ?\S[^.]{0,60}|"
    r"(?:Reuters|AP|AFP|EPA|Getty(?: Images)?|Shutterstock)(?:/[\w ]{2,30})?)$"
)
_POSED = re.compile(
    r"\((?:(?:pictured|seen|shown|top|bottom|far|second|third|front|back|upper|lower)\b[^()]{0,30}|left|right|centre|"
    r"center|above|below|from left|from right|l|r|l-r)\)|"
    r"\b(?:pictured|shown) (?:here|above|below|left|right)\b|"
    r"\bin this (?:[\w.,/ -]{0,40} )?(?:photo|picture|image|photograph|frame grab|video grab|screengrab)"
    r"(?:,| taken| provided| made| released| from| obtained| grab)|"
    r"^(?:an? )?(?:file|handout|undated) (?:photo|image|picture)\b|^(?:an? )?(?:artist's \w+|screenshot|screengrab) |"
    r"(?:^| )(?:file )?photo taken on\b"
)
# A line that poses holds one of these, and looking for them is quicker than for the pattern.
_POSING = ("(", "pictured", "shown", "photo", "picture", "image", "grab", "artist", "screenshot")
# So it is with lines that end in a named credit, and with credits glued on.
_NAMING = (
    "photo",
    "image",
    "pic",
    "illustration",
    "graphic",
    "credit",
    "foto",
    "bild",
    "video",
    "map",
    "art",
)
_GLUED = (
    "Credit",
    "Photo",
    "Image",
    "Picture",
    "Foto",
    "Bild",
    "Reuters",
    "AP",
    "AFP",
    "EPA",
    "Getty",
    "Shutterstock",
)
_ABBREVIATED = re.compile(r"[(\[][a-z]+[A-Z]")  # a word's own short form, as in (eID)
_QUOTATION = re.compile(r"[\"”“]")
_SET_APART = re.compile(r"[\"“‘'].{15,400}[\"”’']\s?[-–—~]{1,2}\s?\w[\w.,' -]{2,60}")
_LEAD = frozenset({"image caption", "media caption", "caption"})


def mark_credits(page: CleanPage) -> Iterator[Finding]:
    """Mark lines that are a credit, and lines that end in one (a caption with its source)."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        if _is_credit(line):
            yield Finding(index=index, kind="widget", reason="the credit of a picture")
        elif _ends_in_credit(line):
            yield Finding(index=index, kind="caption", reason="ends in the credit of a picture")


def mark_descriptions(page: CleanPage) -> Iterator[Finding]:
    """Mark lines that speak of the picture itself ("(left)", "in this file photo"), and pull
    quotes.
    """
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        if (
            line.words <= _MOST_POSED
            and _speaks_of_picture(line.folded)
            and not _QUOTATION.search(line.text)
        ):
            yield Finding(index=index, kind="caption", reason="points at a picture")
        elif _SET_APART.fullmatch(line.folded) and not line.item:
            yield Finding(
                index=index, kind="caption", reason="a quotation set apart, with its author"
            )


def _speaks_of_picture(folded: str) -> bool:
    """Whether a line speaks of the picture that it stands under."""
    return any(part in folded for part in _POSING) and bool(_POSED.search(folded))


def beside_credits(page: CleanPage) -> Iterator[Finding]:
    """Mark the line that a caption label announces, and a short line right before a bare credit."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        before = page.lines[index - 1] if index else None
        if before and before.folded.strip(" :") in _LEAD:
            yield Finding(index=index, kind="caption", reason="follows a caption label")
        elif (
            line.words <= _MOST_BESIDE
            and not _QUOTATION.search(line.text)
            and _credit_at(page, index + 1)
        ):
            yield Finding(
                index=index, kind="caption", reason="stands before the credit of a picture"
            )


def _credit_at(page: CleanPage, index: int) -> bool:
    mark = page.marked.get(index)
    return mark is not None and mark.reason == "the credit of a picture"


def _is_credit(line: Line) -> bool:
    if line.words > _MOST_IN_CREDIT or not _CREDIT.fullmatch(line.folded.rstrip(".")):
        return False
    return line.text[:1] in "(|[©" or line.text[:1].isupper()


def _ends_in_credit(line: Line) -> bool:
    tail, end = line.folded[-160:], line.text[-100:]
    if line.words <= _MOST_NAMED:
        if any([part in end for part in _GLUED]) and _GLUED_ON.search(end):  # noqa: C419 - a list is quicker
            return True
        if any([part in tail for part in _NAMING]) and _NAMED_AT_END.search(tail):  # noqa: C419 - a list is quicker
            return True
    if (line.closed and not tail.endswith((")", "]"))) or _ABBREVIATED.search(line.text[-60:]):
        return False
    return bool(_AGENCY_AT_END.search(tail)) or bool(_DATE_AND_BRACKET.search(tail))
