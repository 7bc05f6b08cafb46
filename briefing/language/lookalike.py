"""Names compared by how they look: without case, spaces and articles, and with letters that look
alike as one.
"""

import unicodedata

from briefing.language import late, wordlist

_PAIRS = (
    "аa еe оo рp сc уy хx іi ѕs ԁd ԛq һh ӏl кk мm тt вb нh αa εe οo ρp τt υy χx νv κk ιi βb ηn γy"
)
_ALIKE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_NO_LETTER = late.pattern(r"[\W_]+")
_BRACKETED = late.pattern(r"\s*\([^()]*\)")
_ARTICLES = wordlist.read("mul", "articles").words()


def spelling_key(name: str) -> str:
    """What spellings of one name share; empty for a name without letters and figures.

    Case, accents, spaces, hyphens, an article before it, an edition in brackets, and Cyrillic or
    Greek letters that look like Latin ones make no difference.
    """
    return "".join(name_words(name))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as `key` sees them."""
    apart = unicodedata.normalize("NFKD", _BRACKETED.sub("", name)).casefold()
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ALIKE)
    found = tuple(word for word in _NO_LETTER.split(plain) if word)
    return found[1:] if len(found) > 1 and found[0] in _ARTICLES else found


def strange_letters(name: str) -> str:
    """The Cyrillic and Greek letters in a name of Latin ones, each once; empty for an honest
    name.
    """
    if name.isascii() or not any("LATIN" in _sign_script(sign) for sign in name):
        return ""
    return "".join(
        dict.fromkeys(sign for sign in name if _sign_script(sign) in {"CYRILLIC", "GREEK"})
    )


def _sign_script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
