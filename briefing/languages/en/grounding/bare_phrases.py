"""The bare definite phrases of a sentence: "the deal" as a subject, "the company" wherever it
stands, with nothing behind the noun that defines it; and the nouns that ask whose they are.
"""

from functools import lru_cache

from briefing.language import wordlist
from briefing.languages.en.antecedents import nouns
from briefing.languages.en.lexicon import SAYING_VERBS, WEEKDAYS
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.lists import COMPANY_NOUNS, DEMONYMS, OUTLET_HEADS
from briefing.languages.en.names.words import Words

_WORDS = wordlist.read("en", "words/vague")
_BETWEEN = _WORDS.words("between")
_END = _WORDS.words("end")
_OBJECT_END = _END - {"–", "as", "than"}
_BESIDE = _WORDS.words("beside")
_BEHIND = _END | _BESIDE
_TYING = _BEHIND | _WORDS.words("tying")
_COPULAS = _WORDS.words("copulas")
_VERBS = _WORDS.words("verbs")
_ROWS = tuple(wordlist.read("en", "clauses/forms").rows("irregular"))
_PASTS = {word for row in _ROWS for word in row[1].split()}
_PREDICATES = _VERBS | (_PASTS - {word for row in _ROWS for word in row[2].split()})
"""Verbs behind a subject, pasts among them that are no participles: "the ferry | sank"."""
DEFINING = _WORDS.words("defining")
_NO_ADJECTIVES = (
    _TYING | _VERBS | SAYING_VERBS.keys() | nouns.TIMES | {f"{time}s" for time in nouns.TIMES}
)
FIRMS = COMPANY_NOUNS | OUTLET_HEADS
"""Nouns for companies and outlets."""
NAMED_BY: frozenset[str] = _WORDS.words("named")
"""Last words of bodies' names that stand for the body: "the bank" for the Northern Bank."""
HOLDERS = _WORDS.words("holders")
"""Offices that one person holds, so that a reader asks who."""
_STRANGERS = wordlist.read("en", "words/strangers")
STRANGERS = nouns.PEOPLE | _STRANGERS.words("persons")
"""Nouns for somebody whom the article, if anything, has told of."""
TOLD_OF = _STRANGERS.words("tellings")
TELLINGS = TOLD_OF | _STRANGERS.words("bands")
"""Nouns for what somebody told, "refused to confirm the reports", without and with bands of whom a
report tells."""
VOICES = _STRANGERS.words("voices")
"""What speaks for somebody: "the message read"."""
_WHOSE = COMPANY_NOUNS | OUTLET_HEADS | NAMED_BY | HOLDERS | STRANGERS | TELLINGS
_ADJECTIVES = 6  # words behind "the" among which its noun stands: "the 39-year-old Thai reporter"
OPENING = 2
"""Words before a noun where nothing can have said which."""
_DAYS = frozenset(day.lower() for day in WEEKDAYS)
_KEEP_SENTENCES = 128


@lru_cache(maxsize=_KEEP_SENTENCES)
def bare_phrases(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The places of "the" and of its bare noun for every such phrase of a sentence.

    They follow from the words alone, while several drafts of a sentence are asked about.
    """
    words = wording.split_words(text, start, end)
    places = (at for at, word in enumerate(words.lowers) if word == "the")
    return tuple((at, head) for at in places if (head := _head_noun(words, at)))


def _head_noun(words: Words, at: int) -> int:
    """The bare noun of the phrase that opens at "the", if it is a subject or a body; 0 where
    it is none.
    """
    head = _phrase_head(words, at)
    if head >= len(words) or not words.texts[head].islower():
        return 0
    if head in words.possessive:
        return head if at < OPENING - 1 else 0
    return head if _ends_phrase(words, at, head) else 0


def _ends_phrase(words: Words, at: int, head: int) -> bool:
    """Whether nothing behind a noun defines it: it is a subject, or its clause ends there."""
    behind = words.lower(head + 1)
    if words.lower(at - 1) in _COPULAS or (behind == "," and _is_named_behind(words, head)):
        return False
    if head + 1 >= len(words) or behind in _DAYS or _opens_predicate(behind):
        return True
    opening = behind == "," and at <= OPENING
    return opening or behind in _ends_behind(words, at, head)


def ends_clause(words: Words, head: int) -> bool:
    """Whether a predicate or an end stands behind a noun."""
    behind = words.lower(head + 1)
    return not behind or behind in _OBJECT_END or behind in _DAYS or _opens_predicate(behind)


def _ends_behind(words: Words, at: int, head: int) -> frozenset[str]:
    """What may stand behind a bare noun that is no subject: more behind somebody or a body."""
    behind = words.lower(head + 1)
    told = words.lower(at - 1) in {"told", "tells"} and words.lowers[head] in _WHOSE
    if told or (words.lowers[head] in STRANGERS and behind not in DEFINING):
        return frozenset({behind})
    return _BEHIND if words.lowers[head] in _WHOSE else _OBJECT_END


def _is_named_behind(words: Words, head: int) -> bool:
    """Whether a name follows in apposition: "the master, | Ruth Adeyemi, …"."""
    return head + 2 < len(words) and words.texts[head + 2][:1].isupper()


def _phrase_head(words: Words, at: int) -> int:
    """The place of the noun behind "the": up to two plain words may stand between them where a verb
    follows.
    """
    for head in range(at + 2, min(at + _ADJECTIVES, len(words) - 1)):
        between = words.texts[at + 1 : head]
        noun = _is_plain(words.texts[head]) and not _opens_predicate(words.lowers[head])
        if noun and all(map(_is_plain, between)) and _opens_predicate(words.lower(head + 1)):
            return head
    spaced = words.lower(at + 1) in _BETWEEN or (
        words.lower(at + 2) in FIRMS and words.texts[at + 1].islower()
    )
    return at + 2 if spaced else at + 1


def _is_plain(word: str) -> bool:
    """Whether a word may be an adjective of a noun phrase: "extreme", "71-year", "tired",
    "Russian".
    """
    if word.lower() in DEMONYMS:
        return True
    small = word == word.lower() and (word[:1].isalnum() or word == "-")
    return small and word not in _NO_ADJECTIVES


def _opens_predicate(word: str) -> bool:
    """Whether a word behind a noun shows that the noun is a subject."""
    return word in _PREDICATES or word in SAYING_VERBS or word.endswith(("ed", "ly"))
