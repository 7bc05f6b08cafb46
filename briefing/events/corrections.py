"""What an outlet set right: by a note under the article itself, or by one in a later article about
an earlier one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.language import edtf, lookalike, wordlist
from briefing.languages.en.clauses.find import publication_day
from briefing.languages.en.sameness import vocabulary
from briefing.model import Document

_CORRECTS = wordlist.patterns("en", "words/corrections")["corrects"]
_PATTERNS = wordlist.patterns("en", "words/correction_patterns")
_TELLING_WORD, _ELSEWHERE = _PATTERNS["telling_word"], _PATTERNS["elsewhere"]
_VERSIONED, _WRONG_VALUE = _PATTERNS["versioned"], _PATTERNS["wrong_value"]
_OWN_WORDS = 2  # names and numbers that a note under an article shares with what it sets right
_OTHER_WORDS = 3  # the same of a note in another article, unless one is a number

# Words that a note and what it sets right share at least, and their share of the latter's: on
# invented notes, of which those about something else shared two.
_SAME_WORDS, _SAME_SHARE = 4, 0.4
_WRONG_WORDS = 2  # words beside a value called wrong that a note shares with what told it


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A note of correction: its text and the names and numbers in it, the document it stands in,
    that one's outlet and day (EDTF, "" where not known), and whether it speaks of an earlier
    article.
    """

    document: str
    outlet: str
    day: str
    text: str
    words: frozenset[str]
    elsewhere: bool


def find_corrections(documents: Iterable[Document]) -> tuple[Correction, ...]:
    """The notes of correction that documents bear, in their order."""
    return tuple(made for document in documents for made in _read_notes(document))


def is_corrected(document: Document | None, quote: str, corrections: Sequence[Correction]) -> bool:
    """Whether its outlet corrected what a quote of a document tells, there or later."""
    return find_correction(document, quote, corrections) is not None


def find_correction(
    document: Document | None, quote: str, corrections: Sequence[Correction]
) -> Correction | None:
    """The note of its outlet, there or later, that corrects what a quote of a document tells."""
    if document is None:
        return None
    told = frozenset(_TELLING_WORD.findall(quote))
    own = (one for one in corrections if one.document == document.id and not one.elsewhere)
    found = next((one for one in own if _speaks_of(one, told)), None)
    return found or find_later(document, quote, corrections)


def is_overtaken(document: Document, quote: str, corrections: Sequence[Correction]) -> bool:
    """Whether its outlet corrected in a later article what a quote of a document tells: then the
    document itself still says what was wrong.
    """
    return find_later(document, quote, corrections) is not None


def find_later(
    document: Document, quote: str, corrections: Sequence[Correction]
) -> Correction | None:
    """The note of a later article of its outlet that corrects what a quote of a document tells: one
    that speaks of another article, or of an earlier version in much the same words.
    """
    later = [one for one in corrections if _is_of(one, document)]
    if not later:
        return None
    told, words = frozenset(_TELLING_WORD.findall(quote)), vocabulary(quote)

    def corrects(one: Correction) -> bool:
        if one.elsewhere and _speaks_of(one, told):
            return True
        if one.elsewhere and _calls_wrong(one, told, words):
            return True
        speaks = one.elsewhere or _VERSIONED.search(one.text) is not None
        return speaks and _tells_again(one, told, words)

    return next(filter(corrects, later), None)


def _read_notes(document: Document) -> Iterator[Correction]:
    for note in document.caveats:
        if _CORRECTS.search(note.casefold()):
            yield Correction(
                document=document.id,
                outlet=_outlet_of(document),
                day=publication_day(document),
                text=note,
                words=frozenset(_TELLING_WORD.findall(note)),
                elsewhere=_ELSEWHERE.search(note) is not None,
            )


def _is_of(one: Correction, document: Document) -> bool:
    """Whether a note in another article may be about this one: of its outlet, and older."""
    day = publication_day(document)
    known = bool(one.outlet and one.day and day) and one.outlet == _outlet_of(document)
    return known and edtf.bounds(day)[1] < edtf.bounds(one.day)[0]


def _speaks_of(one: Correction, told: frozenset[str]) -> bool:
    """Whether a note shares enough names and numbers with what is told."""
    shared = one.words & told
    numbered = any(word[0].isdigit() for word in shared)
    return len(shared) >= (_OWN_WORDS if numbered or not one.elsewhere else _OTHER_WORDS)


def _tells_again(one: Correction, told: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a note has a name or a number of what is told, and much of its words."""
    named = any(len(word) > 1 for word in one.words & told)
    shared = len(words & vocabulary(one.text)) if named else 0
    return shared >= _SAME_WORDS and shared >= _SAME_SHARE * len(words)


def _calls_wrong(one: Correction, told: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a note calls a value wrong that is told, and speaks of the same thing: "the number of
    missing is 4, not 14".
    """
    wrong = {found["value"] for found in _WRONG_VALUE.finditer(one.text)}
    about = {word for word in words & vocabulary(one.text) if not word[0].isdigit()}
    return not wrong.isdisjoint(told) and len(about) >= _WRONG_WORDS


def _outlet_of(document: Document) -> str:
    return lookalike.spelling_key(document.outlet.value) if document.outlet else ""
