"""Which sentences of a pack of level 0 or 1 can be told as they stand, and what they hang on.

Nothing is changed in them. What begins by pointing back is told behind the sentence before it or
not at all; what can't be told apart from the brief's own signs is not told.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.language import late
from briefing.language.draft import Draft, Refused
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Reading, Span

_SHORTEST = 5  # words; four are a title, a cry or an answer
_SHORTEST_HAN = 10  # characters of a script without spaces
_LONGEST = 90  # words of a sentence
_LONGEST_PARAGRAPH = 150  # words of a paragraph that is quoted whole
_LONGEST_HAN = 400
_WORD = late.pattern(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_HAN = late.pattern("[\u3040-\u30ff\u3400-\u9fff]")
_ENDED = late.pattern(r"[.!…۔。！][»›”“\"’'』」)\]\u00a0\u202f ]*$")
_ASKED = late.pattern(r"[?؟？][»›”“\"’'』」)\]\u00a0\u202f ]*$")
_SIGNS = ".,;:!?…–—- \u00a0\u202f"
_UNSAFE = late.pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\[\]\u3010\u3011]"
)


@dataclass(frozen=True, kw_only=True)
class StandingRules:
    """What may be told of a language's texts as it stands. Not slotted: lists are read when asked
    for.
    """

    lexicon: Lexicon

    @cached_property
    def pointing(self) -> re.Pattern[str] | None:
        """How a sentence begins that hangs on the one before it."""
        return self.lexicon.expression("standing", "pointing back")

    @cached_property
    def pointing_anywhere(self) -> re.Pattern[str] | None:
        """Words that hang on another sentence wherever they stand."""
        return self.lexicon.expression("standing", "points back anywhere")

    @cached_property
    def first_person(self) -> re.Pattern[str] | None:
        """Words by which a writer speaks of himself."""
        return self.lexicon.expression("standing", "first person")

    @cached_property
    def formal(self) -> re.Pattern[str] | None:
        """How what is said to readers begins, which tells nothing."""
        return self.lexicon.expression("standing", "to readers")

    def ground(
        self, reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
    ) -> Draft | Refused:
        """`sentences` as they stand, or why they can't; pure, the prover repeats it."""
        draft = Draft(reading=reading, sentences=sentences, before=before)
        reason = self._fault(draft)
        return Refused(reason=reason) if reason else draft

    def _fault(self, draft: Draft) -> str:
        """Why a draft can't be told, or ""."""
        text = draft.text
        if not self.lexicon.served:
            return "a language that no pack serves"
        if _UNSAFE.search(text):
            return "control characters or square brackets"
        if draft.passage is None:
            return "fragment"
        return self._unfit_length(draft) or self._unfit_end(text) or self._hanging(draft)

    def _unfit_length(self, draft: Draft) -> str:
        """Say whether a draft is too short or too long; behind another a short one is told."""
        words, signs = len(_WORD.findall(draft.text)), len(_HAN.findall(draft.text))
        short = signs < _SHORTEST_HAN if signs else words < _SHORTEST
        if short and not draft.before:
            return "fragment"
        longest = _LONGEST_PARAGRAPH if self.lexicon.level == 0 else _LONGEST * len(draft.sentences)
        return "too long" if words > longest or signs > _LONGEST_HAN else ""

    def _unfit_end(self, text: str) -> str:
        if _ASKED.search(text):
            return "question"
        if not _ENDED.search(text):
            return "cut short"
        return "" if self.is_balanced(text) else "unbalanced quotation"

    def is_balanced(self, text: str) -> bool:
        """Whether every quotation and bracket that a text opens is closed in it."""
        if text.count('"') % 2 or text.count("(") != text.count(")"):
            return False
        return all(
            self._is_closed(text, opening, closing) for opening, closing in self.lexicon.quotes
        )

    def _is_closed(self, text: str, opening: str, closing: str) -> bool:
        """Whether whatever a pair of signs opens is closed; of signs that another pair uses the
        other way round, as „…“ and “…” do, only that what opens has enough to close it.
        """
        opened, closed = text.count(opening), text.count(closing)
        signs = [sign for pair in self.lexicon.quotes for sign in pair]
        if opening == closing or signs.count(opening) > 1:
            return True
        return opened == closed if signs.count(closing) == 1 else opened <= closed

    def _hanging(self, draft: Draft) -> str:
        """Say whether a sentence points back, speaks to readers, or of its writer."""
        if draft.before or self.lexicon.level == 0:
            return ""
        if self._is_unspoken(draft):
            return "a quotation without its speaker"
        bare = draft.text.lstrip("«„“”\"‘'‹(–—- \u00a0\u202f")
        if self._points_back(draft, bare):
            return "dangling reference"
        if self.formal is not None and self.formal.match(bare):
            return "formality"
        outside = self.lexicon.outside_quotations(draft.text)
        own = self.first_person
        return "first person" if own is not None and own.search(outside) else ""

    def _points_back(self, draft: Draft, bare: str) -> bool:
        """Whether a draft begins by pointing back, or its first sentence hangs on another."""
        if self.pointing is not None and self.pointing.match(bare):
            return True
        first = draft.sentences[0]
        alone = self.lexicon.outside_quotations(
            draft.reading.document.text[first.start : first.end]
        )
        anywhere = self.pointing_anywhere
        return anywhere is not None and anywhere.search(alone) is not None

    def _is_unspoken(self, draft: Draft) -> bool:
        """Whether a draft is hardly more than a quotation of which nobody is known to say it."""
        spoken = any(
            speech.start < draft.end and draft.start < speech.end for speech in draft.reading.speech
        )
        return not spoken and self.lexicon.outside_quotations(draft.text).strip(_SIGNS) == ""
