"""The languages that the program knows: one folder each."""

SERVED = ("en",)
"""Codes (ISO 639-1) of the languages in which a brief can be made; other texts are not quoted."""


def primary_code(tag: str) -> str:
    """The language of a tag (BCP 47) without its region or script, in lower case: "en" of
    "EN-gb".
    """
    return tag.split("-", maxsplit=1)[0].lower()
