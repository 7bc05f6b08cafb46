"""Which of two firms "the company" is, where the sentence before names both: nobody knows.

"Agilent split off from Orvill. The company had long reigned …": told together they say it of
the wrong one.
"""

from itertools import pairwise

from briefing.language.draft import Draft, Refused, things_inside
from briefing.languages.en.grounding.vague import FIRMS
from briefing.languages.en.names import words as wording
from briefing.model import Span

_HEAD = 40  # characters that hold a sentence's first two words
_PAIR = 2  # firms of which either may be meant


def refuse_rivals(draft: Draft) -> Draft | Refused:
    """Refuse a draft in which a sentence opens with "the company" behind one that names two."""
    text = draft.reading.document.text
    told = (*draft.before, *draft.sentences)
    for before, sentence in pairwise(told):
        words = wording.split_words(text, sentence.start, min(sentence.end, sentence.start + _HEAD))
        opens = words.lower(0) == "the" and words.lower(1) in FIRMS
        if opens and _names_several(draft, before):
            found = text[words.starts[0] : words.ends[1]]
            return Refused(reason="dangling reference", words=found)
    return draft


def _names_several(draft: Draft, sentence: Span) -> bool:
    """Whether a sentence names two bodies or more."""
    beside = things_inside(draft.reading.mentions, sentence.start, sentence.end)
    return len({one.entity for one in beside if one.kind == "body"}) >= _PAIR
