"""What a page says to its readers and what only leads to something: no statement holds any of it.

A page is cleaned by lines before it is read; here stand the sentences that hide between those of an
article. What it doesn't see: advertising that looks like a report.
"""

from collections.abc import Sequence
from functools import lru_cache

from briefing.language import wordlist
from briefing.language.draft import Draft, Refused, things_inside
from briefing.language.identity import Same
from briefing.language.prefilter import make_ready
from briefing.languages.en.own_reports import tells_own_report
from briefing.languages.en.speech.labels import find_answers
from briefing.model import Span

_PATTERNS = wordlist.patterns("en", "words/furniture_patterns")
_SAID_TO_READERS = make_ready(
    _PATTERNS[name]
    for name in (
        "appeal",
        "contact",
        "lead",
        "lead_on",
        "begins_itself",
        "calls_itself",
        "itself",
        "caption",
        "aside",
        "same_text",
    )
)
_ISSUER = _PATTERNS["issuer"]
_LETTER, _LETTERS, _SIGNED = (_PATTERNS[name] for name in ("letter", "letters", "signed"))
_SEVERAL = 2  # letters that make a page of them
_POST, _SAYS = _PATTERNS["post"], _PATTERNS["says"]
_HOLDS_POST = make_ready([_POST])
_MARKS = ("“", '"', "‘", "'", "«", "„")
_AHEAD = 300  # characters looked back over for a line that announces a quotation


def refuse_furniture(draft: Draft) -> Draft | Refused:
    """Refuse sentences that speak to the reader of the page, a question among them, and words of
    an embedded post.
    """
    text = draft.reading.document.text
    if _is_readers(draft):
        return Refused(reason="a reader's letter")
    for sentence in draft.sentences:
        told = text[sentence.start : sentence.end]
        if _SAID_TO_READERS.finds_any(told):
            return Refused(reason="said to readers")
        if tells_own_report(draft.reading, sentence):
            return Refused(reason="what the outlet had reported")
        if told.endswith(("?", "!")) and not draft.is_quoted(sentence.end - 1):
            return Refused(reason="question" if told.endswith("?") else "exclamation")
    if draft.passage is not None and _ISSUER.match(text, draft.passage.start):
        return Refused(reason="what the issuer is")
    if _is_posted(draft):
        return Refused(reason="an embedded post")
    if any(one.start <= draft.start < one.end for one in _answers(Same(reading=draft.reading))):
        return Refused(reason="an answer in an interview")
    if _is_announced(draft) or _is_labelled(draft):
        return Refused(reason="announced as somebody's words")
    return draft


def _is_readers(draft: Draft) -> bool:
    """Whether a reader writes what a draft tells: a page of letters, or a paragraph that opens with
    its salutation.
    """
    kind, passage = draft.reading.document.kind, draft.passage
    if kind is not None and _LETTERS.match(kind.value):
        return True
    if _are_letters(Same(reading=draft.reading)):
        return True
    return (
        passage is not None
        and _LETTER.match(draft.reading.document.text, passage.start) is not None
    )


@lru_cache(maxsize=64)
def _are_letters(same: Same) -> bool:
    """Whether several readers sign their letters in a text."""
    return len(_SIGNED.findall(same.reading.document.text)) >= _SEVERAL


@lru_cache(maxsize=2)
def _answers(same: Same) -> Sequence[Span]:
    """The paragraphs of an article's interview of which nobody says who speaks them."""
    reading = same.reading
    live = [passage for passage in reading.passages if passage.dropped is None]
    return find_answers(reading.document.text, live, reading.mentions)


def _is_labelled(draft: Draft) -> bool:
    """Whether a name and a colon open the draft, and somebody else would be told as speaker."""
    reading = draft.reading
    first = next(iter(things_inside(reading.mentions, draft.start, draft.end)), None)
    if first is None or first.start != draft.start or first.kind != "person":
        return False
    if reading.document.text[first.end : first.end + 1] != ":":
        return False
    heard = things_inside(reading.speech, draft.start, draft.end)
    return any(speech.entity != first.entity for speech in heard)


def _is_announced(draft: Draft) -> bool:
    """Whether the line before ends in a colon behind a verb of saying, and no marks follow: whose
    words these are can't be told.
    """
    passage = draft.passage
    text = draft.reading.document.text
    if passage is None or text[passage.start : passage.start + 1] in _MARKS:
        return False
    ahead = text[max(0, passage.start - _AHEAD) : passage.start].rstrip()
    line = ahead[ahead.rfind("\n") + 1 :]
    return line.endswith(":") and _SAYS.search(line) is not None


def _is_posted(draft: Draft) -> bool:
    """Whether a post's signature stands in the sentences or behind them in their passage.

    A passage that ends with one is the post from its beginning.
    """
    passage = draft.passage
    end = passage.end if passage else draft.end
    text = draft.reading.document.text
    held = _HOLDS_POST.may_find(text[draft.start : end])
    return held and _POST.search(text, draft.start, end) is not None
