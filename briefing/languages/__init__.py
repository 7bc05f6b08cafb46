"""The languages that the program knows: one folder each, with a `pack.txt` that says its level,
and a `frame.toml` where a brief can be made in it.
"""

from functools import cache

from briefing.language import phrases, wordlist

_HIGHEST = 2  # level of a language whose clauses are known


def primary_code(tag: str) -> str:
    """The language of a tag (BCP 47) without its region or script, in lower case: "en" of
    "EN-gb".
    """
    return tag.split("-", maxsplit=1)[0].lower()


@cache
def level_of(code: str) -> int | None:
    """The level of the pack of a language (see `briefing.language.pack`), None where none serves
    it.
    """
    if not code.isalpha() or not wordlist.is_there(code, "pack"):
        return None
    return int(wordlist.read(code, "pack").table()["level"])


def served_codes() -> tuple[str, ...]:
    """Codes (ISO 639-1) of the languages in which a brief can be made, in order: those that have a
    frame, the brief's own words, beside their pack.
    """
    return tuple(code for code in phrases.known_codes() if level_of(code) is not None)


def told_codes() -> tuple[str, ...]:
    """The codes of all languages whose texts a brief may quote, in order."""
    return wordlist.codes_with("pack")


def is_told(language: str | None) -> bool:
    """Whether a brief may quote texts of a language; None is one that nothing shows, which may
    be.
    """
    return language is None or level_of(primary_code(language)) is not None


def is_rewritten(language: str | None) -> bool:
    """Whether clauses of a language are known and its sentences may be rewritten: level 2."""
    return language is None or level_of(primary_code(language)) == _HIGHEST
