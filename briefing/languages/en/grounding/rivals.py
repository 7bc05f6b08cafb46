"""One of several, and nobody knows which: "the company" behind a sentence that names two, "one of
the people said" where no people are told of.

"Agilent split off from Orvill. The company had long reigned …": told together they say it of
the wrong one.
"""

from itertools import pairwise

from briefing.language import wordlist
from briefing.language.draft import Draft, Refused, things_inside
from briefing.language.prefilter import make_ready
from briefing.languages.en.grounding.bare_phrases import FIRMS
from briefing.languages.en.names import words as wording
from briefing.model import Span

_HEAD = 40  # characters that hold a sentence's first two words
_NOUN = 3  # place of the noun in "one of the people said"
_ONE = wordlist.patterns("en", "words/hanging_patterns")["one_of_them"]
_ONE_OF_THEM = make_ready([_ONE])
_PAIR = 2  # firms of which either may be meant


def refuse_rivals(draft: Draft) -> Draft | Refused:
    """Refuse a draft in which a sentence opens with "the company" behind one that names two, or in
    which "one of the people" speaks.
    """
    text = draft.reading.document.text
    told = (*draft.before, *draft.sentences)
    unknown = _one_of_unknown(draft)
    if unknown:
        return Refused(reason="dangling reference", words=unknown)
    for before, sentence in pairwise(told):
        words = wording.split_words(text, sentence.start, min(sentence.end, sentence.start + _HEAD))
        opens = words.lower(0) == "the" and words.lower(1) in FIRMS
        if opens and _names_several(draft, before):
            found = text[words.starts[0] : words.ends[1]]
            return Refused(reason="dangling reference", words=found)
    return draft


def _one_of_unknown(draft: Draft) -> str:
    """The "one of the people" who speaks in a draft that has told of no people; "" for nobody."""
    if not _ONE_OF_THEM.may_find(draft.text):
        return ""
    text = draft.reading.document.text
    found = _ONE.search(text, draft.start, draft.end)
    if found is None:
        return ""
    noun = found.group().split()[_NOUN]
    return "" if noun in text[draft.context : found.start()] else found.group()


def _names_several(draft: Draft, sentence: Span) -> bool:
    """Whether a sentence names two bodies or more."""
    beside = things_inside(draft.reading.mentions, sentence.start, sentence.end)
    return len({one.entity for one in beside if one.kind == "body"}) >= _PAIR
