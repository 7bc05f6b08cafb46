"""Whether a phrase can say something: no clause with a verb of its own, and nobody's absence."""

from briefing.languages.en.names.words import Words
from briefing.languages.en.speech.lists import WORDS

DETERMINERS = WORDS.words("determiners")
_NOBODY = WORDS.words("nobody")
_FINITE = WORDS.words("auxiliaries")
RELATIVES = WORDS.words("relatives")
PAST = WORDS.words("past")


def can_speak(words: Words, first: int, last: int) -> bool:
    """Whether a phrase can be a subject that says something: nobody's absence, and no clause
    with its own verb.

    A verb inside a relative clause ("a man who has left") is none of the phrase's own.
    """
    if words.lowers[first] in _NOBODY:
        return False
    for at in range(first, last):
        if words.lowers[at] in RELATIVES and words.texts[at] != "WHO":
            return True
        if words.texts[at] in _FINITE and words.lower(at - 1) not in DETERMINERS:
            return False
    return True


def is_clause(words: Words, first: int, last: int) -> bool:
    """Whether a phrase is a clause ("the government failed") rather than a name or noun
    phrase.
    """
    for at in range(first + 1, last):
        word = words.texts[at]
        if words.lowers[at] in RELATIVES or word == ",":
            return False
        if word in _FINITE or word in PAST or (word.islower() and word.endswith("ed")):
            return True
    return False


def is_auxiliary(words: Words, at: int) -> bool:
    """Whether the word at `at`, if there is one, is an auxiliary, so that a clause broken off
    goes on there.
    """
    return words.lower(at) in _FINITE


def goes_on(words: Words, first: int) -> bool:
    """Whether a clause with a verb of its own goes on behind a comma, relative clauses
    aside.
    """
    for at in range(first, len(words)):
        if words.lowers[at] in RELATIVES:
            return False
        if words.texts[at] in _FINITE or words.texts[at] in PAST:
            return True
    return False
