"""Which language a text is in: by its script, and by its commonest small words."""

import re
from collections import Counter

from briefing.language import late, wordlist

_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "Kana", "[\u3040-\u30ff]"),
    ("ko", "Hangul", "[\uac00-\ud7af]"),
    ("zh", "Han", "[\u3400-\u9fff]"),
    ("ar", "Arabic", "[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    ("he", "Hebrew", "[\u0590-\u05ff]"),
    ("el", "Greek", "[\u0370-\u03ff]"),
    ("ru", "Cyrillic", "[\u0400-\u04ff]"),
    ("hi", "Devanagari", "[\u0900-\u097f]"),
    ("th", "Thai", "[\u0e00-\u0e7f]"),
    ("hy", "Armenian", "[\u0530-\u058f]"),
    ("ka", "Georgian", "[\u10a0-\u10ff]"),
    ("bn", "Bengali", "[\u0980-\u09ff]"),
    ("ta", "Tamil", "[\u0b80-\u0bff]"),
    ("am", "Ethiopic", "[\u1200-\u137f]"),
)
_FINDERS = tuple((code, late.pattern(pattern + "+")) for code, _, pattern in _SCRIPTS)
_LATIN = late.pattern("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_OTHER = late.pattern("[" + "".join(pattern[1:-1] for _, _, pattern in _SCRIPTS) + "]")
_UKRAINIAN, _RUSSIAN = late.pattern("[іїєґІЇЄҐ]"), late.pattern("[ыэъёЫЭЪЁ]")
_PERSIAN, _URDU = late.pattern("[پچژگی]"), late.pattern("[ٹڈڑےں]")
_FEW_LATIN = late.pattern(3 * f"{_LATIN.pattern.rstrip('+')}.*?", re.DOTALL)
_WORD = late.pattern(r"[^\W\d_]+")
_PRINTED = "‘’“”„–—…•€"  # signs of print beyond Latin-1, none of them a letter
_LETTERS = bytes(
    code if chr(code).isalnum() and not chr(code).isdecimal() else ord(" ") for code in range(256)
)

_SMALL_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in wordlist.read("mul", "small_words").table().items()
}
_LANGUAGES_OF = {
    word: tuple(code for code, words in _SMALL_WORDS.items() if word in words)
    for word in sorted(frozenset().union(*_SMALL_WORDS.values()))
}
_FEWEST_LETTERS = 3
_FEWEST_HITS = 2
_MARGIN = 1.25
_DIFFERENT = 3
_SHARE = 0.2
_PLAINLY = 6  # one word in so many is a small word of the language in almost every sentence of it
_MOST_READ = 4_000


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that `text` is mostly in, or None where it is unsure.

    Scripts that one language mostly uses stand for it; Latin text needs small words of one
    language, clearly more than of any other. Only the first 4,000 characters are looked at.
    """
    seen = text[:_MOST_READ]
    if seen.isascii() or not _OTHER.search(seen):
        return _latin_language(seen) if _FEW_LATIN.search(seen) else None
    latin = _count_letters(_LATIN, seen)
    counts = {code: _count_letters(finder, seen) for code, finder in _FINDERS}
    best = max(counts, key=lambda code: counts[code])
    if counts["ja"] and counts["ja"] + counts["zh"] > max(latin, _FEWEST_LETTERS):
        return "ja"
    if counts[best] >= _FEWEST_LETTERS and counts[best] > latin:
        return _language_within(best, seen)
    return _latin_language(seen) if latin >= _FEWEST_LETTERS else None


def _count_letters(finder: late.Pattern, text: str) -> int:
    """Count the letters of a script, of which `finder` finds runs."""
    return sum(map(len, finder.findall(text)))


def main_script(text: str) -> str | None:
    """`latin` or the name of the other script that most letters of `text` stand in, or
    None.
    """
    if text.isascii() or not _OTHER.search(text):
        return "latin" if _FEW_LATIN.search(text) else None
    counts = Counter(latin=_count_letters(_LATIN, text))
    for (_, name, _), (_, finder) in zip(_SCRIPTS, _FINDERS, strict=True):
        counts[name] = _count_letters(finder, text)
    name, count = counts.most_common(1)[0]
    return name if count >= _FEWEST_LETTERS else None


def is_latin(text: str) -> bool:
    """Whether a text has no letter of another script than Latin."""
    return text.isascii() or not _OTHER.search(text)


def is_plainly(text: str, own: str, *, latin: bool = False) -> bool:
    """Say quickly whether Latin `text` is so full of small words of `own` that it needs no closer
    look; `latin` where it is known to hold no letter of another script.
    """
    known = _SMALL_WORDS.get(own)
    if known is None or not (latin or is_latin(text)):
        return False
    words = text.split()
    return sum(map(known.__contains__, words)) * _PLAINLY >= len(words)


def _language_within(code: str, text: str) -> str:
    if code == "ru" and len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)):
        return "uk"
    if code == "ar" and _URDU.search(text):
        return "ur"
    if code == "ar" and len(_PERSIAN.findall(text)) * 50 > len(text):
        return "fa"
    return code


def foreign_language(text: str, own: str) -> str | None:
    """The language of a Latin line that is surely not in `own`, or None.

    Names and loans carry small words of other languages, so a line needs three different ones that
    make up a fifth of it, and twice as many of them as of the document's own language.
    """
    spoken = _latin_language(text[:_MOST_READ])
    if spoken is None or spoken == own or own not in _SMALL_WORDS:
        return None
    words = [word.casefold() for word in _WORD.findall(text[:_MOST_READ])]
    theirs = list(filter(_SMALL_WORDS[spoken].__contains__, words))
    ours = sum(map(_SMALL_WORDS[own].__contains__, words))
    many = len(theirs) >= max(_SHARE * len(words), 2 * ours)
    return spoken if many and len(set(theirs)) >= _DIFFERENT else None


def _split_words(text: str) -> list[str]:
    """The runs of letters of a text, as `_WORD` finds them; quicker where it is in Latin-1 but for
    signs of print.
    """
    if not text.isascii():
        for sign in _PRINTED:
            text = text.replace(sign, " ")
    try:
        return text.encode("latin-1").translate(_LETTERS).decode("latin-1").split()
    except UnicodeEncodeError:
        return _WORD.findall(text)


def _latin_language(text: str) -> str | None:
    hits = dict.fromkeys(_SMALL_WORDS, 0)
    counts = Counter(_split_words(text.casefold()))
    for word in counts.keys() & _LANGUAGES_OF.keys():
        count = counts[word]
        for code in _LANGUAGES_OF[word]:
            hits[code] += count
    ranked = sorted(hits.items(), key=lambda item: (-item[1], item[0]))
    (best, most), (_, next_most) = ranked[0], ranked[1]
    if most < _FEWEST_HITS or most < _MARGIN * next_most:
        return None
    return best
