"""The languages that the program knows: one folder each, with a `pack.txt` that says its level."""

from functools import cache

from briefing.language import wordlist

SERVED = ("en",)
"""Codes (ISO 639-1) of the languages in which a brief can be made."""


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
    return language is None or level_of(primary_code(language)) == 2  # noqa: PLR2004 - the highest level
