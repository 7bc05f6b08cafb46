"""Pages that a server sends in place of an article: errors, checks for robots, walls of consent or
payment.
"""

from collections.abc import Sequence

from briefing.ingest import paying
from briefing.language import late, wordlist

_FEW_WORDS = 150  # more words of prose are an article, whatever it speaks of
_FEW_AT_WALL = 60

_PATTERNS = wordlist.patterns("en", "words/walls")
_REFUSED = _PATTERNS["refused"]
_ROBOTS = _PATTERNS["robots"]
_REDIRECTED = _PATTERNS["redirected"]
_CONSENT = _PATTERNS["consent"]
_FEWEST_SIGNS = 2
_SENTENCE, _FEWEST_SENTENCES = 8, 2  # words of a sentence; how many are an article's beginning
_ENDS = (".", "!", "?", "”", '"', "…")


def wall_reason(title: str, article: Sequence[str], page: Sequence[str]) -> str | None:
    """Say what stands in the article's place, or give None where there may be an article.

    `article` are the lines that may be the article's own, `page` all that the page shows.
    """
    own = " ".join(article)
    words = len(own.split())
    if words >= _FEW_WORDS:
        return None
    shown = " ".join(page)[:20_000].casefold()
    headed = f"{title} {' '.join(page[:3])}".casefold()[:400]
    few = len(shown.split()) < _FEW_WORDS
    refused = _REFUSED.search(headed)
    if (few and refused) or _REFUSED.fullmatch(title.casefold().strip()):
        code = f" ({refused['code']})" if refused and refused["code"] else ""
        return f"the server refused the page{code}: this is its message, not an article"
    if few and _ROBOTS.search(shown):
        return "the page asks whether a robot reads it: this is no article"
    if words < _FEW_AT_WALL and _REDIRECTED.search(shown):
        return "the page only leads to another: the article is not in it"
    if len(_CONSENT.findall(shown)) >= _FEWEST_SIGNS and _speaks_of_wall(own, _CONSENT):
        return "the page asks for consent to cookies first: the article is not in it"
    if words < _FEW_AT_WALL and paying.PAYMENT.search(shown) and not _tells(article):
        return "the page asks to subscribe or sign in first: the article is not in it"
    return None


def _tells(article: Sequence[str]) -> bool:
    """Whether several lines are sentences that do not ask to pay: an article's beginning."""
    told = (
        line for line in article
        if len(line.split()) >= _SENTENCE and line.rstrip().endswith(_ENDS)
    )  # fmt: skip
    return sum(not paying.asks_to_pay(line) for line in told) >= _FEWEST_SENTENCES


def _speaks_of_wall(own: str, pattern: late.Pattern) -> bool:
    """Whether what is left for an article is about the wall itself."""
    folded = own.casefold()
    return (
        not folded
        or len(folded.split()) < _FEW_AT_WALL
        or len(pattern.findall(folded)) >= _FEWEST_SIGNS
    )
