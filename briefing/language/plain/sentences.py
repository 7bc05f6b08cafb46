"""Where the sentences of a paragraph end, in any language: the library proposes, the pack's lists
correct it.

The library keeps a quotation together whatever it holds, so it is shown the text without quotation
marks (each replaced by a space) and the marks are given back to the sentence that they close.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from sentencex import get_sentence_boundaries

from briefing.language import late
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Span

LIMIT = 20_000  # characters; what is longer is no paragraph of prose
_MARKS = '"“”„«»‘‹›「」『』\u00a0\u202f\u2009\t\n\r\u2028\u2029\x85\x0b\x0c'
_MASK = late.pattern(f"[{_MARKS}]")
_CLOSING = late.pattern(r"(?:[ \u00a0\u202f]?[»›](?!\w)|[”“\"’'\])](?!\w)|[』」])+")
_STOP = late.pattern(r"[.!?…؟۔]+(?=[»›”“\"’'\])\u00a0\u202f ]*\s)")
_WORD = late.pattern(r"[\w.-]+$")
_REACH = 24
_NUMBER = late.pattern(r"\d{1,4}$")
_FIGURE = late.pattern(r"\d[ \u00a0]?$")
_INITIAL = late.pattern(r"(?:^|(?<![°º\d])[\s(«„“\"-])[^\W\d_](?:\.[ ]?-?[^\W\d_])*$")
_OPENERS = " \"“„«‹‘'([\u00a0\u202f\t\n\r¿¡–—-"
_GOING_ON = "-–—―,;:.،؛"
_LIST_MARK = late.pattern(r"[\W_]*(?:\d{1,3}|[^\W\d_])[.)]")
_BRACKET_REACH = 400


@dataclass(frozen=True, kw_only=True)
class SentenceRules:
    """What a pack knows of the ends of sentences. Not slotted: lists are read when asked for."""

    lexicon: Lexicon

    @cached_property
    def shortened(self) -> frozenset[str]:
        """Words whose stop never ends a sentence: they want what follows ("Dr.")."""
        return self.lexicon.words("sentences", "before anything")

    @cached_property
    def before_number(self) -> frozenset[str]:
        """Words whose stop ends nothing before a figure ("No. 5")."""
        return self.lexicon.words("sentences", "before number")

    @cached_property
    def before_small(self) -> frozenset[str]:
        """Words whose stop ends a sentence only before a capital ("usw.")."""
        return self.lexicon.words("sentences", "before small")

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """How many digits figures have that count with a stop ("15. November")."""
        return self.lexicon.words("sentences", "ordinals")

    @cached_property
    def weak_stops(self) -> tuple[str, ...]:
        """Signs that end nothing by themselves; Arabic writes "..." as a pause."""
        return self.lexicon.entries("sentences", "weak stops")

    @cached_property
    def goes_on(self) -> re.Pattern[str] | None:
        """What stands behind a quotation that its sentence goes on after ("…?», a-t-il dit")."""
        return self.lexicon.expression("sentences", "goes on")

    def split(self, text: str, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of `text[start:end]` as absolute spans; see `LanguagePack`."""
        piece = text[start:end]
        if len(piece) > LIMIT:
            return _cut(piece, [], start)
        masked = _MASK.sub(" ", piece)
        ends = {
            _past_marks(piece, len(masked[:place].rstrip())) for place in self._proposed(masked)
        }
        ends.update(_past_marks(piece, found.end()) for found in _STOP.finditer(piece))
        kept: list[int] = []
        for place in sorted(ends):
            if self._ends(piece, kept[-1] if kept else 0, place):
                kept.append(place)
        return _cut(piece, kept, start)

    def _proposed(self, masked: str) -> list[int]:
        found = get_sentence_boundaries(self.lexicon.library, masked)
        return [one["end_index"] for one in found[:-1]]

    def _ends(self, piece: str, first: int, place: int) -> bool:
        """Whether the sentence that began after `first` really ends at `place`."""
        after = place
        while after < len(piece) and piece[after].isspace():
            after += 1
        if after >= len(piece) or not piece[first:place].strip():
            return False
        bare = piece[:place].rstrip("»›”“\"’'』」)]\u00a0\u202f ")
        return not (
            bare.endswith(self.weak_stops)
            or self._is_going_on(piece, place, after)
            or (bare.endswith(".") and self._is_shortened(piece, first, len(bare) - 1, after))
            or _LIST_MARK.fullmatch(piece, first, place)
            or _in_bracket(piece, first, place)
        )

    def _is_going_on(self, piece: str, place: int, after: int) -> bool:
        """Whether what follows can't open a sentence: a small letter, a comma, a dash behind a
        quotation.
        """
        if self.goes_on is not None and self.goes_on.match(piece, after):
            return True
        if piece[after] in _GOING_ON and not self._opens_speech(piece, place, after):
            return True
        while after < len(piece) - 1 and piece[after] in _OPENERS:
            after += 1
        return piece[after].islower()

    def _opens_speech(self, piece: str, place: int, after: int) -> bool:
        """Whether a dash behind a full stop opens somebody's words, which begin with a capital."""
        rest = piece[after + 1 : after + 3].lstrip()
        return piece[after] in "–—―-" and piece[place - 1] in ".!?…" and rest[:1].isupper()

    def _is_shortened(self, piece: str, first: int, stop: int, after: int) -> bool:
        """Whether the stop at `stop` belongs to a word or figure that wants what follows."""
        ahead = piece[max(first, stop - _REACH) : stop]
        word = _last_word(ahead)
        following = piece[after:]
        initial = bool(word) and _INITIAL.search(ahead) is not None
        if initial and ahead[-1].isupper():
            return True
        if initial or word in self.shortened:
            return not self._may_close(ahead, word, following)
        if word in self.before_number and following[:1].isdigit():
            return True
        if _NUMBER.search(word):
            return self._is_ordinal(word, following)
        return word in self.before_small and not following.lstrip(_OPENERS)[:1].isupper()

    def _is_ordinal(self, figure: str, following: str) -> bool:
        """Whether a figure with a stop counts what follows ("15. November")."""
        if str(len(figure)) not in self.ordinals or not figure.isdigit():
            return False
        return _first_word(following) not in self.starters

    def _may_close(self, ahead: str, word: str, following: str) -> bool:
        """Whether an initial or a short word closes its sentence before these words after all: a
        unit behind a figure before any capital, others before words that open sentences.
        """
        if word in self.units and _FIGURE.search(ahead[: len(ahead) - len(word)]):
            return following.lstrip(_OPENERS)[:1].isupper()
        return word in self.closing and _first_word(following) in self.starters

    @cached_property
    def units(self) -> frozenset[str]:
        """Shortened words that close a sentence behind a figure ("в 2015 г.")."""
        return self.lexicon.words("sentences", "units")

    @cached_property
    def closing(self) -> frozenset[str]:
        """Shortened words that may close a sentence too ("г.")."""
        return self.lexicon.words("sentences", "may close")

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words that open sentences, before which those do close one."""
        return self.lexicon.words("sentences", "starters")


def _last_word(text: str) -> str:
    """The word or figure that ends a text, in lower case; "" where none does."""
    match = _WORD.search(text)
    return match[0].lower() if match else ""


def _first_word(text: str) -> str:
    """The first word of a text in lower case, without the signs round it."""
    words = text.split(None, 1)
    return words[0].strip('.,;:!?()«»„“”"').lower() if words else ""


def _past_marks(piece: str, place: int) -> int:
    """Move an end past the closing marks that follow it."""
    match = _CLOSING.match(piece, place)
    return match.end() if match else place


def _in_bracket(piece: str, first: int, place: int) -> bool:
    """Whether a round bracket is open at `place` and closes soon."""
    opened = piece.rfind("(", max(first, place - _BRACKET_REACH), place)
    if opened <= first or piece.find(")", opened, place) >= 0:
        return False
    closing = piece.find(")", place, place + _BRACKET_REACH)
    return closing >= 0 and piece.find("(", place, closing) < 0


def _cut(piece: str, ends: list[int], offset: int) -> tuple[Span, ...]:
    """Cut at the ends and trim white space."""
    spans: list[Span] = []
    last = 0
    for end in (*ends, len(piece)):
        part = piece[last:end]
        bare = part.strip()
        if bare:
            start = offset + last + len(part) - len(part.lstrip())
            spans.append(Span(start=start, end=start + len(bare)))
        last = end
    return tuple(spans)
