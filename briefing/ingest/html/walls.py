"""Pages that a server sends in place of an article: errors, checks for robots, walls of consent or
payment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.ingest import paying
from briefing.language import late, wordlist

_FEW_WORDS = 150  # more words of prose are an article, whatever it speaks of
_FEW_AT_WALL = 60
_MOST_READ = 20_000  # characters of what the page shows

_PATTERNS = wordlist.patterns("en", "words/walls")
_REFUSED = _PATTERNS["refused"]
_ROBOTS = _PATTERNS["robots"]
_REDIRECTED = _PATTERNS["redirected"]
_CONSENT = _PATTERNS["consent"]
_FEWEST_SIGNS = 2
_SENTENCE, _FEWEST_SENTENCES = 8, 2  # words of a sentence; how many are an article's beginning
_ENDS = (".", "!", "?", "”", '"', "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a page shows, in lower case, and what of it may be an article: lines, words in one, how
    many these are.
    """

    shown: str
    article: Sequence[str]
    own: str
    words: int

    def is_short(self) -> bool:
        """Whether the page shows no more than a message may."""
        return len(self.shown.split()) < _FEW_WORDS


def wall_reason(title: str, article: Sequence[str], page: Sequence[str]) -> str | None:
    """Say what stands in the article's place, or give None where there may be an article.

    `article` are the lines that may be the article's own, `page` all that the page shows.
    """
    own = " ".join(article)
    words = len(own.split())
    if words >= _FEW_WORDS:
        return None
    shown = " ".join(page)[:_MOST_READ].casefold()
    seen = _Seen(shown=shown, article=article, own=own, words=words)
    told = (reason for stands, reason in _WALLS if stands(seen))
    return _refusal_reason(title, page, seen) or next(told, None)


def _refusal_reason(title: str, page: Sequence[str], seen: _Seen) -> str:
    """How a server says that it gives no article; empty where it doesn't."""
    headed = f"{title} {' '.join(page[:3])}".casefold()[:400]
    refused = _REFUSED.search(headed)
    if not (refused and seen.is_short()) and not _REFUSED.fullmatch(title.casefold().strip()):
        return ""
    code = f" ({refused['code']})" if refused and refused["code"] else ""
    return f"the server refused the page{code}: this is its message, not an article"


def _asks_for_robots(seen: _Seen) -> bool:
    return seen.is_short() and _ROBOTS.search(seen.shown) is not None


def _leads_on(seen: _Seen) -> bool:
    return seen.words < _FEW_AT_WALL and _REDIRECTED.search(seen.shown) is not None


def _asks_for_consent(seen: _Seen) -> bool:
    asks = len(_CONSENT.findall(seen.shown)) >= _FEWEST_SIGNS
    return asks and _speaks_of_wall(seen.own, _CONSENT)


def _asks_for_payment(seen: _Seen) -> bool:
    asks = seen.words < _FEW_AT_WALL and paying.PAYMENT.search(seen.shown) is not None
    return asks and not _tells(seen.article)


_WALLS: tuple[tuple[Callable[[_Seen], bool], str], ...] = (
    (_asks_for_robots, "the page asks whether a robot reads it: this is no article"),
    (_leads_on, "the page only leads to another: the article is not in it"),
    (
        _asks_for_consent,
        "the page asks for consent to cookies first: the article is not in it",
    ),
    (
        _asks_for_payment,
        "the page asks to subscribe or sign in first: the article is not in it",
    ),
)  # what may stand in an article's place; the first counts


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
