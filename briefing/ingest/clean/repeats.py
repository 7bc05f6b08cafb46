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
        earlier = seen.get(line.text)
        if earlier is not None and (
            index - earlier == 1 or (index - earlier <= _NEAR and line.words >= _FEWEST_APART)
        ):
            yield Finding(
                index=index, kind="repeat", reason="repeats a line close by word for word"
            )
        elif earlier is not None and line.words >= _FEWEST_WORDS:
            far.append(index)
        seen[line.text] = index
    if len(far) <= max(_MOST_FAR, len(page.lines) // 4 if _is_copied_whole(page, far) else 0):
        for index in far:
            yield Finding(
                index=index, kind="repeat", reason="repeats an earlier line word for word"
            )


def _is_copied_whole(page: CleanPage, far: list[int]) -> bool:
    """Whether the copies are paragraphs, each copied once, so that the text stands there
    twice.
    """
    texts = {page.lines[index].text for index in far}
    return len(texts) == len(far) and all(page.lines[index].prose for index in far)
