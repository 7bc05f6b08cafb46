"""Titles before a name and roles after it: who somebody is, in the words of the article."""

from dataclasses import dataclass

from briefing.language.lexicon import HONORIFICS, OFFICES, RANKS
from briefing.language.names.lists import BODY_HEADS, COUNTRY_SHORT, DEMONYMS, DEPARTMENTS, GIVEN, PLACES
from briefing.language.names.words import Words
from briefing.model import Span

_LINKS = frozenset({"of", "to", "for", "the", "and", "on"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_BARRED = frozenset({
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "said", "says", "told", "who",
    "which", "that", "whom", "whose", "he", "she", "it", "they", "when", "where", "while", "because", "although",
    "but", "if", "met", "can", "could", "may", "might", "did", "does", "do", "as", "by", "at", "met", "with",
    "between", "after", "before", "under", "from", "into",
})  # fmt: skip
_OPENERS_BARRED = frozenset({
    "in", "on", "at", "by", "from", "to", "for", "with", "and", "or", "but", "as", "after", "before", "during", "while",
    "when", "where", "who", "which", "that", "whose", "whom", "including", "saying", "adding", "noting", "he", "she",
    "they", "it", "his", "her", "their", "not", "like", "such", "because", "although", "though", "according", "under",
    "into", "between", "amid", "despite", "per", "via", "if", "then", "too", "also", "however", "meanwhile",
})  # fmt: skip
_REACH = 8
_LONGEST_ROLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title at the head of a run: the name starts at word `name`; `head` says whether an office is among it."""

    name: int
    head: bool
    sex: str | None


def title(words: Words, first: int, last: int) -> Titled | None:
    """Split a run into title and name: "Syrian Defense Minister | Murhaf Abu Qasra". None where no title leads it.

    `name` equals `last` where the whole run is a title.
    """
    index, behind, office, sex = first, first, False, None
    while index < last:
        word = words.lowers[index].rstrip(".")
        if word in OFFICES or word in RANKS or word in HONORIFICS or _plural_office(word):
            if index > first and word in GIVEN and behind:
                break
            behind = index + 1
            office = office or word in OFFICES or _plural_office(word)
            sex = HONORIFICS.get(word) or sex
        elif word in _LINKS:
            if behind == first:
                break
        elif not _modifier(words, index, last):
            break
        index += 1
    if behind == first:
        return None
    if index == last and behind < last and not _linked(words, behind, last) and not _placed(words, behind):
        index = behind
    if index < last and _linked(words, behind, index + 1) and not _placed(words, index - 1):
        index = _given_after(words, index, last)
    return Titled(name=index, head=office, sex=sex)


def _plural_office(word: str) -> bool:
    return word.endswith("s") and word[:-1] in OFFICES


def _linked(words: Words, behind: int, last: int) -> bool:
    return behind < last and words.lowers[behind] in _LINKS


def _placed(words: Words, index: int) -> bool:
    return words.lowers[index] in PLACES or words.lowers[index] in DEMONYMS or words.lowers[index] in DEPARTMENTS


def _modifier(words: Words, index: int, last: int) -> bool:
    word = words.lowers[index]
    if word in DEPARTMENTS or word in DEMONYMS or word in PLACES or word in COUNTRY_SHORT:
        return True
    return any(
        index + offset < last and f"{words.lowers[index + offset - 1]} {words.lowers[index + offset]}" in PLACES
        for offset in (0, 1)
        if index + offset - 1 >= 0
    )


def _given_after(words: Words, index: int, last: int) -> int:
    """Find the given name behind "Director of the X Y": without one the run names no person."""
    for at in range(index, last - 1):
        if words.lowers[at] in GIVEN:
            return at
    return last


def before(words: Words, first: int) -> int | None:
    """Give the first word of a role in lower case that stands straight before a name, or None.

    "the deputy defence minister | Yunus-Bek Yevkurov", "team member | Rodaba Noori".
    """
    head = words.lower(first - 1)
    if first < 1 or not (head in OFFICES or head in RANKS) or words.texts[first - 1][:1].isupper():
        return None
    start = first - 1
    for index in range(first - 2, max(first - 2 - _REACH, -1), -1):
        word = words.lowers[index]
        if word in _DETERMINERS:
            return index + 1
        if not words.texts[index][:1].isalnum() or word in _BARRED:
            break
        if word in DEPARTMENTS or word in DEMONYMS or word in OFFICES or word in PLACES or words.texts[index][:1].isupper():
            start = index
        elif start - index == 1 and index == start - 1 and index == first - 2:
            start = index if word not in _LINKS and word not in _OPENERS_BARRED else start
    while start < first - 1 and words.lowers[start] in {"and", "of"}:
        start += 1
    return start


def after(words: Words, last: int) -> Span | None:
    """Give the role behind a name and a comma: "Dmitry Bridzhe, | an expert with the Council |, told …"."""
    if words.lower(last) != "," or last + 1 >= len(words) or last - 1 in words.possessive:
        return None
    opener = words.lowers[last + 1]
    if opener in _OPENERS_BARRED or opener in GIVEN or not opener[:1].isalpha():
        return None
    head = None
    for index in range(last + 1, min(last + 1 + _LONGEST_ROLE, len(words))):
        word = words.lowers[index]
        if word in {",", ".", ";", "—", "–", "(", "?", "!", "”", '"', ":"}:  # noqa: RUF001
            return _span(words, last + 1, index) if head is not None and _complete(word) else None
        if head is None:
            if word in _BARRED or word.endswith("ing") or index > last + 1 + _REACH:
                return None
            if word in OFFICES:
                head = index
        elif word in {"is", "was", "were", "are", "said", "says", "told", "has", "had", "will"}:
            return None
    if head is not None and last + 1 + _LONGEST_ROLE >= len(words):
        return _span(words, last + 1, len(words))
    return None


def _complete(mark: str) -> bool:
    return mark != ":"


def _span(words: Words, first: int, last: int) -> Span:
    return Span(start=words.starts[first], end=words.ends[last - 1])


def is_body(words: Words, first: int, last: int) -> bool:
    """Tell whether a run is a body by its own words: its last noun, or the noun before "of"."""
    lowers = words.lowers[first:last]
    offices = [index for index, word in enumerate(lowers) if word in OFFICES or _plural_office(word)]
    if offices and _linked(words, first + offices[0] + 1, last):
        return False
    if lowers[-1].rstrip(".") in BODY_HEADS and len(lowers) > 1:
        return True
    return any(
        word in BODY_HEADS and following in {"of", "for", "on"}
        for word, following in zip(lowers, lowers[1:], strict=False)
    )
