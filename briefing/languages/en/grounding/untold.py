"""Definite descriptions that only the article explains: "the man took a cab", "an insider told the
paper".

Of all that `vague_descriptions` finds, somebody, a body, what opens a sentence and what its article
is not about make a reader ask who or which; the sentence then needs the one before it. The rest is
left to ranking. Before the
sentence that an article opens with nothing stands: what it describes it takes for known ("the
finance minister"), unless it is somebody or somebody's words, of whom only the title tells.
"""

import re
from collections.abc import Sequence

from briefing.language import wordlist
from briefing.language.draft import Draft, Refused
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.denials import answers_before
from briefing.languages.en.grounding.bare_phrases import STRANGERS, TELLINGS, VOICES
from briefing.languages.en.grounding.main_nouns import is_about
from briefing.languages.en.grounding.owned import find_owned
from briefing.languages.en.grounding.unnamed import find_known
from briefing.languages.en.grounding.vague import vague_descriptions
from briefing.languages.en.lexicon import MONTHS, OFFICES
from briefing.model import Span

_STRANGERS = STRANGERS | TELLINGS | VOICES
_ACTORS = _STRANGERS | nouns.HOLDERS
_WHEN = wordlist.read("en", "words/opening_uses").words("when") | nouns.TIMES - frozenset(
    MONTHS
) - {"year", "season", "term", "quarter"}
_OPENING = 1  # word that may stand before "the" where it opens a sentence
_PHRASE = 8  # words of a phrase that stands before it, up to a comma


def refuse_untold(draft: Draft) -> Draft | Refused:
    """Refuse a draft in which "the man", "the company", the first subject or what its article is
    not about is nothing that a reader knows.
    """
    text = draft.reading.document.text
    for span in vague_descriptions(draft):
        sentence = draft.sentence_at(span.start)
        if sentence.start > draft.context and answers_before(text[sentence.start : sentence.end]):
            continue  # a denial is told however it points
        if _asks(draft, span, sentence):
            words = text[span.start : span.end]
            return Refused(reason="dangling reference", words=words)
    words = _known_opening(draft) or find_owned(draft)
    return Refused(reason="dangling reference", words=words) if words else draft


def _asks(draft: Draft, span: Span, sentence: Span) -> bool:
    """Whether a reader asks which one a description of a sentence means."""
    text = draft.reading.document.text
    noun = text[span.start : span.end].split()[-1].lower()
    if noun in OFFICES - nouns.HOLDERS and not _is_told_before(draft, noun):
        return False
    if opens_article(draft, sentence):
        return noun in _STRANGERS
    opens = _opens_sentence(text[sentence.start : span.start].split())
    return noun in _ACTORS or opens or not is_about(draft.reading, noun)


def _known_opening(draft: Draft) -> str:
    """What a draft opens with as known, unless its article opens so or is about that; else ""."""
    noun = find_known(draft)
    if not noun or is_about(draft.reading, noun) or opens_article(draft, draft.sentences[0]):
        return ""
    return f"The {noun}"


def opens_article(draft: Draft, sentence: Span) -> bool:
    """Whether a sentence is the first of its article's body."""
    told = (passage for passage in draft.reading.passages if passage.may_tell)
    first = next((one for passage in told for one in passage.sentences), None)
    return first == sentence


def _opens_sentence(ahead: Sequence[str]) -> bool:
    """Whether the words before a noun are no more than an opening phrase."""
    if len(ahead) <= _OPENING or (len(ahead) <= _PHRASE and ahead[-1].endswith(",")):
        return True
    return len(ahead) <= _PHRASE and all(map(_tells_when, ahead))


def _tells_when(word: str) -> bool:
    """Whether a word ahead of a sentence's subject belongs to a near day: "On Tuesday | the ferry
    sank". What is dated by its month or year is mostly told anew.
    """
    return word.lower() in _WHEN


def _is_told_before(draft: Draft, noun: str) -> bool:
    """Whether the article has the holder of an office before the draft."""
    ahead = draft.reading.document.text[: draft.context]
    return re.search(rf"(?i:\b{re.escape(noun)}\b)", ahead) is not None
