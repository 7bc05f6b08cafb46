"""Whether a word is spelt as English spells it, by the dictionary of ordinary words and their
plain forms.
"""

from briefing.languages.en.names.lists import DICTIONARY

_ENDINGS = ("s", "es", "d", "ed", "ing", "ly")
_LEFT_OUT = ("", "e")  # what an ending takes the place of: "drones", "closing"


def is_spelled(word: str) -> bool:
    """Whether a word in small letters is an ordinary word, or a plain form of one."""
    if word in DICTIONARY:
        return True
    heads = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(head + left in DICTIONARY for head in heads for left in _LEFT_OUT)


def begins_word(beginning: str) -> bool:
    """Whether an ordinary word begins with some letters."""
    return any(word.startswith(beginning) for word in DICTIONARY)
