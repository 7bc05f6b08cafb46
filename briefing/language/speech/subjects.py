"""Who does the saying: the noun phrase before or after a verb of saying."""

from briefing.language.lexicon import OFFICES
from briefing.language.names.words import Words
from briefing.language.speech.verbs import BETWEEN

SOURCES: frozenset[str] = frozenset("""
source sources official officials analyst analysts expert experts observer observers critic critics spokesman
spokeswoman spokesperson spokespeople media report reports newspaper newspapers daily outlet outlets agency agencies
statement witness witnesses resident residents researcher researchers scientist scientists author authors study studies
survey poll document documents letter government police authorities prosecutors lawyers lawyer ministry company
companies firm leaks leak insiders diplomats diplomat economists economist commentators commentator activists activist
opponents supporters leaders leader minister ministers president prime-minister family relatives organizers organisers
groups group union unions military army court judge website site blog paper magazine channel broadcaster network press
investigators investigation experts specialists specialist group organization organisation administration party council
committee team board department office journalists journalist negotiators negotiator people many some others both
manager managers executive executives chairman director teacher teachers doctors doctor data figures results findings
detective academic professor mayor governor senator ambassador coach city state plaintiffs defendants defence defense
locals villagers soldiers rebels fighters protesters politicians politician lawmakers legislators members member
""".split())  # fmt: skip
"""Nouns that can be the head of an unnamed source."""

_STOPS = frozenset({
    ",", ";", ":", "—", "–", "(", ")", "“", "”", '"', "that", "but", "while", "because", "after", "when", "if",  # noqa: RUF001
    "although", "though", "where", "which", "who", "before", "since", "so", "whereas", "until", "whose", "or", "as",
    "with", "is", "are", "was", "were", "than", "what", "how", "whether", "why", "whom", "unless", "?", "!", "...",
})  # fmt: skip
_PREPOSITIONS = frozenset({
    "in", "on", "at", "by", "from", "to", "for", "during", "after", "before", "under", "over", "through", "into", "of",
    "between", "despite", "amid", "against", "about", "following", "until", "since", "without", "within", "per",
})  # fmt: skip
_NOT_LAST = frozenset({
    "the", "a", "an", "his", "its", "their", "of", "in", "on", "to", "for", "by", "not", "is", "are", "was", "were",
    "be", "been", "being", "will", "would", "can", "could", "may", "might", "should", "must", "never", "n't", "no",
    "cannot", "didn't", "don't", "doesn't", "hasn't", "haven't", "hadn't", "didn’t", "don’t", "doesn’t", "hasn’t",
    "haven’t", "hadn’t", "more", "most", "than", "get", "got", "widely", "i", "we", "you", "us", "me", "it's", "it’s",
})  # fmt: skip
_LONGEST = 30
_PRONOUNS = frozenset({"he", "she", "they", "it", "both", "some", "many", "others"})


def before(words: Words, verb: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Give the words [first, last) of the subject before a verb; equal ends mean "and said" (subject further back).

    None where nothing before the verb can be its subject: a negation, a modal, a passive, a relative pronoun.
    """
    last = verb
    while last > 0 and (words.lowers[last - 1] in BETWEEN or words.lowers[last - 1].endswith("ly")):
        last -= 1
    if last == 0 or last - 1 in masked:
        return None
    tail = words.lowers[last - 1]
    if tail in _NOT_LAST or tail in {"who", "which", "that", "what", "as", "when", "whom", "where"}:
        return None
    if tail in _PRONOUNS:
        return (last - 1, last)
    if tail == "and":
        return (verb, verb)
    if tail == ",":
        return _appositive(words, last - 1, masked)
    return _phrase(words, last, masked)


def _phrase(words: Words, last: int, masked: frozenset[int]) -> tuple[int, int] | None:
    first = last
    while first > 0 and last - first < _LONGEST and first - 1 not in masked and not _stops(words, first - 1, last):
        first -= 1
    if first > 0 and words.lowers[first - 1] in {"who", "which"} and last - first >= 2 and first - 1 > 0:
        wider = _phrase(words, first - 1, masked)
        return (wider[0], last) if wider is not None else None
    return _trim(words, first, last)


def _stops(words: Words, at: int, last: int) -> bool:
    word = words.lowers[at]
    if word == "as" and words.lower(at + 1) == "well":
        return False
    return word in _STOPS and not (word == "," and at == last)


def _trim(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Cut leading connectives and prepositional phrases off a subject."""
    while first < last and words.lowers[first] in {"and", "also", "then", "now", "yet", "still", "meanwhile", "however", "thus", "indeed", "here", "there", "instead", "even", "recently", "earlier", "later", "so"}:
        first += 1
    if first >= last:
        return None
    if words.lowers[first] in _PREPOSITIONS:
        return _tail(words, first, last)
    return (first, last)


def _tail(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Give the name or source noun at the end of "On Monday GM officials"."""
    at = last
    while at > first and words.texts[at - 1][:1].isupper():
        at -= 1
    if at < last:
        if words.lower(at) in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} and at + 1 < last:
            at += 1
        return (at, last) if words.lower(at - 1) not in _PREPOSITIONS and words.lower(at - 1) != "the" else None
    if words.lowers[last - 1] in SOURCES:
        for at in range(last - 1, first, -1):
            if words.lowers[at - 1] in _PREPOSITIONS:
                return None
            if words.lowers[at] in {"the", "a", "an"}:
                return (at, last)
    return None


def _appositive(words: Words, comma: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Read the subject in "X, an expert with Y, told": it runs from X to the comma before the verb."""
    for at in range(comma - 1, max(comma - _LONGEST, 0), -1):
        if at in masked:
            return None
        if words.texts[at] in {";", ":", ".", "”"}:
            return None
        if words.texts[at] == ",":
            head = _phrase(words, at, masked)
            if head is None:
                return None
            opener = words.lowers[at + 1]
            if opener in {"and", "or"} or words.texts[head[0]][:1].islower() and words.lowers[head[0]] not in {"a", "an", "the", "one"}:
                continue
            return (head[0], comma)
    return None


def phrase_end(words: Words, first: int, masked: frozenset[int]) -> int:
    """Give the index behind a noun phrase that starts at `first` ("according to | the Afghan team's coach |, …").

    An apposition with a name in it belongs to the phrase where two commas enclose it.
    """
    at = first
    while at < len(words) and at - first < _LONGEST and at not in masked and not _ends(words, at, first):
        at += 1
    return at


def _ends(words: Words, at: int, first: int) -> bool:
    text = words.texts[at]
    if text in {",", ".", ";", ":", "—", "–", "(", ")", "?", "!"}:  # noqa: RUF001
        return True
    if at == first:
        return False
    named = words.texts[at - 1][:1].isupper()
    return words.lowers[at] in {"the", "a", "an"} and named or words.lowers[at] in {"is", "was", "are", "were", "has", "have", "had", "will", "would", "while", "but", "when", "after", "before"}


def nominal(words: Words, at: int) -> bool:
    """Tell whether a noun phrase can start here: a name, a determiner, a pronoun or a source noun."""
    return (
        words.texts[at][:1].isupper()
        or words.lowers[at] in {"the", "a", "an", "one", "his", "her", "he", "she", "they", "another"}
        or words.lowers[at] in SOURCES
        or words.lowers[at] in OFFICES
    )


def singular(words: Words, first: int, last: int, verb: str) -> bool:
    """Tell whether a subject agrees with a form that is also a noun ("X reports", "analysts fear")."""
    if first >= last:
        return True
    head = words.lowers[last - 1]
    if head in {"the", "a", "their", "its", "his", "her"}:
        return False
    plural = head.endswith("s") and not words.texts[last - 1][:1].isupper()
    if verb.endswith("s"):
        return not plural and (head in _PRONOUNS or head in SOURCES or head in OFFICES or words.texts[last - 1][:1].isupper())
    return plural or head in {"they", "many", "some", "people", "media", "police"} or verb in {"read", "thought"}


def framing(words: Words, begin: int) -> bool:
    """Tell whether the words before a comma only frame the source clause ("On the approach, X said, …")."""
    return begin >= 2 and words.lowers[0] in _PREPOSITIONS | {"when", "while", "as", "although", "if", "after", "regarding"}
