"""The figures of a sentence with the words near them, by which two sentences tell one figure."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from briefing.language import wordlist
from briefing.languages.en.assertions.clocks import CLOCK, find_clocks
from briefing.languages.en.assertions.fold import PLURALS, fold_noun, fold_word
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.predicates import LONGEST_PHRASE, PARTICLED, VERBS
from briefing.languages.en.clauses.sentences import Sentence
from briefing.languages.en.clauses.tokens import Token, holds_word
from briefing.languages.en.stems import stem_word
from briefing.model import Figured, Quantity

_LIST = wordlist.read("en", "assertions/words")
_APART = _LIST.words("parting") | _LIST.words("ordering")
_MEANT = (
    section_words("unreal") | section_words("wishing") | section_words("doubting")
) - _LIST.words("backshifted")
_WORDY = frozenset({"noun", "name", "verb", "ing", "adverb"})
_NAMES = frozenset({"name"})
_REACH = 8  # words before and behind a figure that are told with it
_TIED = 3  # words before it that make it a part of more
(_NUMBER,) = _LIST.words("numbered")
_SLASH = frozenset({"/"})
TIME = "time"
"""The kind of a length of time."""
_HOURS = {stem_word(row[0]): Decimal(row[1]) for row in _LIST.rows("hours")}
_CENT = section_words("cent")
_ANY = _LIST.words("empty")
_RANGING = _LIST.words("ranging")
_LACKING = _LIST.words("lacking")


def find_figured(sentence: Sentence) -> Iterator[Figured]:
    """The figures of a sentence, each with what stands near."""
    span, tokens = sentence.span, sentence.tokens
    clocks = find_clocks(tokens)
    figures = (*clocks, *sentence.quantities_in(span.start, span.end))
    for figure in figures:
        dates = _dates_beside(sentence, figure, figures)
        first = next(at for at, token in enumerate(tokens) if token.start >= figure.start)
        told = figure in clocks or not _lies_in(figure, clocks)
        if told and not _is_label(tokens, first, figure):
            yield _look_round(tokens, figure, first, dates)


def _dates_beside(
    sentence: Sentence, figure: Quantity, figures: Sequence[Quantity]
) -> tuple[str, ...]:
    """The dates of a sentence but for those behind another figure of the unit: "61.4 percent, up
    from 55 percent four years ago".
    """
    behind = [
        one.end
        for one in figures
        if one.start > figure.end and one.unit and one.unit == figure.unit
    ]
    last = min(behind, default=sentence.span.end)
    return tuple(one.edtf for one in sentence.dates if one.edtf and one.start < last)


def _lies_in(figure: Quantity, clocks: Sequence[Quantity]) -> bool:
    """Whether a number is part of a time of day."""
    return any(one.start < figure.end and figure.start < one.end for one in clocks)


def _is_label(tokens: Sequence[Token], first: int, figure: Quantity) -> bool:
    """Whether a bare number belongs to the name before it: "Flight 93", "Maroon 5"."""
    bare = not figure.unit and not figure.what
    before = tokens[first - 1] if first else None
    beside = (before, *tokens[first + 1 : first + 2])
    if any(one is not None and one.text in _SLASH for one in beside):
        return True  # "40/40"
    if _is_numbered(tokens[max(0, first - 2) : first]):
        return True
    return bare and before is not None and before.tag == "name" and not before.owner


def _is_numbered(before: Sequence[Token]) -> bool:
    """Whether a number names something: "School No. 4"."""
    return [token.lower for token in before] == [_NUMBER, "."]


def _look_round(
    tokens: Sequence[Token], figure: Quantity, first: int, dates: tuple[str, ...]
) -> Figured:
    last = next((at for at, token in enumerate(tokens) if token.start >= figure.end), len(tokens))
    before, after = tokens[max(0, first - _REACH) : first], tokens[last : last + _REACH]
    near = (*before, *after)
    hours = _HOURS.get(figure.what[-1]) if figure.what else None
    told = Decimal(figure.value)
    return Figured(
        figure=figure,
        told=told,
        value=told if hours is None else told * hours,
        kind=figure.unit if hours is None else TIME,
        counted=_counted_noun(figure, tokens, last),
        near=_fold_tagged(near, _WORDY),
        names=_fold_tagged(near, _NAMES),
        denied=_holds_denial(before, frozenset()) or _holds_denial(after, _LACKING),
        meant=holds_word(before, _MEANT),
        part=holds_word(tokens[max(0, first - _TIED) : last], _APART - _CENT)
        or _is_some(tokens[max(0, first - _TIED) : first], figure),
        dates=dates,
    )


def _holds_denial(tokens: Sequence[Token], lacking: AbstractSet[str]) -> bool:
    """Whether a word that denies stands among tokens; "No. 4" denies nothing."""
    return any(
        one.tag == "not"
        and one.lower not in lacking
        and not (at + 1 < len(tokens) and tokens[at + 1].text == ".")
        for at, one in enumerate(tokens)
    )


def _fold_tagged(tokens: Sequence[Token], tags: frozenset[str]) -> frozenset[str]:
    """The folded words of some tags that say something, "gave way" as the one verb that it is."""
    found = {
        _fold_phrase(tokens, at) or fold_word(one.lower)
        for at, one in enumerate(tokens)
        if one.tag in tags
    }
    return frozenset(found) - {""}


def _is_some(before: Sequence[Token], figure: Quantity) -> bool:
    """Whether a figure is the whole of which another counts a part ("two of the five"), or an end
    of a range: "between 1,100 and 2,600".
    """
    led = [token for token in before if token.lower == "of"]
    ranging = figure.unit != CLOCK and holds_word(before, _RANGING)
    return ranging or (bool(led) and before[-1].tag == "determiner")


def _fold_phrase(tokens: Sequence[Token], place: int) -> str:
    """The class of the verb of several words that begins at `place`, "" for none."""
    verb = tokens[place].lower
    if verb not in PARTICLED:
        return ""
    words = [one.lower for one in tokens[place + 1 : place + 1 + LONGEST_PHRASE]]
    phrases = (" ".join((verb, *words[:length])) for length in range(len(words), 0, -1))
    known = next((VERBS[phrase] for phrase in phrases if phrase in VERBS), None)
    return known.name if known is not None else ""


def _counted_noun(figure: Quantity, tokens: Sequence[Token], last: int) -> str:
    """The folded noun that a figure counts, "" for money, shares of a whole and
    what says nothing: "members".
    """
    if figure.unit or not figure.what:
        return ""
    words = [token.lower for token in tokens[last - len(figure.what) : last]]
    word = next((one for one in reversed(words) if _is_plural(one)), words[-1])
    return "" if word in _CENT or word in _ANY else fold_noun(word)


def _is_plural(word: str) -> bool:
    """Whether a noun is a plural: of "22 travellers lay" the first is, and no second noun."""
    return word in PLURALS or (word.endswith("s") and not word.endswith("ss"))
