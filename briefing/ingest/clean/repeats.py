"""Lines that stand in the article twice."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.ingest.clean.page import CleanPage, Finding

_FEWEST_WORDS = 15  # shorter lines repeat in tables, lists and refrains
_FEWEST_NEAR = 4
_FEWEST_APART = 6
_MOST_FAR = 3
_FEWEST_IN_COPY = 3  # long lines of a text that stands there again
_MOST_OF_TEXT = 0.8  # share of its long lines that a copy must have
_NEAR = 3  # lines within which a shorter repetition is a copy too


def mark_repeats(page: CleanPage) -> Iterator[Finding]:
    """Mark further copies of a line; the first copy stays.

    A copy right behind counts from four words on, one close by from six. Farther off only long
    lines count, and only where few repeat: a plan or a programme repeats on purpose. The
    whole text, line after line, is a copy however often it stands there.
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
    copied = far if _are_few(page, far) else _find_copies(page) if far else ()
    for index in copied:
        yield Finding(index=index, kind="repeat", reason="repeats an earlier line word for word")


def _find_copies(page: CleanPage) -> list[int]:
    """The lines of further copies of the whole text: its long lines in their order, from the first
    on, with the short ones among them and right beside them that stood there too.
    """
    long = [index for index, line in enumerate(page.lines) if line.words >= _FEWEST_WORDS]
    texts = [page.lines[index].text for index in long]
    places = {text: place for place, text in reversed([*enumerate(texts)])}
    first = {line.text: index for index, line in reversed([*enumerate(page.lines)])}
    copies, at, whole = list[int](), 1, 0
    while at < len(long):
        count = _count_copied(texts, places, at)
        whole = whole or (at if count else 0)
        if count >= max(_FEWEST_IN_COPY, _MOST_OF_TEXT * whole):
            copies += _widen_copy(page, first, long[at], long[at + count - 1] + 1)
        at += max(count, 1)
    return copies


def _count_copied(texts: Sequence[str], places: Mapping[str, int], at: int) -> int:
    """How many texts from `at` on stand in the order of the first ones; `places` are their first
    ones. A text may begin with a line that is not copied.
    """
    begin = places[texts[at]]
    if begin > 1 or begin == at:
        return 0
    count = 1
    while at + count < len(texts) and texts[at + count] == texts[begin + count]:
        count += 1
    return min(count, at - begin)


def _widen_copy(page: CleanPage, first: Mapping[str, int], start: int, stop: int) -> list[int]:
    """The lines from `start` up to `stop`, and those right beside them, that stood there before, by
    where each is `first`.
    """
    while start > 1 and first[page.lines[start - 1].text] < start - 1:
        start -= 1
    while stop < len(page.lines) and first[page.lines[stop].text] < start:
        stop += 1
    return [at for at in range(start, stop) if first[page.lines[at].text] < at]


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
