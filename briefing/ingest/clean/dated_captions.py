"""Captions that nothing but their form tells: what a picture shows, in the present, with its whole
date.
"""

from collections.abc import Iterator

from briefing.ingest.clean.page import CleanPage, Finding
from briefing.language import wordlist
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS

_PATTERNS = wordlist.patterns(
    "en",
    "words/captions",
    weekdays=(*WEEKDAYS, *(day[:3] for day in WEEKDAYS)),
    months=(*MONTHS, *(month[:3] for month in MONTHS)),
)
_MOST_WORDS = 45
_FEWEST_WORDS = 6


def mark_dated(page: CleanPage) -> Iterator[Finding]:
    """Mark a line of one sentence that ends in day, month and year and has no verb in the past
    before its first subordinate clause: news tells the past, and rarely the year of a day.
    """
    for index, line in enumerate(page.lines):
        if not page.open(index) or not _FEWEST_WORDS <= line.words <= _MOST_WORDS:
            continue
        if not line.text.rstrip(". ")[-4:].isdigit() or '"' in line.text or "“" in line.text:
            continue
        if _PATTERNS["dated"].fullmatch(line.folded) and not _PATTERNS["past"].search(
            _PATTERNS["aside"].split(line.folded, maxsplit=1)[0]
        ):
            yield Finding(
                index=index,
                kind="caption",
                reason="says in the present what a picture of a day shows",
            )
