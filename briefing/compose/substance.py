"""How much a statement has that a reader can hold on to: figures, a day, happenings, a voice. What
has little of it is colour, procedure or the middle of somebody's story, by whatever words.
"""

from briefing.language import late
from briefing.languages.en.clauses.quantities import COUNTING
from briefing.languages.en.sameness import read_gist
from briefing.model import Candidate

# Read off 361 statements of briefs of eleven topics, read one by one with their sources at hand: of
# a good and another one of one brief the good one has more in 80 of 100 pairs, and ranks higher by
# the words it covers in 67. Without figure, day or place at the head and with at most one happening
# 37 of 85 were good, with a figure and a day 65 of 70. A bound of 1.5 left out as many good ones of
# three further topics as others (17 of 38); 1.0 keeps 7 more good ones there and 2 that mislead or
# are of no use.
_HEAD = 1  # places of an article's first two sentences
_SHORT = 9  # words below which a sentence is a piece of another
_EACH, _MOST = 0.5, 2  # what happenings count, and how many do
_SAID = 0.5  # a voice, a denial, a voice's denial, a number in words; short of which a scrap falls
ENOUGH_SUBSTANCE = 1.0
"""What a statement has to have to stand beside others."""

_BRACKETED = late.pattern(r"\[[^\]]*\]")
_DIGIT, _WORD = late.pattern(r"\d"), late.pattern(r"[^\W\d_]+")


def measure_substance(candidate: Candidate) -> float:
    """How much a candidate has to hold on to, from -0.5 for a scrap; what `is_thin` measures by."""
    own = _BRACKETED.sub(" ", candidate.statement.text)
    words = _WORD.findall(own.lower())
    voices = _count_voices(candidate)
    denied = read_gist(own).negative
    return (
        bool(_DIGIT.search(own))
        + (candidate.statement.date is not None)
        + (candidate.position <= _HEAD)
        + _EACH * min(candidate.happenings or 0, _MOST)
        + _SAID * (min(voices, _MOST) + denied + (denied and voices > 0))
        + _SAID * (not COUNTING.isdisjoint(words))
        - _SAID * (len(own.split()) < _SHORT)
    )


def _count_voices(candidate: Candidate) -> int:
    """How many say some of it, the author of an opinion aside; who issued it is one."""
    said = (one.attribution for one in candidate.statement.bases)
    shown = {one.speaker for one in said if one.evidence or one.kind != "judgement"}
    return len(shown - {""}) + candidate.issued


def is_thin(candidate: Candidate) -> bool:
    """Whether a candidate has too little to stand beside others that have more; never one in a
    language whose clauses nobody reads.
    """
    return candidate.happenings is not None and measure_substance(candidate) < ENOUGH_SUBSTANCE
