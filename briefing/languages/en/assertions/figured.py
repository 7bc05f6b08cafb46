"""The figures of a sentence with the words near them, by which two sentences tell one figure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.language import wordlist
from briefing.languages.en.assertions.fold import fold_noun, fold_word
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.sentences import Sentence
from briefing.languages.en.clauses.tokens import Token, holds_word
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
_CENT = section_words("cent")
_ANY = _LIST.words("empty")


def find_figured(sentence: Sentence) -> Iterator[Figured]:
    """The figures of a sentence, each with what stands near."""
    span = sentence.span
    dates = tuple(one.edtf for one in sentence.dates if one.edtf)
    for figure in sentence.quantities_in(span.start, span.end):
        yield _look_round(sentence.tokens, figure, dates)


def _look_round(tokens: Sequence[Token], figure: Quantity, dates: tuple[str, ...]) -> Figured:
    first = next(at for at, token in enumerate(tokens) if token.start >= figure.start)
    last = next((at for at, token in enumerate(tokens) if token.start >= figure.end), len(tokens))
    before, after = tokens[max(0, first - _REACH) : first], tokens[last : last + _REACH]
    near = (*before, *after)
    return Figured(
        figure=figure,
        value=Decimal(figure.value),
        counted=_counted_noun(figure, tokens, last),
        near=_fold_tagged(near, _WORDY),
        names=_fold_tagged(near, _NAMES),
        denied=any(one.tag == "not" for one in near),
        meant=holds_word(before, _MEANT),
        part=holds_word(tokens[max(0, first - _TIED) : last], _APART),
        dates=dates,
    )


def _fold_tagged(tokens: Sequence[Token], tags: frozenset[str]) -> frozenset[str]:
    """The folded words of some tags that say something."""
    return frozenset(fold_word(one.lower) for one in tokens if one.tag in tags) - {""}


def _counted_noun(figure: Quantity, tokens: Sequence[Token], last: int) -> str:
    """The folded noun that a figure counts, "" for money, shares of a whole and
    what says nothing: "members".
    """
    if figure.unit or not figure.what:
        return ""
    word = tokens[last - 1].lower
    return "" if word in _CENT or word in _ANY else fold_noun(word)
