"""Occasions that a paragraph takes up: "the incident", which is the article's and may be another
matter than what the paragraph before it tells.
"""

from briefing.language import wordlist
from briefing.language.draft import Draft

_OCCASIONS = wordlist.read("en", "words/references").words("occasions")
_STEM = 5  # letters that "the visit" shares with "visited"


def is_untold_occasion(draft: Draft, word: str, start: int) -> bool:
    """Whether "the incident" at the head of a paragraph is told of by no word of the draft's
    sentences ahead of that.
    """
    noun = word.rsplit(maxsplit=1)[-1]
    if noun not in _OCCASIONS:
        return False
    paragraph = max(p.start for p in draft.reading.passages if p.start <= start)
    told = draft.reading.document.text[draft.context : start].lower()
    return draft.context < paragraph and noun.removesuffix("s")[:_STEM] not in told
