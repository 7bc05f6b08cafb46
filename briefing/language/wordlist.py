r"""Word lists and patterns as data: the `.txt` files below `briefing/languages/CODE`.

A file is UTF-8, one entry a line; white space round an entry, empty lines and lines that begin with
`#` don't count. A line `[name]` opens a section, and what stands before the first has the section
`""`. An entry may have columns, divided by ` | `: `say | says | said | saying`. Entries keep the
order of the file; one that stands twice in a section is a mistake (a test finds it).

The module that owns a list reads it once, at import, into a constant:

    _LIST = wordlist.read("en", "words/connectives")
    CONTRASTIVE = _LIST.words("contrastive")

A pattern file holds `name = regular expression` by the line. Lines that are indented go on with the
pattern above (joined without a space, so a space at a seam is written `\x20` or `[ ]`). `{name}`
stands for a list that the caller hands in or for a pattern above it in the file: a list becomes its
entries, escaped, longest first, between bars and in a group; a pattern its text in a group.
Quantifiers such as `{1,4}` hold no letter and stay.

    PATTERNS = wordlist.patterns("en", "speech/patterns", verbs=SAYING_VERBS)
    PATTERNS["according"].search(text)

Reading costs some 30 microseconds a file. Nothing is read before a module of a language is
imported, so a build that finds nothing changed reads none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefing.language import late

_LANGUAGES = Path(__file__).resolve().parent.parent / "languages"
_SECTION = re.compile(r"\[([a-z0-9][a-z0-9 _-]*)\][^\S\n]*$", re.MULTILINE)
_REFERENCE = re.compile(r"\{([a-z_]+)\}")
_COLUMN = " | "
_SAY_NOTHING = frozenset({"", "#"})  # how lines that don't count begin


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The entries of one file by section, in its order; `name` is `CODE/path` without `.txt`."""

    name: str
    sections: Mapping[str, tuple[str, ...]]

    def entries(self, section: str = "") -> tuple[str, ...]:
        """Whole entries in the order of the file; raises KeyError where no such section stands."""
        if section not in self.sections:
            message = f"{self.name}.txt has no section [{section}]"
            raise KeyError(message)
        return self.sections[section]

    def words(self, *sections: str) -> frozenset[str]:
        """The entries of `sections` together, or of all the file where none is named."""
        named = sections or tuple(self.sections)
        return frozenset(chain.from_iterable(map(self.entries, named)))

    def rows(self, section: str = "") -> tuple[tuple[str, ...], ...]:
        """Entries as their columns, without white space round them; a row may have just one."""
        return tuple(
            tuple(column.strip() for column in entry.split(_COLUMN))
            for entry in self.entries(section)
        )

    def table(self, section: str = "") -> dict[str, str]:
        """Entries of two columns as a mapping, the second `""` where it is missing."""
        return {row[0]: row[1] if len(row) > 1 else "" for row in self.rows(section)}


def read(code: str, name: str) -> WordList:
    """The list `briefing/languages/CODE/NAME.txt`; raises OSError where there is none."""
    sections: dict[str, list[str]] = {}
    for key, text in _cut_sections(_read_file(code, name)):
        sections.setdefault(key, []).extend(_list_entries(text))
    found = {key: tuple(rows) for key, rows in sections.items() if key or rows}
    return WordList(name=f"{code}/{name}", sections=found)


def _list_entries(text: str) -> list[str]:
    """The lines of a section that are neither empty nor remarks, without white space round them."""
    if " " not in text and "\t" not in text and "#" not in text:
        return text.split()  # a long list of words is cut five times as fast
    entries = map(str.strip, text.split("\n"))
    return [one for one in entries if one and one[0] != "#"]


def _cut_sections(text: str) -> Iterator[tuple[str, str]]:
    """The stretches of a file by the section that each belongs to, "" before the first."""
    key, start = "", 0
    for found in _SECTION.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if not text[line : found.start()].strip():  # what opens a section stands alone
            yield key, text[start:line]
            key, start = found[1], found.end()
    yield key, text[start:]


def is_there(code: str, name: str) -> bool:
    """Whether a language has the file `briefing/languages/CODE/NAME.txt`."""
    return (_LANGUAGES / code / f"{name}.txt").is_file()


def codes_with(name: str) -> tuple[str, ...]:
    """The codes of the languages that have the file `briefing/languages/CODE/NAME.txt`, in
    order.
    """
    return tuple(sorted(file.parent.name for file in _LANGUAGES.glob(f"*/{name}.txt")))


def patterns(code: str, name: str, **lists: Iterable[str]) -> dict[str, late.LatePattern]:
    """The patterns of `briefing/languages/CODE/NAME.txt` by name.

    `lists` are what `{name}` may stand for beside earlier patterns of the file. Raises ValueError
    for a line that is no pattern and KeyError for a name that nothing stands for.
    """
    known = {key: _any_of(entries) for key, entries in lists.items()}
    found = {}
    for key, source in _pattern_sources(code, name):
        expression = _REFERENCE.sub(lambda match: known[match[1]], source)
        known[key] = f"(?:{expression})"
        found[key] = late.pattern(expression)
    return found


def _pattern_sources(code: str, name: str) -> list[tuple[str, str]]:
    """Names and texts of patterns, those over several lines joined."""
    found: list[tuple[str, str]] = []
    for line in _read_lines(code, name):
        key, equals, source = line.partition(" = ")
        if line[:1].isspace() and found:
            found[-1] = (found[-1][0], found[-1][1] + line.strip())
        elif equals and key.isidentifier():
            found.append((key, source.strip()))
        elif line:
            message = f"{code}/{name}.txt: not a pattern: {line}"
            raise ValueError(message)
    return found


def _any_of(entries: Iterable[str]) -> str:
    """A group that matches any of `entries`, the longest that fits."""
    longest_first = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _read_lines(code: str, name: str) -> list[str]:
    """The lines of a file that say something, without white space at their ends."""
    lines = _read_file(code, name).split("\n")
    return [line.rstrip() for line in lines if line.lstrip()[:1] not in _SAY_NOTHING]


def _read_file(code: str, name: str) -> str:
    return (_LANGUAGES / code / f"{name}.txt").read_text(encoding="utf-8")
