"""What kinds of text an article may be, and the words that label an opinion."""

from briefing.language import wordlist

_ROWS = wordlist.read("en", "words/kinds").rows()
KINDS = frozenset(kind for _, kind in _ROWS) | {"report"}
"""The kinds that the program knows; others are printed as they are written."""

LABELS = {row[0]: row[1] for row in _ROWS}
"""What an article may call itself, in lower case, and the kind that it is then."""

OPINIONS = frozenset(label for label, kind in _ROWS if kind == "opinion" and " " not in label)
"""Single words that call an article an opinion."""
