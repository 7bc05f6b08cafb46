"""Captions of pictures and the credits that stand by them."""

from collections.abc import Iterator, Sequence

from briefing.ingest.clean.page import CleanPage, Finding, Line
from briefing.language import late, wordlist

_MOST_WORDS = (
    110  # the longest captions run over several sentences; paragraphs rarely end in a credit
)
_MOST_IN_CREDIT = 9
_MOST_BESIDE = 25
_MOST_POSED = 45
_MOST_NAMED = 70
_LONG, _FEWEST_ENDS = 50, 2  # words, and sentences that end inside, of an article's paragraph
_FEWEST_DATED = 8  # words of a caption that ends in a date and a name
_INNER_END = late.pattern(r"\w[.!?][\"”’)]*\s+[A-Z\u00c0-\u00de“\"]")
_MOST_LABEL = 16  # characters of "photographs 2:"
_A_CREDIT = "the credit of a picture"

_PATTERNS = wordlist.patterns("en", "words/caption_patterns")
_CREDIT = _PATTERNS["credit"]
_NAMED_AT_END = _PATTERNS["named_at_end"]
_LED = _PATTERNS["led"]
_AGENCY_AT_END = _PATTERNS["agency_at_end"]
_DATE_AND_BRACKET = late.pattern(r"\b(?:19|20)\d\d\b.{0,6}[(\[][^()\[\]]{2,40}[)\]]$")
_GLUED_ON = _PATTERNS["glued_on"]
_POSED = _PATTERNS["posed"]
# A line that poses holds one of these, and looking for them is quicker than for the pattern.
_WORDS = wordlist.read("en", "words/caption_words")
_POSING = _WORDS.entries("posing")
# So it is with lines that end in a named credit, and with credits glued on.
_NAMING = _WORDS.entries("naming")
_GLUED = _WORDS.entries("glued")
_ABBREVIATED = late.pattern(r"[(\[][a-z]+[A-Z]")  # a word's own short form, as in (eID)
_QUOTATION = late.pattern(r"[\"”“]")
_SET_APART = late.pattern(r"[\"“‘'].{15,400}[\"”’']\s?[-–—~]{1,2}\s?\w[\w.,' -]{2,60}")
_LEAD = _WORDS.words("lead")


def mark_credits(page: CleanPage) -> Iterator[Finding]:
    """Mark lines that are a credit, and lines that end in one (a caption with its source)."""
    for index, line in enumerate(page.lines):
        if not page.open(index) or line.words > _MOST_WORDS:
            continue
        if _is_credit(line):
            yield Finding(index=index, kind="widget", reason=_A_CREDIT)
        elif _ends_in_credit(line):
            yield Finding(index=index, kind="caption", reason="ends in the credit of a picture")
        elif ":" in line.folded[:_MOST_LABEL] and _LED.fullmatch(line.folded):
            yield Finding(index=index, kind="caption", reason="begins with the label of a picture")


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
    return _finds_one(_POSING, _POSED, folded)


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
    return mark is not None and mark.reason == _A_CREDIT


def _is_credit(line: Line) -> bool:
    if line.words > _MOST_IN_CREDIT or not _CREDIT.fullmatch(line.folded.rstrip(".")):
        return False
    return line.text[:1] in "(|[©" or line.text[:1].isupper()


def _finds_one(parts: Sequence[str], pattern: late.Pattern, text: str) -> bool:
    """Whether a pattern is in a text; asked only where one of the parts is that it can't be
    without.
    """
    for part in parts:
        if part in text:
            return pattern.search(text) is not None
    return False


def _ends_in_credit(line: Line) -> bool:
    tail, end = line.folded[-160:], line.text[-100:]
    if (
        line.words <= _MOST_NAMED
        and not _is_paragraph(line)
        and (_finds_one(_GLUED, _GLUED_ON, end) or _finds_one(_NAMING, _NAMED_AT_END, tail))
    ):
        return True
    if (line.closed and not tail.endswith((")", "]"))) or _ABBREVIATED.search(line.text[-60:]):
        return False
    dated = line.words >= _FEWEST_DATED and _DATE_AND_BRACKET.search(tail) is not None
    return dated or bool(_AGENCY_AT_END.search(tail))


def _is_paragraph(line: Line) -> bool:
    """Whether a line is so long and of so many sentences that a credit at its end only stuck
    there.
    """
    return line.words >= _LONG and len(_INNER_END.findall(line.text)) >= _FEWEST_ENDS
