"""What a statement can do without: a trailing clause that only adds, dropped where room is short.

A clause goes only if it holds no number, no name, no hedge, no negation, no condition and no
quotation, and if nothing in it was mended. What is left is a whole sentence that says less and
nothing else.
"""

import re

from briefing.language import late, wordlist
from briefing.language.draft import Change, Draft, drop_stretch
from briefing.languages.en import lexicon

_TRAILING = late.pattern(
    r",\s+(?:which|where|who|whose|following|including|amid|with|as well as|(?!according|saying"
    r"|adding|noting|citing)"
    r"[a-z]+ing(?=\s+(?:to|that|the|a|an|at|in|on|from|for|by|with|into|over|its|his|her|their|it"
    r"|him|them)\b))"
    r"\b[^.!?;:“”\"()]*"
)
_STOPPED = late.pattern(r"\b[a-z]\.[a-z]\.$")  # "2.40 p.m.": its stop is the sentence's, too
_WORD = late.pattern(r"[^\W_]+(?:[’'][^\W_]+)?")
_CAREFUL = (
    lexicon.NEGATIONS | lexicon.HEDGES | wordlist.read("en", "words/excerpt_words").words("turning")
)
_KEPT, _GONE = 9, 4  # words that must stay, and that a clause must have to be worth dropping


def drop_trailing(draft: Draft) -> tuple[Change, ...]:
    """The drop of the last sentence's trailing clause, or nothing where one rule forbids
    it.
    """
    last = draft.sentences[-1]
    text = draft.reading.document.text
    for found in _TRAILING.finditer(text, last.start, last.end):
        ends = text[found.end() : last.end] in {".", "!", ""}
        words = _WORD.findall(found.group())
        kept = _WORD.findall(text[last.start : found.start()])
        if (
            ends
            and len(kept) >= _KEPT
            and len(words) >= _GONE
            and _is_plain(words)
            and not _is_touched(draft, found)
        ):
            stopped = bool(_STOPPED.search(text[last.start : found.start()]))
            end = last.end if stopped else found.end()
            return (drop_stretch(found.start(), end, "trailing-clause"),)
    return ()


def _is_plain(words: list[str]) -> bool:
    """Whether a clause's words hold no number, name, hedge or negation."""
    return not any(
        word[0].isupper()
        or any(letter.isdigit() for letter in word)
        or word.lower().replace("’", "'") in _CAREFUL
        or word.lower().endswith(("n't", "n’t"))
        for word in words
    )


def _is_touched(draft: Draft, found: re.Match[str]) -> bool:
    """Whether a rule has mended something in the clause."""
    return any(
        change.start >= found.start() or change.end > found.start()
        for change in draft.changes
        if change.start <= found.end()
    )
