"""The data of one pack: the files of its folder, read once.

`pack.txt` says what it is (`level | 1`); the other files are named in `docs/languages.md`. A file
that a pack lacks is empty: it then knows nothing of that kind, and nothing is said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefing.language import wordlist
from briefing.language.pack import Level

_STRAIGHT = ('"', '"')
_LEVELS: dict[str, Level] = {"0": 0, "1": 1, "2": 2}


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The word lists of a language. Not slotted: what is made of them is made when it is asked for.

    `level` is what `pack.txt` says, `stemmer` the name of a Snowball stemmer or "", `library` the
    code that the library of sentences is asked with, `spaced` whether spaces part its words. One
    that is not `served` knows nothing of its language, and nothing of it is told.
    """

    code: str
    level: Level
    stemmer: str
    library: str
    served: bool = True
    spaced: bool = True

    def words(self, file: str, section: str) -> frozenset[str]:
        """The entries of a section in lower case, none where file or section is missing."""
        return frozenset(entry.lower() for entry in self.entries(file, section))

    def entries(self, file: str, section: str) -> tuple[str, ...]:
        """The entries of a section as they stand, none where file or section is missing."""
        if not wordlist.is_there(self.code, file):
            return ()
        return wordlist.read(self.code, file).sections.get(section, ())

    def rows(self, file: str, section: str) -> tuple[tuple[str, ...], ...]:
        """The entries of a section as their columns."""
        return tuple(
            tuple(column.strip() for column in entry.split(" | "))
            for entry in self.entries(file, section)
        )

    def expression(self, file: str, section: str) -> re.Pattern[str] | None:
        """What any entry of a section, each a regular expression, matches; None without any."""
        entries = self.entries(file, section)
        return re.compile("|".join(f"(?:{one})" for one in entries)) if entries else None

    @cached_property
    def quotes(self) -> tuple[tuple[str, str], ...]:
        """The pairs of quotation marks, opening and closing."""
        return tuple((row[0], row[1]) for row in self.rows("marks", "quotation") if row[1:])

    def outside_quotations(self, text: str) -> str:
        """A text with a space for every stretch in quotation marks of one pair."""
        for opening, closing in (*self.quotes, _STRAIGHT):
            inside = f"[^{re.escape(closing)}]*"
            text = re.sub(f"{re.escape(opening)}{inside}{re.escape(closing)}", " ", text)
        return text

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The language's small words, in lower case."""
        return self.words("small_words", "")


def read_lexicon(code: str) -> Lexicon:
    """Read what `pack.txt` of a language says. Raises OSError where there is none, ValueError where
    it names no level.
    """
    said = wordlist.read(code, "pack").table()
    if said.get("level") not in _LEVELS:
        message = f"{code}/pack.txt: level must be 0, 1 or 2"
        raise ValueError(message)
    return Lexicon(
        code=code,
        level=_LEVELS[said["level"]],
        stemmer=said.get("stemmer", ""),
        library=said.get("sentences", code),
        spaced="unspaced" not in said,
    )


def unserved_lexicon(code: str) -> Lexicon:
    """What is known of a language that no pack serves: nothing."""
    return Lexicon(code=code, level=0, stemmer="", library=code, served=False)


def any_word(words: Iterable[str]) -> str:
    """A regular expression for any of `words` as a whole, the longest first; never for none."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)" if longest else r"(?!)"
