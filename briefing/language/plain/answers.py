"""Whether what follows a sentence takes it back, by the signs of a pack's `denials.txt`: then
neither is told without the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.language.plain.lexicon import Lexicon
from briefing.model import Reading, Span

_TOLD = frozenset({"body", "quote", "list"})


@dataclass(frozen=True, kw_only=True)
class AnswerRules:
    """How a language takes back what was said just before. Not slotted: its signs are read when
    first asked for.
    """

    lexicon: Lexicon

    @cached_property
    def _signs(self) -> re.Pattern[str] | None:
        return self.lexicon.expression("denials", "")

    def find(self, reading: Reading, sentence: Span) -> Span | None:
        """The sentence behind `sentence`, in its passage or the next that is told, if it takes it
        back.
        """
        if self._signs is None:
            return None
        behind = next(_sentences_behind(reading, sentence), None)
        if behind is None:
            return None
        denied = self._signs.search(reading.document.text, behind.start, behind.end)
        return behind if denied else None


def _sentences_behind(reading: Reading, sentence: Span) -> Iterator[Span]:
    """The sentences behind one, to the end of the passage that is told next."""
    passages = iter(reading.passages)
    for passage in passages:
        if passage.start <= sentence.start < passage.end:
            yield from (one for one in passage.sentences if one.start >= sentence.end)
            break
    following = (one for one in passages if one.dropped is None and one.kind in _TOLD)
    yield from next((one.sentences for one in following if one.sentences), ())
