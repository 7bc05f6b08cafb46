"""Signs inside words that nobody sees: where a word may break, and where it may not.

A soft hyphen, a zero-width space, a word joiner and a byte-order mark in mid-text change neither
the word nor its meaning. Joiners of scripts that need them (U+200C, U+200D) are no such signs.
"""

from briefing.language import late

BREAKS = "\u00ad\u200b\u2060\ufeff"
"""The signs, as a string of single characters."""

_BREAKS = late.pattern(f"[{BREAKS}]+")


def strip_unseen(text: str) -> str:
    """`text` as it is seen, without the signs; the same object where it has none."""
    if not text.isascii():
        for sign in BREAKS:
            text = text.replace(sign, "")
    return text


def seen_text(text: str) -> tuple[str, list[int]] | None:
    """`text` without the signs and, for each character left, its offset in `text`.

    None where `text` has none of the signs, so that nobody maps offsets that are the same.
    """
    if text.isascii() or not _BREAKS.search(text):
        return None
    places = [at for at, sign in enumerate(text) if sign not in BREAKS]
    return "".join(text[at] for at in places), places
