"""Characters that a reader cannot see or that stand for others: nothing that holds one is told."""

from collections.abc import Iterator

from briefing.language import late
from briefing.model import Mark

_UNSEEN = late.pattern(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a\u202b\u202d\u202e\ufffd\ufffe\uffff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]+"
)
# What Windows-1252 shows for the bytes 80 to BF, which follow the first byte of a sign in UTF-8;
# apart those that may stand behind a capital letter in honest text.
_ODD = "€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ\x80-\x9f¡-ª¬-º¼-¿"
_COMMON = "‘’“”–—…\xa0«»"
_CYRILLIC = "ЂЃѓЉ‹ЊЌЋЏђљ›њќћџЎўЈҐЁЄЇІіґёєјЅѕї‚„…†‡€‰‘’“”•–—™\xa0-\xbf№"
_SUSPECT = late.pattern("[âÃÂÐÑРСØÙ‚√ï]")
_MISREAD = late.pattern(
    rf"(?:â[€‚][{_ODD}{_COMMON}]?"  # quotation marks, dashes, the euro sign
    rf"|Ã(?:[{_ODD}]|[{_COMMON}](?=[a-z]))"  # accented letters
    r"|Â[\xa0£¥§©«®°±·»¿½¼¾]"  # signs that stand in Latin-1 too
    rf"|(?:[ÐÑ][{_ODD}{_COMMON}]){{2,}}"  # Cyrillic read as Western
    rf"|(?:[РС][{_CYRILLIC}]){{3,}}"  # Cyrillic read as Windows-1251
    rf"|(?:[ØÙ][{_ODD}{_COMMON}]){{3,}}"  # Arabic
    r"|‚Ä[ôòúùìîï¶¢]|√[©®°†ß∂±∫]"  # the same, read as of an old Macintosh
    r"|ï»¿|ï¿½)+"
)


def mark_unseen(text: str) -> tuple[Mark, ...]:
    """Mark runs of control characters, direction overrides, tag characters and misread signs.

    Misread are the letters that UTF-8 shows when somebody took it for Windows-1252, 1251 or Mac
    Roman ("â€™" for an apostrophe). All stay in the text as evidence; sentences that hold one serve
    no statement. Zero-width spaces and soft hyphens are left alone: they change no meaning and
    stand in honest text.
    """
    found: list[Mark] = []
    if not _is_plain(text):
        found += _mark_pattern(_UNSEEN, text, "control characters or direction overrides")
    if not text.isascii():
        found += _mark_misread(text)
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


def _is_plain(text: str) -> bool:
    """Quickly: whether a text has none of the signs that don't print, line ends and tabs aside."""
    line = text.replace("\n", "").replace("\t", "")
    return line.isprintable() and "\ufffd" not in line


def _mark_misread(text: str) -> Iterator[Mark]:
    """Mark what was misread, looked for only where one of its first letters stands."""
    end = 0
    for suspect in _SUSPECT.finditer(text):
        match = _MISREAD.match(text, suspect.start()) if suspect.start() >= end else None
        if match:
            end = match.end()
            reason = "characters garbled by a wrong encoding"
            yield Mark(start=match.start(), end=end, kind="hidden", reason=reason)


def _mark_pattern(pattern: late.Pattern, text: str, reason: str) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        yield Mark(start=match.start(), end=match.end(), kind="hidden", reason=reason)
