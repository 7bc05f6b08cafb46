"""Expressions that point: "this", "both", "the former", "the move", where nothing defines them."""

from briefing.language import wordlist
from briefing.languages.en.antecedents.nouns import EVENTS, HOLDERS, TIMES
from briefing.languages.en.names.lists import DEMONYMS, ORDINARY
from briefing.languages.en.names.words import Words

_WORDS = wordlist.read("en", "words/pointing")

POINTING = _WORDS.words("pointing")
"""Words that may point by themselves."""
_DEFINING = _WORDS.words("defining")
_JOINING = _WORDS.words("joining")
_AUXILIARIES = _WORDS.words("auxiliaries")
_VERBAL = _WORDS.words("verbal")
_ACTING = _VERBAL | _WORDS.words("acting")
_COMPLEMENTS = _WORDS.words("complements")
_BEFORE_THAT, _CLAUSES = _WORDS.words("before that"), _WORDS.words("clauses")
_IDIOMS, _SAYS_WHICH = _WORDS.words("same idioms"), _WORDS.words("which two")
_VAGUE = HOLDERS | EVENTS
_UNNAMED = ORDINARY | DEMONYMS
_LATE = 6
_OPENING = 2
_LOOK_AHEAD = 9


def pointing_end(words: Words, index: int) -> int:
    """The index behind a pointing expression at `index`, 0 where there is none."""
    word = words.lowers[index]
    if word in POINTING:
        return 0 if _is_defined(words, index) else index + 1
    find_end = _ENDS.get(word)
    return find_end(words, index) if find_end else 0


def _that_end(words: Words, index: int) -> int:
    """Judge "that": the subject that opens a sentence, or before a noun told before."""
    following = words.lower(index + 1)
    opens = index == 0 and (following in _VERBAL or following in TIMES)
    return index + 1 if opens or _points_at_noun(words, index, following) else 0


def _then_end(words: Words, index: int) -> int:
    """Judge "then": "since | then"."""
    return index + 1 if words.lower(index - 1) in {"since", "by", "until"} else 0


def _points_at_noun(words: Words, index: int, following: str) -> bool:
    """Whether a noun follows "that" behind a preposition, as told before: "on | that scale"."""
    if index < 1 or words.lowers[index - 1] not in _BEFORE_THAT or not following.isalpha():
        return False
    plain = words.texts[index + 1].islower() and following not in _CLAUSES
    return plain and following.removesuffix("s") not in TIMES and words.lower(index + 2) != "that"


def _is_defined(words: Words, index: int) -> bool:
    """Whether a word that points is defined by what stands around it, or says a time."""
    word, following = words.lowers[index], words.lower(index + 1)
    time = words.lower(index + 2) if following in {"past", "last", "coming"} else following
    if time.removesuffix("s") in TIMES:
        return True
    if word == "such":
        return following in {"as", "that"}
    if word == "those":
        return following in _DEFINING
    if word == "both":
        return _are_both_named(words, index)
    return index > _LATE and words.lower(index - 1) in _JOINING


def _are_both_named(words: Words, index: int) -> bool:
    """Whether the two that "both" means stand around it."""
    ahead = words.lowers[index + 1 : index + _LOOK_AHEAD]
    listed = words.lower(index - 1) in _AUXILIARIES and "and" in words.lowers[:index]
    return "and" in ahead or listed or _joins_names(words, index)


def _joins_names(words: Words, index: int) -> bool:
    """Whether an "and" before `index` stands behind a name."""
    return any(
        words.lowers[at] == "and" and words.texts[at - 1][:1].isupper() for at in range(1, index)
    )


def _definite_end(words: Words, index: int) -> int:
    """Judge "the former", "the same …", "the two …", "the newspaper", "the move"."""
    following, after = words.lower(index + 1), words.lower(index + 2)
    if following in {"former", "latter"}:
        return index + 2 if _stands_alone(after) else 0
    if following in {"same", "two"}:
        told = _says_which(words, index, following, after)
        return 0 if told else min(index + 3, len(words))
    opens = index == 0 or (index <= _OPENING and words.texts[index - 1] == ",")
    if following in _VAGUE and opens and not _is_told_of(words, index, after):
        return index + 2
    return 0


_ENDS = {"that": _that_end, "then": _then_end, "the": _definite_end}


def _stands_alone(after: str) -> bool:
    """Whether no noun follows "the former": a mark or a verb does."""
    return not after[:1].isalpha() or after in _ACTING or after.endswith("ed")


def _says_which(words: Words, index: int, following: str, after: str) -> bool:
    """Whether what stands around "the same" or "the two" tells which, or a time follows."""
    if after in TIMES:
        return True
    if following == "same":
        if after in _IDIOMS:
            return True
        return "as" in words.lowers[index + 2 : index + 6]
    behind = words.lower(index + 3)  # "the two candidates | for premier"
    return after == "of" or behind in _SAYS_WHICH or _joins_names(words, index)


def _is_told_of(words: Words, index: int, after: str) -> bool:
    """Whether a noun for a speaker or an event behind "the" is defined: by a name before it, or by
    what follows it.
    """
    named = any(
        words.texts[at][:1].isupper() and words.lowers[at] not in _UNNAMED for at in range(index)
    )
    capital = words.texts[min(index + 2, len(words) - 1)][:1].isupper()
    return named or capital or after in _COMPLEMENTS or index + 1 in words.possessive
