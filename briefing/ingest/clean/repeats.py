"""Lines that stand in the article twice."""

from collections.abc import Iterator

from briefing.ingest.clean.page import CleanPage, Finding

_FEWEST_WORDS = 15  # shorter lines repeat in tables, lists and refrains
_FEWEST_NEAR = 4
_FEWEST_APART = 6
_MOST_FAR = 3
_NEAR = 3  # lines within which a shorter repetition is a copy too


def mark_repeats(page: CleanPage) -> Iterator[Finding]:
    """Mark further copies of a line; the first copy stays.

    A copy right behind counts from four words on, one close by from six. Farther off only long
    lines count, and only where few repeat: a plan or a programme repeats on purpose.
    """
    seen: dict[str, int] = {}
    far: list[int] = []
    for index, line in enumerate(page.lines):
        if line.words < _FEWEST_NEAR:
            continue
        away = index - seen.get(line.text, index)
        if _is_close(away, line.words):
            yield Finding(
                index=index, kind="repeat", reason="repeats a line close by word for word"
            )
        elif away and line.words >= _FEWEST_WORDS:
            far.append(index)
        seen[line.text] = index
    if _are_few(page, far):
        for index in far:
            yield Finding(
                index=index, kind="repeat", reason="repeats an earlier line word for word"
            )


def _is_close(away: int, words: int) -> bool:
    """Whether the same words so many lines before (0: nowhere) make a line of so many a copy."""
    return away == 1 or (0 < away <= _NEAR and words >= _FEWEST_APART)


def _are_few(page: CleanPage, far: list[int]) -> bool:
    """Whether copies far off are so few, for a text that may stand there twice, that they are no
    plan.
    """
    most = len(page.lines) // 4 if _is_copied_whole(page, far) else 0
    return len(far) <= max(_MOST_FAR, most)


def _is_copied_whole(page: CleanPage, far: list[int]) -> bool:
    """Whether the copies are paragraphs, each copied once, so that the text stands there
    twice.
    """
    texts = {page.lines[index].text for index in far}
    return len(texts) == len(far) and all(page.lines[index].prose for index in far)
