"""Statements that hang in the air: they name nobody and no place, or their subject is a bare "the
campaign" of which the article alone says which.

Read on news of 2016: of 40 statements without a name a reader asked of 37 whom or what they tell;
of 31 that opened with a bare subject, of 24; of 17 with another description that only the article
explains, of 13. It is no ground for refusing what an analyst orders, but such a sentence is offered
behind one that anchors it, or not at all. The article's own first sentence has to stand by itself
already.
"""

from functools import lru_cache

from briefing.language import late, wordlist
from briefing.language.draft import Draft, things_inside
from briefing.language.identity import Same
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.grounding.issuer import RELEASE
from briefing.languages.en.grounding.untold import opens_article
from briefing.languages.en.grounding.vague import (
    STRANGERS,
    began_as_known,
    opens_predicate,
    vague_descriptions,
)
from briefing.languages.en.lexicon import MONTHS, OFFICES, WEEKDAYS
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import DEMONYMS, DICTIONARY, PLACES
from briefing.languages.en.names.words import Words
from briefing.model import Span

_WORDS = wordlist.read("en", "words/vague")
_PATTERNS = wordlist.patterns("en", "words/anchor_patterns")
_KNOWN = _WORDS.words("known to all") | nouns.TIMES
_OFFICES = OFFICES - nouns.HOLDERS - STRANGERS
_SLIGHT = _WORDS.words("slight")
_TYING = _WORDS.words("tying") | _WORDS.words("defining")
_CALENDAR = {*MONTHS, *WEEKDAYS}
_OPENS = frozenset(".?!:;—–-“”\"'‘’(")  # marks behind which a capital names nothing
_WORD = late.pattern(r"[^\W\d_]+")
_KEEP = 16
_WORDY = 6  # words of a subject, "the" among them


def is_anchored(draft: Draft) -> bool:
    """Whether a reader of a draft alone knows whom and what it tells of."""
    if draft.before or opens_article(draft, draft.sentences[0]):
        return True
    if not (_names_something(draft) or _tells_generally(draft)):
        return False
    if _has_bare_subject(draft) or _PATTERNS["takes_up"].match(_told_words(draft)):
        return False
    return not any(_asks(draft, span) for span in vague_descriptions(draft))


def _asks(draft: Draft, span: Span) -> bool:
    """Whether a description that only the article explains makes a reader ask: what the article's
    first sentence tells of is its topic, and known.
    """
    *_, last = draft.reading.document.text[span.start : span.end].lower().split()
    slight = last in _SLIGHT | _OFFICES or last.endswith("est") or draft.gone(span.start)
    return not slight and last.removesuffix("s") not in _topic_words(Same(reading=draft.reading))


@lru_cache(maxsize=_KEEP)
def _topic_words(same: Same) -> frozenset[str]:
    """The words of an article's title and of its first sentence, without a plural's ending."""
    reading = same.reading
    told = (one for passage in reading.passages if passage.may_tell for one in passage.sentences)
    first = next(told, None)
    text = reading.document.text[: first.end] if first else ""
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.lower()))


def _names_something(draft: Draft) -> bool:
    """Whether a draft tells of somebody, a body, a place or a people by name."""
    if any(one.op == "insert" and one.rule != "date" for one in draft.changes):
        return True
    named = things_inside(draft.reading.mentions, draft.behind_drop(draft.start), draft.end)
    if any(not draft.gone(mention.start) for mention in named):
        return True
    words = wording.split_words(draft.reading.document.text, draft.start, draft.end)
    places = (at for at in range(len(words)) if not draft.gone(words.starts[at]))
    return any(_may_name(words, at) for at in places)


def _tells_generally(draft: Draft) -> bool:
    """Whether a draft says how things are, which needs no name, or a release says it."""
    kind = draft.reading.document.kind
    if kind is not None and kind.value == RELEASE:
        return True
    told = _told_words(draft)
    return _PATTERNS["general"].match(told) is not None and not _PATTERNS["once"].search(told)


def _may_name(words: Words, at: int) -> bool:
    """Whether a word has a capital that is not its place's: a name that no list has is one too."""
    word = words.texts[at]
    if not wording.is_capital(word) or word in {"I", "A"} or words.lowers[at] in _CALENDAR:
        return False
    opens = at == 0 or words.texts[at - 1][-1:] in _OPENS
    return not opens or words.lowers[at] not in DICTIONARY or words.lowers[at] in PLACES


def _told_words(draft: Draft) -> str:
    """A draft's words as they stand in its source, without what goes at their beginning."""
    return draft.reading.document.text[draft.behind_drop(draft.start) : draft.end]


def _has_bare_subject(draft: Draft) -> bool:
    """Whether a draft opens with a "the campaign" that nothing defines."""
    text = draft.reading.document.text
    words = wording.split_words(text, draft.behind_drop(draft.start), draft.end)
    at = next((place for place, word in enumerate(words.texts) if word[:1].isalnum()), 0)
    if words.lower(at) != "the":
        return False
    head = _subject_head(words, at)
    if head is None or words.lowers[head] in _KNOWN | OFFICES:
        return False
    return not (draft.inserts_at(words.ends[head]) or began_as_known(draft, words, head))


def _subject_head(words: Words, at: int) -> int | None:
    """Where the noun of a subject stands that opens at "the", if small words alone lead up to it
    and a verb, or a clause set off, follows at once.
    """
    for head in range(at + 1, min(at + _WORDY, len(words) - 1)):
        if not _is_small(words.texts[head]) or words.lowers[head] in _TYING:
            return None
        behind = words.lower(head + 1)
        if behind == ",":
            return None if wording.is_capital(words.texts[min(head + 2, len(words) - 1)]) else head
        if head > at and opens_predicate(behind) and behind not in DEMONYMS:
            return head
    return None


def _is_small(word: str) -> bool:
    """Whether a word names nothing: neither a name's capital nor a number stands in it."""
    return word == word.lower() and word[:1].isalpha()
