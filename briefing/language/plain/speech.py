"""Who says what, by the patterns of a pack: `speech_patterns.txt`, each a way of saying.

A pattern is tried on one sentence and names its parts by groups: `speaker` (all words for who
speaks), in it `name` and `role` where they can be told apart, `verb`, and `cue`, the words that say
who says it. A sentence that denies or supposes a saying has none, and so has one in which two
speakers are found: its own words say who says what.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.language import late, wordlist
from briefing.language.plain.lexicon import Lexicon
from briefing.model import Document, Passage, Saying, Span, Speech

_WORD = late.pattern(r"[^\W\d_](?:[\w’'-]*\w)?")
_LETTERS = late.pattern(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True)
class SpeechRules:
    """The ways of saying of one pack. Not slotted: they are read when first asked for."""

    lexicon: Lexicon

    def find(self, document: Document, passage: Passage) -> tuple[Speech, ...]:
        """What is said in a passage and by whom, in order of the sentences."""
        found: list[Speech] = []
        last: Speech | None = None
        for sentence in passage.sentences:
            speech = self._in_sentence(document.text, passage, sentence)
            if speech is None and last is not None:
                speech = self._carry_on(document.text, sentence, last)
            found.extend((speech,) if speech else ())
            last = speech
        return tuple(found)

    def _carry_on(self, text: str, sentence: Span, last: Speech) -> Speech | None:
        """What the speaker of the sentence before goes on to say, where a sentence begins so."""
        piece = text[sentence.start : sentence.end]
        match = self._going_on.match(piece) if self._going_on is not None else None
        if match is None or self._is_unsaid(piece):
            return None
        cue = Span(start=sentence.start, end=sentence.start + len(match[0].rstrip()))
        return replace(last, start=sentence.start, end=sentence.end, cue=cue, carried=True)

    def _in_sentence(self, text: str, passage: Passage, sentence: Span) -> Speech | None:
        """The one saying of a sentence, None where there is none, several, or a doubtful one."""
        piece = text[sentence.start : sentence.end]
        found = tuple(self._matches(piece))
        if not found or self._is_unsaid(piece) or len({one["speaker"] for one in found}) > 1:
            return None
        if found[0]["speaker"].lower() in self._nobody:
            return None
        return self._make_speech(text, passage, sentence, found[0])

    def _is_unsaid(self, piece: str) -> bool:
        """Whether a sentence denies or supposes a saying, outside its quotation marks."""
        if self._unsaid is None:
            return False
        return self._unsaid.search(self.lexicon.outside_quotations(piece)) is not None

    def _matches(self, piece: str) -> Iterator[re.Match[str]]:
        """What the patterns find, no speaker inside another, the first in the file first."""
        taken: list[tuple[int, int]] = []
        for pattern in self.patterns.values():
            for match in pattern.finditer(piece):
                start, end = match.span("speaker")
                if not any(start < other[1] and other[0] < end for other in taken):
                    taken.append((start, end))
                    yield match

    def _make_speech(
        self, text: str, passage: Passage, sentence: Span, match: re.Match[str]
    ) -> Speech:
        groups, at = match.groupdict(), sentence.start
        name = groups.get("name") or ""
        role = (groups.get("role") or "").strip(" ,") if name else ""
        if role and match.start("role") == 0:
            role = self._without_capital(role)
        start, end = self._content(text, passage, sentence)
        first, last = match.span("speaker")
        return Speech(
            start=start,
            end=end,
            cue=Span(start=at + match.start("cue"), end=at + match.end("cue")),
            speaker=name or match["speaker"].strip(" ,"),
            entity=None,
            role=role,
            relayed="",
            kind=self._kind(groups),
            carried=False,
            evidence=(Span(start=at + first, end=at + last),),
        )

    def _without_capital(self, role: str) -> str:
        """A role that opens a sentence as it stands elsewhere; only a small word ("The director")
        is known to have no capital of its own.
        """
        first = _LETTERS.match(role)
        small = first is not None and first[0].lower() in self.lexicon.small_words
        return role[0].lower() + role[1:] if small else role

    def _content(self, text: str, passage: Passage, sentence: Span) -> tuple[int, int]:
        """The words said: the sentence; from the sentence before on where its quotation was opened
        there.
        """
        words = text[sentence.start : sentence.end]
        for opening, closing in self.lexicon.quotes:
            if opening != closing and words.count(closing) > words.count(opening):
                opened = text.rfind(opening, passage.start, sentence.start)
                return (opened if opened >= 0 else sentence.start), sentence.end
        return sentence.start, sentence.end

    def _kind(self, groups: Mapping[str, str | None]) -> Saying:
        """Whether what is said is reported, claimed or judged, by its verb and who speaks."""
        verb, speaker = (groups.get("verb") or "").lower(), groups["speaker"] or ""
        words = {word.lower() for word in _WORD.findall(speaker)}
        if verb in self._verbs["judgement"] or words & self._judges:
            return "judgement"
        if verb in self._verbs["claim"] or not words & self._official:
            return "claim"
        return "reported"

    @cached_property
    def _verbs(self) -> Mapping[str, frozenset[str]]:
        sections = ("reported", "claim", "judgement")
        return {section: self.lexicon.words("speech", section) for section in sections}

    @cached_property
    def _judges(self) -> frozenset[str]:
        return self.lexicon.words("speech", "judges")

    @cached_property
    def _official(self) -> frozenset[str]:
        return self.lexicon.words("speech", "official") | self.lexicon.words("speech", "bodies")

    @cached_property
    def _nobody(self) -> frozenset[str]:
        """Words for a speaker whom only another sentence names: "he", "that"."""
        return self.lexicon.words("speech", "nobody")

    @cached_property
    def _going_on(self) -> re.Pattern[str] | None:
        """How a sentence begins in which whoever spoke last goes on."""
        return self.lexicon.expression("speech", "carries on")

    @cached_property
    def _unsaid(self) -> re.Pattern[str] | None:
        return self.lexicon.expression("speech", "unsaid")

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The ways of saying by name: patterns with groups `speaker` and `cue`; others are parts
        of those. None where the pack has no file of them.
        """
        if not wordlist.is_there(self.lexicon.code, "speech_patterns"):
            return {}
        entries = self.lexicon.entries
        found = wordlist.patterns(
            self.lexicon.code,
            "speech_patterns",
            verbs=_both_cases(
                verb
                for section in ("reported", "claim", "judgement")
                for verb in entries("speech", section)
            ),
            people=_both_cases(
                role
                for section in ("official", "people", "judges")
                for role in entries("speech", section)
            ),
            bodies=_both_cases(entries("speech", "bodies")),
            acronyms=_some(entries("speech", "acronyms")),
            places=_some(entries("speech", "places")),
            particles=_some(entries("speech", "particles")),
            according=_both_cases(entries("speech", "according")),
        )
        whole = {"speaker", "cue"}
        compiled = {name: one.compiled for name, one in found.items()}
        return {name: one for name, one in compiled.items() if whole <= one.groupindex.keys()}


def _both_cases(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they stand and as they open a sentence."""
    return _some(form for word in words for form in (word, word[:1].upper() + word[1:]))


def _some(words: Iterable[str]) -> tuple[str, ...]:
    """Words; where there are none a sign that no text has, for an empty list matches anything."""
    return tuple(words) or ("\uffff",)
