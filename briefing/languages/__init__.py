"""The languages that the program knows: one folder each."""

SERVED = ("en",)
"""Codes (ISO 639-1) of the languages in which a brief can be made; other texts are not quoted."""
