"""Whether markup is nested so deeply that parsing it would take time or memory without end."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

_FORMATS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_CLOSED_ANYHOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li option".split()
)  # elements that hold none of their own kind
_EITHER_CASE = ["".join(f"[{sign}{sign.upper()}]" for sign in name) for name in sorted(_FORMATS)]
# Sets of both letters, after one look at the first: half the time of a pattern that ignores case.
_FORMAT = re.compile(rf"<(?=[abcefinstuABCEFINSTU])(?:{'|'.join(_EITHER_CASE)})(?=[\s/>])")
_TAG = re.compile(r"<(/?[a-zA-Z][^\s>/]{0,20})")
_START = re.compile(r"<[a-zA-Z][\w:-]*\s+(?=[a-zA-Z][\w:-]*[\s=])")
_ATTRIBUTE = re.compile(r"\s[a-zA-Z][\w:-]*(?=[\s=])")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_LONG_TAG = 4_000
_MOST_ATTRIBUTES = 400
_WIDEST_ATTRIBUTE = 50  # characters: code that is no element has fewer words than that
_MOST_OPEN = 400  # format elements open at once: a parser opens them again in every block
_MOST_DEEP = 1_500


@lru_cache(maxsize=1)
def too_deep(markup: str) -> bool:
    """Whether `markup` is no page but a trap.

    That is, thousands of elements, each inside the one before, or thousands of attributes of one
    element. The last answer is kept, since a page is asked about before its parts are.
    """
    if any(map(_has_many_attributes, _long_parts(markup))):
        return True
    opened = markup.count("<")
    if opened < _MOST_OPEN or _is_shallow(markup, opened):
        return False
    tags = _TAG.findall(markup)
    counts = Counter(tags)
    names = {tag: tag.strip("/").lower() for tag in counts}
    formats = [tag for tag, name in names.items() if name in _FORMATS]
    nested = [tag for tag, name in names.items() if name not in _CLOSED_ANYHOW]
    return _more_open(tags, counts, formats, _MOST_OPEN) or _more_open(
        tags, counts, nested, _MOST_DEEP
    )


def _long_parts(markup: str) -> Iterator[str]:
    """The parts between the ends of elements that may be one element with many attributes."""
    start = 0
    while start + _LONG_TAG < len(markup):
        end = markup.rfind(">", start, start + _LONG_TAG + 1)
        if end < 0:
            end = markup.find(">", start + _LONG_TAG)
            end = end if end >= 0 else len(markup)
            yield markup[start:end]
        start = end + 1


def _is_shallow(markup: str, opened: int) -> bool:
    """Whether a page with so many opening brackets has so few elements that, nested or not, they
    are no trap; quickly told.
    """
    if opened > _MOST_DEEP:
        opened -= markup.count("</")
    return opened <= _MOST_DEEP and len(_FORMAT.findall(markup)) <= _MOST_OPEN


def _more_open(
    tags: Sequence[str], counts: Mapping[str, int], among: Iterable[str], most: int
) -> bool:
    """Whether more than `most` of the elements `among` these are open at once."""
    steps = {tag: -1 if tag[0] == "/" else 1 for tag in among}
    if sum(counts[tag] for tag, step in steps.items() if step > 0) <= most:
        return False
    walk = (steps[tag] for tag in tags if tag in steps)
    return max(accumulate(walk, lambda total, step: max(0, total + step), initial=0)) > most


def _has_many_attributes(part: str) -> bool:
    """Whether an element begins in `part`, which ends where it does, and has too many
    attributes.
    """
    start = _START.search(part)
    if start is None:
        return False
    plain = _QUOTED.sub(" ", part[start.end() :])
    return len(_ATTRIBUTE.findall(plain)) > max(_MOST_ATTRIBUTES, len(plain) // _WIDEST_ATTRIBUTE)
