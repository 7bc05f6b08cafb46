"""Expressions that would hang in the air if their sentence stood alone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.language import wordlist
from briefing.languages.en.antecedents.nouns import GROUPS, KIN, PEOPLE, TIMES
from briefing.languages.en.antecedents.pointing import POINTING, pointing_end
from briefing.languages.en.lexicon import OFFICES
from briefing.languages.en.names import candidates
from briefing.languages.en.names import words as wording
from briefing.languages.en.names.candidates import NameCandidate
from briefing.languages.en.names.lists import ORDINARY
from briefing.languages.en.names.words import Words
from briefing.model import EntityKind, Span

_WORDS = wordlist.read("en", "words/dangling")
_PLURALS = _WORDS.words("plurals")
_PLACING = _WORDS.words("placing")
_DETERMINERS = _WORDS.words("determiners")

_CLASS = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she",
    "it": "it", "its": "it", "they": "they", "them": "they", "their": "they", "theirs": "they",
}  # fmt: skip
_EXPLETIVE = wordlist.patterns("en", "words/expletive_patterns")["expletive"]
_FRAMING = _WORDS.words("framing")
_REFERRING = POINTING | _CLASS.keys() | {"that", "then", "the"}
_RELATED = _WORDS.words("related")
_NOBODY = _WORDS.words("nobody")
_COUNTING = _WORDS.words("counting")
_PHRASE = 4  # words among which a time stands with its number: "the first six months"
_OBJECTS = frozenset({"him", "it", "them"})
_BEHIND = _FRAMING | {"and", "or", "but", "to", "that", "today", "yesterday"}  # behind an object
_CLAUSE = _WORDS.words("clause")
_SUBJECT = 3  # words: a determiner, an adjective and a noun
_OPEN = frozenset({"“", "«", '"'})
_CLOSE = frozenset({"”", "»", '"'})
_NO_PLURALS = _WORDS.words("no plurals")
_LONGEST = 20_000
_KEEP = 128  # sentences remembered: one is asked about alone, and with either neighbour
_SHORT = 3
_MANY = 6  # words from "one" on among which stands of whom: "one of the four wounded soldiers"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence taken apart: its words, those inside quotations, and what gives the names in it.

    Names take longest to find, and few pronouns ask for them: most stand before all else.
    """

    text: str
    end: int
    words: Words
    quoted: frozenset[int]
    names: Callable[[], tuple[NameCandidate, ...]]


@lru_cache(maxsize=_KEEP)
def dangling_words(text: str, sentence: Span) -> tuple[Span, ...]:
    """The referring expressions of a sentence whose antecedent does not stand earlier in the
    sentence.

    Personal pronouns and possessives, this/these/those/such/both, "the former", "the same …", "the
    two …", and definite descriptions of speakers and events that nothing defines ("the newspaper",
    "the move"). A pronoun that goes on from one already given ("He said his …") is left out. An
    "it" without reference ("it is difficult to") and times ("this week") are no matter. In doubt it
    gives the expression; a sentence of more than 20,000 characters is not read.
    """
    if sentence.end - sentence.start > _LONGEST:
        return ()
    words = wording.split_words(text, sentence.start, sentence.end)
    if _REFERRING.isdisjoint(words.lowers):
        return ()
    parsed = _parse_sentence(text, sentence, words)
    found: list[Span] = []
    open_classes: set[str] = set()
    for index, word in enumerate(words.lowers):
        kind = _CLASS.get(word)
        if kind is None:
            last = pointing_end(words, index) if word in _REFERRING else 0
            if last:
                found.append(Span(start=words.starts[index], end=words.ends[last - 1]))
        elif kind not in open_classes and _hangs_in_sentence(parsed, index, kind):
            open_classes.add(kind)
            found.append(Span(start=words.starts[index], end=words.ends[index]))
    return tuple(found)


def _parse_sentence(text: str, sentence: Span, words: Words) -> _Sentence:
    """Take a sentence apart; its quotations only where a pronoun asks for them."""
    personal = not _CLASS.keys().isdisjoint(words.lowers)
    return _Sentence(
        text=text,
        end=sentence.end,
        words=words,
        quoted=_quoted_words(words) if personal else frozenset(),
        names=cache(lambda: tuple(candidates.find_candidates(text, words, 0, frozenset()))),
    )


def announced(text: str, sentence: Span, start: int) -> bool:
    """Whether the name that a pronoun at `start` means follows its clause: "Asked whether he would
    go, X said".
    """
    words = wording.split_words(text, sentence.start, sentence.end)
    return start in words.starts and _is_announced(words, words.starts.index(start))


def governed(text: str, sentence: Span, start: int) -> bool:
    """Whether a pronoun at `start` is the object of a clause in which only the subject could be its
    antecedent.

    "The board paid 2 million for it" points outside; "the board bought a ship and paid for it" does
    not.
    """
    words = wording.split_words(text, sentence.start, sentence.end)
    if start not in words.starts or not _own_subject(words, words.starts.index(start)):
        return False
    return any(span.start == start for span in dangling_words(text, sentence))


def _quoted_words(words: Words) -> frozenset[int]:
    """The words inside quotations of the sentence, one that opened or closes outside it
    included.
    """
    inside: set[int] = set()
    depth = (
        bool(words.texts)
        and words.texts[0] not in _OPEN
        and any(mark == "”" for mark in words.texts)
        and "“" not in words.texts
    )
    for index, mark in enumerate(words.texts):
        if mark in _CLOSE and depth:
            depth = False
        elif mark in _OPEN:
            depth = True
        elif depth:
            inside.add(index)
    return frozenset(inside)


def _hangs_in_sentence(sentence: _Sentence, index: int, kind: str) -> bool:
    """Whether a pronoun of a class has nothing before it in its sentence that it can take
    up.
    """
    words = sentence.words
    if words.lowers[index] == "it" and _is_expletive(sentence, index):
        return False
    skipped = sentence.quoted
    if index in sentence.quoted:  # of a quotation, things around it are not taken up in it
        skipped = frozenset() if kind in {"he", "she"} else frozenset(range(index)) - skipped
    skipped |= _own_subject(words, index)
    before = [at for at in range(index) if at not in skipped]
    if kind in {"he", "she"}:
        told = _holds_person(sentence, before) or _is_person_announced(sentence, index)
    else:
        told = _holds_thing(sentence, before, index, kind) or _is_announced(words, index)
    return not told


def _is_expletive(sentence: _Sentence, index: int) -> bool:
    """Whether an "it" means nothing: "it is difficult to"."""
    start = sentence.words.starts[index]
    return _EXPLETIVE.match(sentence.text, start, sentence.end) is not None


def _holds_person(sentence: _Sentence, before: list[int]) -> bool:
    """Whether one of the words `before` stands for somebody, or opens what may be his name."""
    if any(_is_somebody(sentence.words, at) for at in before):
        return True
    return not _named_kinds(sentence, before).isdisjoint({"person", None})


def _holds_thing(sentence: _Sentence, before: list[int], index: int, kind: str) -> bool:
    """Whether one of the words `before` is what "they", else "it", at `index` may take up, or opens
    a name that is no person's.
    """
    fits = _is_several if kind == "they" else _opens_noun_phrase
    if any(fits(sentence.words, at, index) for at in before):
        return True
    return bool(_named_kinds(sentence, before) - {"person"})


def _named_kinds(sentence: _Sentence, before: list[int]) -> set[EntityKind | None]:
    """The kinds of the names that begin with one of the words `before`."""
    words = sentence.words
    starts = {words.starts[at]: at for at in before}
    return {
        name.kind
        for name in (sentence.names() if starts else ())
        if name.start in starts
        and name.text.lower() not in _NOBODY
        and (name.kind or not _follows_the(words, starts[name.start]))
    }


def _follows_the(words: Words, at: int) -> bool:
    """Whether "the" stands before a word: "the Tribune" is nobody."""
    return at > 0 and words.lowers[at - 1] == "the"


def _is_somebody(words: Words, at: int) -> bool:
    """Whether a word is a noun for a person, an office in small letters included."""
    word = words.lowers[at]
    heading = word != "head" or _heads_something(words, at)
    office = word in OFFICES and heading and words.texts[at] == word
    return office or word in KIN or word in PEOPLE or _is_one_of_many(words, at)


def _heads_something(words: Words, at: int) -> bool:
    """Whether a "head" is a person: "the head of the agency", not "at the head of the queue"."""
    determined = at > 0 and words.lowers[at - 1] in _DETERMINERS
    placed = at > 1 and words.lowers[at - 2] in _PLACING
    return determined and not placed and words.lower(at + 1) == "of"


def _is_one_of_many(words: Words, at: int) -> bool:
    """Whether "one of the four soldiers" opens at a word: one person of several."""
    if words.lowers[at] != "one" or words.lower(at + 1) != "of":
        return False
    return any(word.removesuffix("s") in PEOPLE for word in words.lowers[at + 2 : at + _MANY])


def _is_several(words: Words, at: int, index: int) -> bool:
    """Whether a word stands for several: a group, a plural, an "and" between two names."""
    word = words.lowers[at]
    coupled = word == "and" and _couples_names(words, at, index)
    return coupled or word in GROUPS or _is_plural(words, at)


def _own_subject(words: Words, index: int) -> frozenset[int]:
    """The words that open the clause whose object a pronoun is: "| The board | paid 2 million for
    it".

    A clause's subject is taken up by "itself", never by "it". Empty where the pronoun may be a
    subject.
    """
    behind = words.lower(index + 1)
    if words.lowers[index] not in _OBJECTS or (behind[:1].isalpha() and behind not in _BEHIND):
        return frozenset()
    if words.lowers[index - 1] in _CLAUSE or not index:
        return frozenset()
    first = index
    while first > 0 and words.lowers[first - 1] not in _CLAUSE:
        first -= 1
    return frozenset(range(first, min(first + _SUBJECT, index)))


def _couples_names(words: Words, at: int, index: int) -> bool:
    """Whether "and" joins two names before `index`."""
    return (
        0 < at < index - 1
        and words.texts[at - 1][:1].isupper()
        and words.texts[at + 1][:1].isupper()
    )


def _opens_noun_phrase(words: Words, at: int, index: int) -> bool:
    """Whether a determiner at `at` opens a noun phrase that ends before `index`; a time ("the
    weekend") is nothing that "it" takes up.
    """
    return words.lowers[at] in _DETERMINERS and at + 1 < index and not _is_time(words, at + 1)


def _is_time(words: Words, at: int) -> bool:
    """Whether the noun of a phrase is a time: "the | first six months | this year"."""
    phrase = words.lowers[at : at + _PHRASE]
    time = next((n for n, word in enumerate(phrase) if word.removesuffix("s") in TIMES), None)
    return time is not None and _COUNTING.issuperset(phrase[:time])


def _is_plural(words: Words, at: int) -> bool:
    word = words.lowers[at]
    if word in _PLURALS:
        return True
    return (
        len(word) > _SHORT
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous", "ings"))
        and word not in _NO_PLURALS
        and not _stands_as_verb(words, at)
    )


def _stands_as_verb(words: Words, at: int) -> bool:
    """Whether a word in -s stands where a verb does: behind a name or a pronoun."""
    return at > 0 and (
        words.texts[at - 1][:1].isupper()
        or words.lowers[at - 1] in {"it", "he", "she", "who", "which", "that", "also"}
    )


def _is_person_announced(sentence: _Sentence, index: int) -> bool:
    """Whether a name announced behind an opening phrase may be somebody's: no place, no body."""
    at = _announced_place(sentence.words, index)
    if not at:
        return False
    start = sentence.words.starts[at]
    return all(
        name.start != start or name.kind not in {"place", "body"} for name in sentence.names()
    )


def _is_announced(words: Words, index: int) -> bool:
    """Whether the pronoun stands in an opening phrase and its name follows the comma ("In his
    speech, X").
    """
    return _announced_place(words, index) > 0


def _announced_place(words: Words, index: int) -> int:
    """The word behind the comma of an opening phrase that a pronoun stands in, if a name or a
    noun phrase opens there; else 0.
    """
    if words.lowers[0] not in _FRAMING and words.lower(1) not in {"whether", "if", "why", "about"}:
        return 0
    if "," in words.texts[:index] or words.lower(index + 1) in _RELATED:
        return 0  # the opening phrase is over, or it is "his superior, X"
    for at in range(index + 1, min(index + 25, len(words) - 1)):
        if words.texts[at] == ",":
            following = words.texts[at + 1]
            determined = words.lowers[at + 1] in {"the", "a", "an"}
            named = following[:1].isupper() and words.lowers[at + 1] not in ORDINARY
            return at + 1 if named or determined else 0
    return 0
