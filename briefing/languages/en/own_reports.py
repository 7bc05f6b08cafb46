"""What an outlet says of its own earlier report: it stands there to be corrected.

"The Tarn Post reported on Monday that three people were hurt. Police say two." Of such a sentence
nothing is told, counted or joined, in the outlet that says so. What this does not see: an outlet
that nobody named, and an earlier report told of without the outlet's name.
"""

import re
from functools import lru_cache

from briefing.language import wordlist
from briefing.model import Reading, Span

_PATTERNS = wordlist.patterns("en", "words/own_report_patterns")
_REPORTED, _EARLIER = _PATTERNS["reported"], _PATTERNS["earlier"]
_REACH = 100  # characters of a sentence in which an earlier report is said to be whose
_KEEP = 64


def tells_own_report(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence tells what its own outlet had reported before."""
    outlet = reading.document.outlet
    if outlet is None or not outlet.value.strip():
        return False
    text, named = reading.document.text, _name_pattern(outlet.value)
    opening = named.match(text, sentence.start, sentence.end)
    if opening is not None and _REPORTED.match(text, opening.end(), sentence.end):
        return True
    earlier = _EARLIER.match(text, sentence.start, sentence.end)
    reach = min(sentence.end, sentence.start + _REACH)
    return earlier is not None and named.search(text, earlier.end(), reach) is not None


@lru_cache(maxsize=_KEEP)
def _name_pattern(outlet: str) -> re.Pattern[str]:
    """An outlet's name as a sentence has it, with or without its article."""
    plain = re.sub(r"(?i)^the\s+", "", " ".join(outlet.split()))
    return re.compile(rf"(?:[Tt]he\s+)?{re.escape(plain)}\b")
