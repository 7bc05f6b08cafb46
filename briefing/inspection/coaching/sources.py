"""What the sources leave open and the desk could say: outlets, dates, kinds, languages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.errors import Problem
from briefing.inspection.coaching.survey import (
    Survey,
    beside,
    is_told_of,
    line_of,
    name_beside,
    shown_path,
    warn,
)
from briefing.language import lines
from briefing.languages import is_told
from briefing.languages.en.kinds import OPINIONS
from briefing.model import Document, Reading, Span

MOST_SHOWN = 5  # warnings of one kind; the last one counts the rest
_HEAD = 6  # lines over an article among which its outlet's name may stand
_LONGEST_NAME = 5  # words of an outlet's name
_PARTED = re.compile(r"\s*[,|·•–—]\s*|\s{2,}|\s-\s")
_CAPITAL = r"[^\W\d_a-z][\w.&'’-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:[^\W\d_]{{1,3}}\s+)?{_CAPITAL})*")  # "The Times of Ormen"
_DAY_IN_ADDRESS = re.compile(r"(20\d\d)[/-]([01]\d)[/-]([0-3]\d)(?!\d)")
_LITTLE, _FEW_WORDS, _MANY_WORDS = 0.15, 120, 400
"""Kept of a page: less than this share, and so few words, of so many. By judgement."""


def miss_outlets(survey: Survey) -> Iterator[Problem]:
    """Name articles over which a name stands that is no known outlet's, with the line to paste."""
    unknown = [
        (one, *_guess_name(one))
        for one in survey.documents
        if one.outlet is None and survey.may_quote(one) and not survey.is_described(one)
    ]
    named = [one for one in unknown if one[1]]
    for document, name, at in named[:MOST_SHOWN]:
        yield warn(
            shown_path(document),
            f"{name!r} stands over the article, and no outlet of that name is known",
            f"add to outlets in the config: {name}: {{}}; or to {beside(document)}: "
            f"{name_beside(document)}: {{outlet: {name}}}",
            line_of(document, at),
        )
    yield from _count_rest([one for one, _, _ in named], "have such a name over them")


def _guess_name(document: Document) -> tuple[str, int]:
    """What may be an outlet's name over an article, and where it stands; "" where nothing does."""
    byline = document.author.value if document.author else ""
    for span in islice(lines.split_lines(document.text), _HEAD):
        words = document.text[span.start : span.end]
        if not _may_head(document, span, words):
            continue
        for part in _PARTED.split(words):
            if part != byline and _looks_named(part) and _has_company(words, part):
                return part, span.start
    return "", 0


def _may_head(document: Document, span: Span, words: str) -> bool:
    """Whether a line may name an outlet: it is no byline, not the title itself, no sentence and no
    row of a table.
    """
    marks = (mark for mark in document.marks if mark.kind == "byline")
    if any(mark.start <= span.start < mark.end for mark in marks):
        return False
    title = document.title.value if document.title else ""
    return words.strip() != title and len(words.split()) <= _LONGEST_NAME * 2 and "\t" not in words


def _looks_named(part: str) -> bool:
    """Whether some words may be a name: capitals, few words, no figure."""
    short = len(part.split()) <= _LONGEST_NAME
    return short and bool(_NAME.fullmatch(part)) and not any(sign.isdigit() for sign in part)


def _has_company(line: str, part: str) -> bool:
    """Whether a line is a name alone, or a name beside a date: what stands over an article."""
    rest = line.replace(part, "", 1)
    return not rest.strip(" ,|·•–—-") or any(sign.isdigit() for sign in rest)


def miss_dates(survey: Survey) -> Iterator[Problem]:
    """Name articles whose day is not known though their dates hang on it, or though their address
    has one, with the line to paste.
    """
    undated = [
        (one.document, day)
        for one in survey.considered.readings
        if _wants_day(survey, one.document) and (day := _guess_day(one))
    ]
    for document, day in undated[:MOST_SHOWN]:
        yield warn(
            shown_path(document),
            "its date is not known, so days in it such as “on Monday” stay open",
            f"add to {beside(document)}: {name_beside(document)}: {{published: {day}}}",
        )
    yield from _count_rest([document for document, _ in undated], "have no date")


def _wants_day(survey: Survey, document: Document) -> bool:
    return (
        document.published is None
        and survey.may_quote(document)
        and not survey.is_described(document)
    )


def _guess_day(reading: Reading) -> str:
    """The day that an article's address has, a form of one where its dates hang on it, else ""."""
    document = reading.document
    found = _DAY_IN_ADDRESS.search(document.url or document.locator)
    if found:
        return "-".join(found.groups())
    hanging = any(one.relative and one.edtf is None for one in reading.dates)
    return "YYYY-MM-DD" if hanging else ""


def hear_opinions(survey: Survey) -> Iterator[Problem]:
    """Name articles whose title says that they are opinion, and that count as reports."""
    for document in survey.documents:
        title = document.title.value if document.title else ""
        words = {word.casefold() for word in re.findall(r"[\w-]+", title)}
        if document.kind is None and words & OPINIONS and _is_label(title, words & OPINIONS):
            yield warn(
                shown_path(document),
                f"its title says that it is opinion, and it counts as a report: {title!r}",
                f"add to {beside(document)}: {name_beside(document)}: {{kind: opinion}}",
                1,
            )


def _is_label(title: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands apart in a title, as a label does: not within its
    sentence.
    """
    either = "|".join(map(re.escape, sorted(words)))
    apart = rf"(?:^|[\[(|:–—-]\s*)(?:{either})(?:\s*[\])|:–—-]|$)"
    return re.search(apart, title, re.IGNORECASE) is not None


def hear_languages(survey: Survey) -> Iterator[Problem]:
    """Count the sources in languages that no pack serves: listed, and never quoted."""
    found: Counter[str] = Counter()
    first: dict[str, Document] = {}
    for document in (*survey.holdings.documents, *survey.holdings.others):
        if document.language and not is_told(document.language):
            found[document.language] += 1
            first.setdefault(document.language, document)
    if sum(found.values()) == survey.holdings.count:
        return  # said of the whole brief elsewhere
    for code, count in sorted(found.items()):
        others = f", and {count - 1} more are" if count > 1 else " is"
        yield warn(
            shown_path(first[code]),
            f"this{others} in {code!r}, which no language pack serves: listed, and never quoted",
            "add a source that says it in a language that is served",
        )


def doubt_pages(survey: Survey) -> Iterator[Problem]:
    """Name pages of which hardly anything was taken for the article."""
    for reading in survey.considered.readings:
        document = reading.document
        every = len(document.text.split())
        kept = _count_kept(reading)
        few = kept < min(_FEW_WORDS, _LITTLE * every)
        if survey.may_quote(document) and every >= _MANY_WORDS and few:
            yield warn(
                shown_path(document),
                f"{kept} of its {every} words were taken for the article",
                "see `briefing passages`; if the article is longer, save its text as a .txt file",
            )


def _count_kept(reading: Reading) -> int:
    text = reading.document.text
    return sum(
        len(text[passage.start : passage.end].split())
        for passage in reading.passages
        if is_told_of(passage)
    )


def _count_rest(found: list[Document], what: str) -> Iterator[Problem]:
    more = len(found) - MOST_SHOWN
    if more > 0:
        yield warn(
            shown_path(found[MOST_SHOWN]),
            f"this and {more - 1} more {what}" if more > 1 else f"this too: {what}",
            "`briefing sources` lists what is known of each",
        )
