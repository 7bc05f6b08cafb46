"""Titles in a file's properties: which were written for a reader, and which a program filled in."""

import re

from briefing.language import late, wordlist

_LONGEST = 300
_FEWEST_LETTERS = 4
_JUNK = wordlist.patterns("en", "words/filled_titles")
_FILE = late.pattern(
    r"(?:[a-z]:)?[\\/].*[\\/]"
    r"|\.(?:docx?|pdf|indd|odt|html?|txt|rtf|qxp|qxd|pptx?|xlsx?|exe|ps|eps|ai|wpd|pages|tmp)$"
    r"|^\S*[_\\/]\S*$|^\S*\d\S*$|^[\W\d_]*$",
    re.IGNORECASE,
)


def is_written(title: str) -> bool:
    """Whether a title is no program's: no file's name or path, nothing like "Layout 1".

    One word with figures or underlines in it is a file's name. A title of fewer than four letters
    says nothing.
    """
    plain = " ".join(title.split())
    if not plain or len(plain) > _LONGEST or sum(map(str.isalpha, plain)) < _FEWEST_LETTERS:
        return False
    if _FILE.search(plain):
        return False
    return not any(pattern.search(plain.casefold()) for pattern in _JUNK.values())
