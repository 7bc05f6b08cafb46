"""What a page says to its readers and what only leads to something: no statement holds any of it.

A page is cleaned by lines before it is read; here stand the sentences that hide between those of an
article. What it doesn't see: advertising that looks like a report.
"""

from briefing.language import wordlist
from briefing.languages.en.grounding.draft import Draft, Refused

_PATTERNS = wordlist.patterns("en", "words/furniture_patterns")
_SAID_TO_READERS = tuple(
    _PATTERNS[name] for name in ("appeal", "contact", "lead", "itself", "caption", "aside")
)
_POST = _PATTERNS["post"]


def refuse_furniture(draft: Draft) -> Draft | Refused:
    """Refuse sentences that speak to the reader of the page, a question among them, and words of
    an embedded post.
    """
    text = draft.reading.document.text
    for sentence in draft.sentences:
        told = text[sentence.start : sentence.end]
        if any(pattern.search(told) for pattern in _SAID_TO_READERS):
            return Refused(reason="said to readers")
        if told.endswith(("?", "!")) and not draft.is_quoted(sentence.end - 1):
            return Refused(reason="question" if told.endswith("?") else "exclamation")
    return Refused(reason="an embedded post") if _is_posted(draft) else draft


def _is_posted(draft: Draft) -> bool:
    """Whether a post's signature stands in the sentences or behind them in their passage.

    A passage that ends with one is the post from its beginning.
    """
    passage = draft.passage
    end = passage.end if passage else draft.end
    return _POST.search(draft.reading.document.text, draft.start, end) is not None
