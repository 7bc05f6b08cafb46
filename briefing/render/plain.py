"""Source text made fit to stand on a page: visible, one line, and never anything but text."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

from briefing.language import unseen

_WHITE = re.compile(r"\s+")
# Controls, the bidirectional embeddings, overrides and isolates, the line and paragraph separators,
# the invisible operators and tags, the byte-order mark, interlinear marks, lone surrogates and the
# non-characters. Joiners and the two plain direction marks stay: Arabic and Persian need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]",
)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_SCHEMES = frozenset({"http", "https"})
_FRAGMENT_WORDS = 6  # at either end of a long quote: enough to be found once
_LINK = re.compile(r"[!-~]+")


def clean_line(text: str) -> str:
    """`text` on one line, white space folded, every unseen or re-ordering character spelt out.

    A right-to-left override becomes "‹U+202E›": the reader sees that something was there, and no
    renderer obeys it. Places where a word may break (soft hyphens, zero-width spaces) are left out:
    nobody sees them in the source either. The exact characters stand in brief.json.
    """
    return visible_words(text).strip()


def visible_words(text: str) -> str:
    """Do the same, but leave a space at either end where the text has white space there."""
    spelt = _UNSEEN.sub(lambda match: f"‹U+{ord(match.group()):04X}›", unseen.strip_unseen(text))
    return _WHITE.sub(" ", spelt)


def text_direction(text: str) -> str:
    """Either "rtl" where the first letter with a direction runs from right to left, or "ltr"."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT_TO_LEFT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def has_rtl(text: str) -> bool:
    """True where some letter of `text` runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def runs_otherwise(text: str, direction: str) -> bool:
    """True where some letter of `text` runs otherwise than a page of that direction."""
    if direction == "ltr":
        return has_rtl(text)
    return any(unicodedata.bidirectional(c) == "L" for c in text)


def safe_web_link(url: str | None) -> str:
    """`url` where it is safe to make a link of it (http or https, a host, plain ASCII), else
    "".
    """
    if not url or not _LINK.fullmatch(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in _SCHEMES and parts.hostname else ""


def link_words(url: str, words: str) -> str:
    """`url` led on to the very words on that page; "" for "" (WICG, Text Fragments).

    Of a long quote the two ends are named, for browsers look for a stretch from one to the other. A
    page that has changed since is shown from its beginning.
    """
    told = words.split()
    if not url or not told:
        return url
    ends = (
        (told,)
        if len(told) <= 2 * _FRAGMENT_WORDS
        else (told[:_FRAGMENT_WORDS], told[-_FRAGMENT_WORDS:])
    )
    fragment = ",".join(_encode_fragment(" ".join(end)) for end in ends)
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _encode_fragment(words: str) -> str:
    """Percent-encode all that a text directive has a use for: its own signs are "," "-" and "&"."""
    return quote(words, safe="").replace("-", "%2D")
