"""Roles behind a name: the apposition that says who somebody is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.language import late, wordlist
from briefing.languages.en.lexicon import OFFICES, SAYING_VERBS
from briefing.languages.en.names.lists import GIVEN
from briefing.languages.en.names.titles import is_body, is_office
from briefing.languages.en.names.words import Words
from briefing.model import Span

_WORDS = wordlist.read("en", "words/roles")

_NOT_FIRST = _WORDS.words("not first")
_STOP = _WORDS.words("stop")
_MARKS = frozenset({",", ".", ";", "—", "–", "(", "?", "!", "”", '"', ":"})
_TO = _WORDS.words("to")
_TO_ANOTHER = _WORDS.words("to another")
_NO_LAST = _WORDS.words("not last")
_SIDES = _WORDS.words("sides")
_POSSESSIVE = ("’s", "'s", "s’", "s'")
# "Standing alongside the leader": where somebody is, and not who.
_PARTICIPLE = late.pattern(
    r"(?i:[a-z]{3,}ing (?:alongside|beside|next|with|near|by|at|in|on|behind) )"
)
_ADDRESSES = late.pattern(r"(?i:\b(?:you|we|they|he|she|it|i)['’])")  # "you're a lawyer"
_SHORT_STATE = late.pattern(r"(?:[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2}),(?=[a-z]|$)")
_STATE = 5  # words that hold a state's short form, its stops and a comma, and what goes on behind
_DEGREES = frozenset({"most", "more", "least"})
_TANKS = frozenset({"tank", "tanks"})
# Verbs that these make nouns: "prosecutor for the poor state of X", "a think tank".
_NOUNS_BEFORE = {"think": _TANKS, "state": frozenset({"of"})}
_REACH = 8
_TAIL = 3  # words behind a verb of saying that ends its sentence
_AUXILIARIES = _WORDS.words("auxiliaries")
_LONGEST = 15  # words: longer ones tell a story
_OBJECT_OPENERS = _WORDS.words("object openers")


def role_after(words: Words, last: int) -> Span | None:
    """The role behind a name and a comma: "X, | an expert with the Council |, told …".

    The role ends at the next mark or before a verb that goes on with the sentence. None where the
    words behind the comma name no office.
    """
    first = last + 1
    if not _may_follow(words, last):
        return None
    head = False
    for index in _role_places(words, first):
        verb = _is_verb_behind(words, first, index)
        if verb or words.texts[index] in _MARKS:
            ends = head and _ends_role(words, first, index, verb=verb)
            return _closed_span(words, first, index) if ends else None
        if not head:
            if index > first + _REACH or words.lowers[index].endswith("ing"):
                return None
            head = words.lowers[index] in OFFICES
    return None


def tells_role(said: str) -> bool:
    """Whether words say, whole, who somebody is.

    Not what he is only to another whom they leave out ("Russian counterpart", but "successor of
    the late chairman"); nor words of which the noun or the end is missing: "Tarn-based", "Tarn
    Radio’s", "the author of “The Quay", "top fellow".
    """
    words = said.lower().split()
    if not words or not _ends_whole(words[-1]):
        return False
    if _ADDRESSES.search(said) or not _DEGREES.isdisjoint(words):
        return False
    return not (_PARTICIPLE.match(said) or _tells_act(said.split())) and _closes_quotes(said)


def _ends_whole(last: str) -> bool:
    """Whether a role's last word, in small letters, is one that can end it."""
    bare = last.rstrip(".,")
    head, _, side = bare.rpartition("-")
    if not bare or bare.endswith("/") or last.endswith(_POSSESSIVE):
        return False
    return bare not in _TO_ANOTHER and bare not in _NO_LAST and not (head and side in _SIDES)


def _tells_act(words: Sequence[str]) -> bool:
    """Whether a name is followed by a verb of the past: "Osk accused"."""
    return any(
        word.islower() and word.endswith("ed") and before[:1].isupper()
        for before, word in pairwise(words)
    )


def _closes_quotes(said: str) -> bool:
    """Whether every quotation that words open is closed in them."""
    curly = said.count("“") == said.count("”")
    return curly and not said.count('"') % 2 and not said.count("''") % 2


def _role_places(words: Words, first: int) -> Iterator[int]:
    """The words of a role from `first` on, states that stand inside it between commas aside."""
    at, last = first, min(first + _LONGEST, len(words))
    while at < last:
        if _holds_state(words, at):
            at = words.texts.index(",", at + 1) + 1
        else:
            yield at
            at += 1


def _holds_state(words: Words, comma: int) -> bool:
    """Whether a state's short form stands between commas inside a role: "head of the Tolm | , Mo.,
    | branch".
    """
    behind = "".join(words.texts[comma + 1 : comma + _STATE])
    return words.texts[comma] == "," and _SHORT_STATE.match(behind) is not None


def _may_follow(words: Words, last: int) -> bool:
    """Whether a role may follow the name that ends before `last`: behind a comma, and none where
    the name owns what follows.
    """
    comma = words.lower(last) == "," and last + 1 < len(words)
    return comma and last - 1 not in words.possessive and _may_open_role(words, last + 1)


def _may_open_role(words: Words, first: int) -> bool:
    """Whether a role may begin with the word behind a name's comma."""
    opener = words.lowers[first]
    if not opener[:1].isalpha() or opener in _NOT_FIRST or opener in GIVEN:
        return False
    return not (_body_first(words, first) or _acts_on(words, first))


def _acts_on(words: Words, first: int) -> bool:
    """Whether a verb with its object stands there: "X, interviewed the congressman about it"."""
    past = words.lowers[first].endswith("ed") and words.texts[first].islower()
    return past and words.lower(first + 1) in _OBJECT_OPENERS


def _is_verb_behind(words: Words, first: int, index: int) -> bool:
    """Whether a word behind the comma at `first` goes on with the sentence."""
    word = words.lowers[index]
    before = words.lowers[index - 1]
    if word in _STOP or _opens_infinitive(word, before):
        return True
    if words.lower(index + 1) in _NOUNS_BEFORE.get(word, ()):
        return False
    if before in {"of", "for", "in", "at"}:  # "secretary of state"
        return False
    said = word in SAYING_VERBS and words.texts[index] == word
    return said and index > first and not is_office(word)


def _opens_infinitive(word: str, before: str) -> bool:
    """Whether "to" opens a verb: no office has it ("adviser to"), nor two figures."""
    return word == "to" and before not in _TO and not before.isdigit()


def _ends_role(words: Words, first: int, index: int, *, verb: bool) -> bool:
    """Whether a role ends before a mark or a verb: "… by the time that" tells a story instead."""
    if words.lowers[index] == ":" or words.lowers[index - 1] in {"time", "moment", "day"}:
        return False
    return not (verb and (_bearer(words, first, index) or _speaks_alone(words, first, index)))


def _speaks_alone(words: Words, first: int, index: int) -> bool:
    """Whether what stands before a verb of saying is its subject, and no apposition, which a comma
    would close: "… for the District of X, | Y's lawyer | said".
    """
    closes = _closes_sentence(words, index)
    return closes and words.lowers[index] in SAYING_VERBS and _opens_clause_ahead(words, first - 1)


def _closes_sentence(words: Words, verb: int) -> bool:
    """Whether a sentence ends behind its verb of saying, a day or a place of it aside."""
    rest = [word for word in words.texts[verb + 1 :] if word[:1].isalnum()]
    return len(rest) <= _TAIL


def _opens_clause_ahead(words: Words, comma: int) -> bool:
    """Whether the words before a comma hold a verb, so that they are a clause and no name."""
    return any(word in _AUXILIARIES for word in words.lowers[:comma])


def _closed_span(words: Words, first: int, last: int) -> Span:
    return Span(start=words.starts[first], end=words.ends[last - 1])


def _bearer(words: Words, first: int, last: int) -> bool:
    """Whether a title and a name end a stretch before its verb: "the papers of X, | commander
    Y Z | said".
    """
    name = last
    while name > first and words.texts[name - 1][:1].isupper():
        name -= 1
    return first < name < last and words.lowers[name - 1] in OFFICES


def _body_first(words: Words, first: int) -> bool:
    """Whether the stretch behind the comma is itself a body's name, as in a list of bodies."""
    last = first
    while last < len(words) and words.texts[last][:1].isupper():
        last += 1
    return last > first and is_body(words, first, last)
