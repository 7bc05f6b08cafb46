"""Lines that stand in the article twice."""

from collections.abc import Iterator

from briefing.ingest.clean.page import Finding, Page

_FEWEST_WORDS = 6  # shorter lines repeat in tables, lists and refrains


def repeated(page: Page) -> Iterator[Finding]:
    """Mark every further copy of a line; the first copy stays."""
    seen: set[str] = set()
    for index, line in enumerate(page.lines):
        if line.words < _FEWEST_WORDS:
            continue
        if line.text in seen:
            yield Finding(index=index, kind="repeat", reason="repeats an earlier line word for word")
        seen.add(line.text)
