"""An article that breaks off in the middle of a sentence: a page saved before it was there, a
summary that somebody cut to a length, an end behind a wall.

What is left of the sentence may say something else than the whole did ("the mayor did not say that
the dam"), and a full stop put behind it would be ours.
"""

from collections.abc import Sequence

from briefing.ingest.clean.page import Line
from briefing.language import late
from briefing.model import Mark

_FEWEST_WORDS = 8  # of a last line that is the beginning of a sentence, and of one that ends
_MOST_BEHIND = 20  # lines at the end, marked ones too, among which the article's last two stand
_DOTS = ("…", "...", "[…]", "[...]", "(…)", "(...)")
_CLOSED = tuple("”\"’'»“›)]」』】:")  # no stop, but an end
_GOES_ON = late.pattern(r"[\w,;:–—-]")  # the last sign of a sentence cut off; a picture is an end
_REASON = "the text breaks off here, in the middle of a sentence"


def join_unfinished(
    text: str, lines: Sequence[Line], marks: tuple[Mark, ...], language: str | None
) -> tuple[Mark, ...]:
    """The marks of an article with one over its last sentence where its last line has no end while
    the one before is a sentence that has; in order of the text. `lines` are its own, `marks` what
    lies on them already.
    """
    last = _find_unfinished(lines, marks)
    if last is None:
        return marks
    from briefing.languages.packs import pack_for  # noqa: PLC0415 - few texts break off

    found = pack_for(language).split_sentences(text, last.start, last.end)
    start = found[-1].start if found else last.start
    mark = Mark(start=start, end=last.end, kind="hidden", reason=_REASON)
    return tuple(sorted((*marks, mark), key=lambda one: (one.start, one.end)))


def _find_unfinished(lines: Sequence[Line], marks: Sequence[Mark]) -> Line | None:
    """The last line of an article that no mark lies on, where it breaks off."""
    own = (one for one in reversed(lines[-_MOST_BEHIND:]) if not _is_marked(one, marks))
    last = next(own, None)
    if last is None or not _is_unfinished(last):
        return None
    before = next(own, None)
    ends = before is not None and before.closed and before.words >= _FEWEST_WORDS
    return last if ends else None


def _is_unfinished(line: Line) -> bool:
    """Whether a line has the length of a sentence, is no item, note or row of a table, and ends
    neither as a sentence does nor with an address.
    """
    if line.words < _FEWEST_WORDS or line.item or "\t" in line.text:
        return False
    said = line.text.rstrip()
    if said.startswith("[") or "/" in said.rsplit(" ", 1)[-1]:
        return False
    if said.endswith(_DOTS):
        return True
    return not (line.closed or said.endswith(_CLOSED)) and _GOES_ON.match(said[-1:]) is not None


def _is_marked(line: Line, marks: Sequence[Mark]) -> bool:
    return any(mark.start < line.end and line.start < mark.end for mark in marks)
