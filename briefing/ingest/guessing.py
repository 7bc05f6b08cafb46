"""Bytes in an old encoding without any mark of it: which one, told by the commonest words.

Nearly any bytes are letters in each of these encodings, and only in the right one are they words:
the text is read in each, and one is believed where many of its words are small words of a language
that is written so, far more than in any other. What stays unsure is not read at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.language import late, wordlist

_SAMPLE = 40_000  # bytes that are looked at
_FEWEST = 4  # small words
_SHARE = 0.08  # of all words; running text has 15 to 40 in a hundred, a wrong reading next to none
_MARGIN = 2  # times as many as in the next best reading
_DIFFERENT = 3  # of them, for any bytes make one short word again and again
_NO_TEXT = late.pattern("[\u2500-\u259f\ufffd\x80-\x9f]")  # signs of frames, and of control
_WORD = late.pattern(r"[^\W\d_]+")
_LIST = wordlist.read("mul", "encodings")
_ENCODINGS = _LIST.rows("encodings")  # name, codec, language
_UNSPACED = frozenset({"ja", "zh"})
_LONGEST_CHARACTER = 4  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessedEncoding:
    """An encoding by its usual name and its codec's, and how many small words it makes."""

    name: str
    codec: str
    hits: int


def guess_encoding(data: bytes) -> GuessedEncoding | None:
    """The encoding in which bytes that are no UTF-8 are text of a language written so; None where
    no reading stands out.
    """
    best: dict[str, GuessedEncoding] = {}
    for guess in _readings(data):
        if guess.name not in best or guess.hits > best[guess.name].hits:
            best[guess.name] = guess
    ranked = sorted(best.values(), key=lambda one: (-one.hits, one.name))
    if not ranked or (len(ranked) > 1 and ranked[0].hits < _MARGIN * ranked[1].hits):
        return None
    return ranked[0]


def _readings(data: bytes) -> Iterator[GuessedEncoding]:
    """The encodings in which bytes have enough small words."""
    for name, codec, language in _ENCODINGS:
        text = _read_sample(data, codec)
        if text is None:
            continue
        words, small = _read_words(text, language), _small_words(language)
        hits = [word for word in words if word in small]
        enough = len(hits) >= _FEWEST and len(hits) >= _SHARE * len(words)
        if enough and len(set(hits)) >= _DIFFERENT:
            yield GuessedEncoding(name=name, codec=codec, hits=len(hits))


def _read_sample(data: bytes, codec: str) -> str | None:
    """The beginning of a text; a character may be cut at its end. None where bytes are none of the
    encoding's.
    """
    sample = data[:_SAMPLE]
    for cut in range(_LONGEST_CHARACTER if len(data) > _SAMPLE else 1):
        try:
            text = sample[: len(sample) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
        return None if _NO_TEXT.search(text) else text
    return None


def _read_words(text: str, language: str) -> list[str]:
    """A text's words, those in plain ASCII aside; in scripts without spaces every sign is one."""
    if language in _UNSPACED:
        return [sign for sign in text if sign.isalpha() and not sign.isascii()]
    return [word.lower() for word in _WORD.findall(text) if not word.isascii()]


@cache
def _small_words(language: str) -> frozenset[str]:
    return _LIST.words(language)
