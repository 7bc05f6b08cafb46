"""Excerpts: the beginning of a statement for a table's cell, cut only where nothing it says is lost.

A cut takes a trailing clause that adds ("..., which", "..., following", "; ...") and never one that weakens, denies or
conditions: a table must not say more than the statement it comes from. The cut shows as "…".
"""

import re

from briefing.language import lexicon

CUT = " …"

_BOUNDARY = re.compile(
    r",\s+(?:which|where|who|whose|following|highlighting|including|amid|as|with|after|before|when|less than|more than"
    r"|[a-z]+ing)\b|\s[–—]\s|;\s"
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_CAREFUL = lexicon.NEGATIONS | lexicon.HEDGES | {"but", "although", "though", "despite", "however", "while", "whereas"}
_LOOSE = frozenset({"about", "around", "some", "over", "against", "end", "only", "yet", "can", "rather", "longer"})
_WORTH = 25  # code points; less is not worth a cut


def excerpt(text: str, through: int) -> str:
    """Give `text` up to the end of the clause that holds position `through` - 1, or all of it.

    Never cuts inside a quotation or bracket.
    """
    for found in _BOUNDARY.finditer(text, max(0, through)):
        head, rest = text[: found.start()], text[found.start() :]
        words = {word.lower().replace("’", "'") for word in _WORD.findall(rest)}
        if len(rest) < _WORTH or (words & _CAREFUL) - _LOOSE or any(word.endswith("n't") for word in words):
            return text
        if head.count("“") == head.count("”") and head.count("[") == head.count("]") and head.count('"') % 2 == 0:
            return head + CUT
    return text


def is_excerpt(part: str, text: str) -> bool:
    """Tell whether `part` is `text`, or what `excerpt` may make of it."""
    if part == text:
        return True
    head = part.removesuffix(CUT)
    return head != part and text.startswith(head) and excerpt(text, len(head)) == part
