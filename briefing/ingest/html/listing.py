"""Pages that only list other articles: the front of a site, a section, results of a search."""

from collections.abc import Iterator, Sequence
from itertools import compress

from selectolax.lexbor import LexborHTMLParser

from briefing.ingest.clean.page import count_words
from briefing.ingest.html.visible import Block

REASON = "the page lists other articles: it is none itself"
"""Why nothing of such a page is read."""

_FEWEST, _SHARE = 5, 0.9  # headings of a list, and how many of them are such as a list's
_MOST_WORDS, _FEWEST_WORDS = 60, 6  # words under one heading, and of a line that is counted
_LINKED = "a[href] h2,a[href] h3,a[href] h4,h2 a[href],h3 a[href],h4 a[href]"


def lists_articles(
    tree: LexborHTMLParser, blocks: Sequence[Block], own: Sequence[bool], told: Sequence[str]
) -> bool:
    """Whether the lines taken for an article are headings that lead elsewhere, each with a few
    words under it. `told` is what the page's data tell of an article: where they do, it is one.
    """
    under = [] if told else list(_words_under(list(compress(blocks, own))))
    few = [count for count in under if count <= _MOST_WORDS]
    if len(under) < _FEWEST or len(few) < _SHARE * len(under):
        return False
    return len({node.mem_id for node in tree.css(_LINKED)}) >= _SHARE * len(under)


def _words_under(lines: Sequence[Block]) -> Iterator[int]:
    """How many words stand under each heading; a text before the first is under one too."""
    count, headed = 0, False
    for line in lines:
        if line.kind == "heading":
            if headed or count:
                yield count
            count, headed = 0, True
        elif not line.kind:
            words = count_words(line.text)
            count += words if words >= _FEWEST_WORDS else 0
    if headed or count:
        yield count
