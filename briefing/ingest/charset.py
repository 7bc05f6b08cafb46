"""Decoding where somebody says in which encoding: a page, a server, a letter."""

import codecs
import re
from dataclasses import replace

from briefing.ingest import decode
from briefing.ingest.decode import Decoded, Undecodable

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_SAMPLE = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Labels that browsers read as another encoding than the label says (WHATWG Encoding Standard).
_MEANT = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "windows-1252": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    "sjis": "cp932", "x-sjis": "cp932", "big5": "big5hkscs", "iso-8859-11": "cp874",
    "tis-620": "cp874", "iso-8859-8-i": "iso-8859-8", "x-gbk": "gb18030",
}  # fmt: skip
_NO_TEXT = frozenset(
    "utf-7 utf7 unicode-escape raw-unicode-escape idna punycode base64 bz2 hex quopri rot13 uu "
    "zlib".split()
)
_WIDE = (
    "utf-16",
    "utf16",
    "utf_16",
    "utf-32",
    "utf32",
    "utf_32",
    "unicode",
    "ucs",
)  # nearly any bytes would do
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_FOREIGN_WORD = re.compile(rb"[\xc0-\xff]{3,}")  # letters in a row that are no ASCII
_FEWEST_FOREIGN = 60  # bytes in such words
_MOST_BROKEN = 0.02  # share of characters that a wrong label would break


def decode_markup(data: bytes, said: str | None) -> Decoded | Undecodable:
    """Decode a page: by its byte-order mark, the server's word, its own, and else by its bytes.

    A label that the bytes don't bear out is passed over, and bytes that are UTF-8 are read as
    UTF-8 whatever the labels say. Line ends stay.
    """
    if data.startswith(_MARKS):
        return decode.decode_text(data)
    if plainly := decode.plainly_utf8(data):
        return plainly
    head = data[:_SAMPLE]
    own = _XML.match(head) or _META.search(head)
    for label in (said, own[1].decode("ascii", "replace") if own else None):
        if label and (found := decode_labelled(data, label)):
            return found
    return decode.decode_text(data)


def decode_labelled(data: bytes, label: str) -> Decoded | None:
    """Decode by a label, or give None where the label is unknown or wrong.

    Bytes that are UTF-8, signs beyond ASCII included, are read as such: one-byte encodings would
    take them for something else without ever failing.
    """
    if plainly := decode.plainly_utf8(data):
        return plainly
    name = label.strip().strip("\"'").lower()
    name = _MEANT.get(name, name)
    if name.replace("_", "-") in _NO_TEXT or name.startswith(_WIDE):
        return None
    try:
        codec = codecs.lookup(name)
        text, broken = _decode_lossily(data, codec.name)
    except (LookupError, ValueError):
        return None
    foreign = _decode_foreign(data) if codec.name == "cp1252" else None
    return foreign or _take_decoded(data, codec, text, broken)


def _take_decoded(data: bytes, codec: codecs.CodecInfo, text: str, broken: int) -> Decoded | None:
    """What a codec made of bytes; None where it broke too much to be theirs."""
    if broken > _MOST_BROKEN * len(text) or (codec.name == "utf-8" and _is_one_byte(data, broken)):
        return None
    return Decoded(
        text=text.removeprefix("\ufeff"), encoding=_shown_codec(codec.name), broken=broken
    )


def _decode_foreign(data: bytes) -> Decoded | None:
    """Decode bytes that are called Western though their letters beyond ASCII stand in whole words,
    as no Western text has them: by what their words tell, None where they tell nothing.
    """
    foreign = sum(map(len, _FOREIGN_WORD.findall(data)))
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII)) if foreign else 0
    if foreign < _FEWEST_FOREIGN or foreign * 2 < beyond:
        return None
    found = decode.decode_by_words(data)
    return replace(found, guessed=False) if found else None


def _decode_lossily(data: bytes, codec: str) -> tuple[str, int]:
    """The text, and how many characters of it could not be decoded."""
    try:
        return data.decode(codec), 0
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        return text, max(0, text.count("\ufffd") - data.count(b"\xef\xbf\xbd"))


def _is_one_byte(data: bytes, broken: int) -> bool:
    """Whether bytes that are no sound UTF-8 hold no sign of it: each byte beyond ASCII is broken
    by itself, as in a text of a one-byte encoding that is called UTF-8.
    """
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    return 0 < beyond <= broken


def _shown_codec(name: str) -> str:
    return {"cp1252": "windows-1252", "cp1251": "windows-1251", "cp1254": "windows-1254"}.get(
        name, name
    )
