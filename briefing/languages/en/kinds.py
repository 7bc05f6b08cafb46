"""What kinds of text an article may be, and the words that label an opinion."""

from briefing.language import wordlist

_ROWS = wordlist.read("en", "words/kinds").rows()
KINDS = frozenset(kind for _, kind in _ROWS) | {"report"}
"""The kinds that the program knows; others are printed as they are written."""

OPINIONS = frozenset(label for label, kind in _ROWS if kind == "opinion" and " " not in label)
"""Single words that call an article an opinion."""
