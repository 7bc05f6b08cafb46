"""Bytes to text: which encoding, and what is no text at all."""

import codecs
import re
from dataclasses import dataclass

from briefing.ingest.guessing import guess_encoding
from briefing.language import late

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SAMPLE = 4096  # bytes looked at to recognise UTF-16 and UTF-32 without a byte-order mark
_CONTROL = late.pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01  # share of control characters above which a file is data, not text
_MOST_FOREIGN = 0.3  # share of non-ASCII letters that no Western text reaches in Windows-1252
_MOST_BROKEN = 0.25  # broken sequences per sound one up to which a file is still damaged UTF-8
_MOST_BROKEN_PLAINLY = 0.05  # the same where a label says that it is no UTF-8
TWICE = "utf-8 in utf-8"
"""The encoding of a text that was taken for Windows-1252 and encoded again."""
# In bytes, which are searched quicker than signs: a first byte of UTF-8 as Latin-1 shows it, before
# what may be a later one; and first bytes of signs that Windows-1252 has not.
_TWICE = re.compile(rb"\xc3[\x82-\xb4](?:\xc2|\xc5|\xc6\x92|\xcb|\xe2[\x80\x82\x84])")
_MARK = b"\xef\xbb\xbf"  # of byte order, at the beginning
_NOT_WESTERN = re.compile(rb"[\xc4\xc7-\xca\xcc-\xdf\xe0\xe1\xe3-\xf4]")
_FEWEST_TWICE = 3  # signs that such a text must hold
_WESTERN = {
    ord(sign): byte
    for byte in range(0x80, 0xA0)
    if (sign := bytes([byte]).decode("cp1252", "ignore"))
}  # by the signs of Windows-1252 that Latin-1 lacks, their bytes
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")

_SIGNATURES = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "sound, video or an image"),
    (b"OggS", "sound or video"),
    (b"ID3", "sound"),
    (b"\x1f\x8b", "a compressed file (unpack it)"),
    (b"BZh", "a compressed file (unpack it)"),
    (b"\xfd7zXZ\x00", "a compressed file (unpack it)"),
    (b"7z\xbc\xaf", "a compressed file (unpack it)"),
    (b"Rar!", "a compressed file (unpack it)"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"AT&TFORM", "a scanned book (save it as PDF with its text)"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file (byte-order mark aside) and the encoding they stood in.

    `broken` counts the places that were no valid UTF-8 and read U+FFFD in `text`. `guessed` says
    that nothing but the words told the encoding.
    """

    text: str
    encoding: str
    broken: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecodable:
    """Why bytes are no text, in words a reader understands."""

    reason: str


def decode_text(data: bytes) -> Decoded | Undecodable:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 (with or without mark), Windows-1252, or an old
    encoding of Russian, Ukrainian, Arabic, Japanese or Chinese that its words bear out.

    Line ends stay as they are. Other encodings are refused rather than turned into wrong letters.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return Undecodable(reason=f"not a text file: its content is {name}")
    decoded = _by_mark(data) or _by_zeros(data) or _decode_utf8(data) or _decode_old(data)
    if decoded is None:
        return Undecodable(
            reason="the encoding is none of UTF-8, UTF-16, UTF-32 and Windows-1252, and no other "
            "that its words bear out, or this is no text"
        )
    if len(_CONTROL.findall(decoded.text)) > _MOST_CONTROL * len(decoded.text):
        return Undecodable(reason="not a text file: its content is binary")
    return decoded


def plainly_utf8(data: bytes) -> Decoded | None:
    """Decode bytes that can hardly be anything but UTF-8: signs beyond ASCII, nearly all sound.

    None for ASCII alone, which every label fits, and where more than one sign in twenty is broken.
    """
    if data.isascii():
        return None
    try:
        return _name_decoding(data, data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if broken:
        sound = _count_beyond_ascii(text) - broken
        if broken > _MOST_BROKEN_PLAINLY * sound:
            return None
    return Decoded(text=text.removeprefix("\ufeff"), encoding="utf-8", broken=max(0, broken))


def _count_beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name, codec in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(text=data.decode(codec), encoding=name)
            except UnicodeDecodeError:
                return _decode_damaged(data[len(mark) :]) if name == "utf-8" else None
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """Recognise UTF-16 and UTF-32 without a mark by where the zero bytes of Latin text stand."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if sample.count(0) < len(sample) / 5:
        return None
    zeros = [sample[offset::4].count(0) / max(1, len(sample[offset::4])) for offset in range(4)]
    full, none = 0.7, 0.1
    shapes = (
        ("utf-32-le", (False, True, True, True)),
        ("utf-32-be", (True, True, True, False)),
        ("utf-16-le", (False, True, False, True)),
        ("utf-16-be", (True, False, True, False)),
    )
    for codec, shape in shapes:
        if all(
            share > full if zero else share < none for share, zero in zip(zeros, shape, strict=True)
        ):
            try:
                return Decoded(text=data.decode(codec), encoding=codec)
            except UnicodeDecodeError:
                return None
    return None


def _decode_utf8(data: bytes) -> Decoded | None:
    try:
        return _name_decoding(data, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _name_decoding(data: bytes, text: str) -> Decoded:
    """What `data` were decoded to as UTF-8, once more where that surely is UTF-8 which somebody
    took for Windows-1252 and encoded again.
    """
    begins = len(_MARK) if data.startswith(_MARK) else 0
    may_be = _TWICE.search(data) is not None and _NOT_WESTERN.search(data, begins) is None
    again = _decode_again(text) if may_be else None
    if again is None:
        return Decoded(text=text, encoding="utf-8")
    return Decoded(text=again, encoding=TWICE)


def _decode_again(text: str) -> str | None:
    """A text whose every sign beyond ASCII is a byte of UTF-8, as Windows-1252 shows bytes, read
    as these bytes; None for any other: a sign that stands for itself would break it. Few signs
    prove nothing.
    """
    try:
        data = text.translate(_WESTERN).encode("latin-1")
        again = data.decode("utf-8")
    except UnicodeError:
        return None
    return again if _count_beyond_ascii(again) >= _FEWEST_TWICE else None


def _decode_damaged(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few broken bytes; in Windows-1252 nearly every high byte would be
    broken.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = _count_beyond_ascii(text) - broken
    if broken > _MOST_BROKEN * sound:
        return None
    return Decoded(text=text, encoding="utf-8", broken=broken)


def _decode_old(data: bytes) -> Decoded | None:
    """Decode bytes in an encoding of one language or few: Western, or what the words tell."""
    return _decode_western(data) or decode_by_words(data)


def decode_by_words(data: bytes) -> Decoded | None:
    """Decode bytes in the old encoding of a language in which they have its small words; None
    where none stands out.
    """
    guess = guess_encoding(data)
    if guess is None:
        return None
    try:
        return Decoded(text=data.decode(guess.codec), encoding=guess.name, guessed=True)
    except UnicodeDecodeError:
        return None


def _decode_western(data: bytes) -> Decoded | None:
    if len(_HIGH.findall(data)) > _MOST_FOREIGN * max(1, len(_LETTER.findall(data))):
        return None
    try:
        return Decoded(text=data.decode("cp1252"), encoding="windows-1252")
    except UnicodeDecodeError:
        return None
