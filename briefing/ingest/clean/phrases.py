"""What furniture says: whole-line phrases of web pages, by kind and reason.

Each pattern is matched against a whole folded line (lower case, single spaces, straight
apostrophes). Repetitions are bounded, so that no line costs more than a constant.
"""

from dataclasses import dataclass

from briefing.language import late, prefilter, wordlist


@dataclass(frozen=True, slots=True, kw_only=True)
class NoisePhrase:
    """A way of saying something: the kind and reason of the mark, and the pattern of the line.

    Each line that the pattern fits holds one of `holds`, where there are any: looking for these
    takes a hundredth of the time, and hardly any line of an article has one.
    """

    kind: str
    reason: str
    pattern: late.Pattern
    holds: tuple[str, ...] = ()

    def fits(self, line: str) -> bool:
        """Whether a folded line says this and nothing else."""
        return self._may_fit(line) and self.pattern.fullmatch(line) is not None

    def _may_fit(self, line: str) -> bool:
        for part in self.holds:  # no generator: it is asked of every line
            if part in line:
                return True
        return not self.holds


_WORDS = wordlist.read("en", "words/phrases")
_PATTERNS = wordlist.patterns("en", "words/phrase_patterns")
_HOLDS = {row[0]: row[1:] for row in _WORDS.rows("holds")}

BUTTONS: frozenset[str] = _WORDS.words("buttons")
"""Lines that are a button or a label and nothing else."""

SHARING: frozenset[str] = _WORDS.words("sharing")
"""Words that bars of share buttons are made of."""

PHRASES: tuple[NoisePhrase, ...] = tuple(
    NoisePhrase(kind=kind, reason=reason, pattern=_PATTERNS[name], holds=_HOLDS.get(name, ()))
    for name, kind, reason in _WORDS.rows("phrases")
)
"""All phrases; the first that fits a line is what it says."""

_READY = prefilter.make_ready(one.pattern for one in PHRASES)


def recognise_phrase(line: str) -> tuple[str, str] | None:
    """The kind and reason of the first phrase that a folded line is, or None: most lines are none,
    and hold no word that a phrase can't do without.
    """
    for number in sorted(_READY.possible(line)):
        phrase = PHRASES[number]
        if phrase.fits(line):
            return phrase.kind, phrase.reason
    return None
