"""What somebody said, and says otherwise in a later article: "the defence would no longer rely on
meat".

Of a retraction nobody can say which words it means (`compose/retractions.py`); here the later
paragraph shows it by its own words.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from briefing.compose.later_news import list_statements, weigh_overtaken
from briefing.language import late, wordlist
from briefing.language.draft import is_quoted, things_inside
from briefing.language.following import passage_at
from briefing.languages import is_rewritten
from briefing.languages.en.clauses.find import last_day
from briefing.languages.en.sameness import vocabulary
from briefing.model import Reading, Shortlist, Span, Statement

_TURNED = 0.4  # of a statement's worth, as of words taken back
_SHARED = 2  # words that no name has, which what was said and what is said now have in common
_TURNS = wordlist.patterns("en", "words/turned_patterns")["turns"]
_SMALL = wordlist.read("en", "words/small_words").words("small")
_SHORT = 4  # letters of a word that says something
_NAMES = late.pattern(r"\b[A-Z][\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """The day on which somebody says otherwise, his last name, and the words of what he says."""

    day: date
    name: str
    words: frozenset[str]


def weigh_turned(
    shortlists: Sequence[Shortlist], readings: Mapping[str, Reading]
) -> tuple[Shortlist, ...]:
    """The shortlists, worth little what its speaker says otherwise later; pinned ones stay."""
    keys = find_turned(list_statements(shortlists), readings)
    return weigh_overtaken(shortlists, keys, _TURNED, "taken_back")


def find_turned(
    statements: Sequence[Statement], readings: Mapping[str, Reading]
) -> AbstractSet[str]:
    """The keys of statements that name somebody of whom an article of a later day tells that he
    says otherwise, with some of the statement's words.
    """
    turns = [turn for one in readings.values() for turn in _list_turns(one)]
    if not turns:
        return frozenset()
    return {one.key for one in statements if _is_turned(one, readings, turns)}


def _is_turned(
    statement: Statement, readings: Mapping[str, Reading], turns: Sequence[_Turn]
) -> bool:
    cited = statement.citations[0]
    day = last_day(readings[cited.document].document)
    speakers = " ".join(one.attribution.speaker or "" for one in statement.bases)
    named = set(_NAMES.findall(f"{statement.text} {speakers}"))
    words = _plain_words(statement.text)
    return day is not None and any(
        day < one.day and one.name in named and len(words & one.words) >= _SHARED for one in turns
    )


def _list_turns(reading: Reading) -> Iterator[_Turn]:
    """Who says otherwise in an article, with the words of the sentence and of the one behind it."""
    document = reading.document
    day = last_day(document)
    if day is None or not is_rewritten(document.language):
        return
    for found in _TURNS.finditer(document.text):
        sentences = _find_sentences(reading, found.start())
        if not sentences or is_quoted(document.text, found.start()):
            continue
        words = _plain_words(document.text[sentences[0].start : sentences[-1].end])
        name = _find_name(reading, sentences[0].start, found.start())
        if name:
            yield _Turn(day=day, name=name, words=words)


def _find_name(reading: Reading, start: int, end: int) -> str:
    """The last name of the person last named in a stretch; where nobody is known to be one, the
    first word with a capital; "" where there is none.
    """
    text, named = reading.document.text, things_inside(reading.mentions, start, end)
    people = [text[one.start : one.end] for one in named if one.kind == "person"]
    others = _NAMES.findall(text[start:end])[:1]
    return next((one.split()[-1] for one in (*people[::-1], *others) if len(one) >= _SHORT), "")


def _find_sentences(reading: Reading, place: int) -> tuple[Span, ...]:
    """The told sentence that holds a place, and the one behind it in its paragraph."""
    passage = passage_at(reading, place)
    if passage is None or not passage.may_tell:
        return ()
    return tuple([one for one in passage.sentences if one.end > place][:2])


def _plain_words(text: str) -> frozenset[str]:
    """The words of a text that say something and that no name has."""
    words = vocabulary(text) - vocabulary(" ".join(_NAMES.findall(text)))
    return frozenset(word for word in words - _SMALL if len(word) >= _SHORT)
