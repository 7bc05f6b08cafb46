"""Lines that introduce the items of a list: "What residents need to know:", "The aid pays for:".

An item means what it means under its line: "These reports were false:" turns it round. So it is
told behind that line or not at all. A line ends with a colon and stands before the items, which
follow one another; a mere heading ("Key findings:") introduces nothing. What this does not see:
lines without a colon, and items that a page sets without a mark.
"""

from collections.abc import Mapping

from briefing.language import wordlist
from briefing.language.identity import Remembered
from briefing.model import Passage, Reading, Span

_PATTERNS = wordlist.patterns("en", "words/lead_ins")
_HEADING = _PATTERNS["heading"]
_UNTOLD = (
    _PATTERNS["unsure"],
    _PATTERNS["page"],
    wordlist.patterns("en", "words/furniture_patterns")["says"],  # whose words the items are
)
_KEEP = 4  # articles asked about last
_SHORTEST = 3  # words of a line that can be told; two are a label


def find_lead_in(reading: Reading, sentence: Span) -> Span | None:
    """The sentence that introduces the list in which `sentence` stands, also where it can't be
    told itself; None where it stands in no list, or nothing introduces that.
    """
    return _LEAD_INS(reading).get(sentence)


def is_lead_in(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence introduces a list and may be told before an item of it."""
    if sentence not in _LEADING(reading):
        return False
    words = reading.document.text[sentence.start : sentence.end]
    return len(words.split()) >= _SHORTEST and not any(one.search(words) for one in _UNTOLD)


def _lead_ins(reading: Reading) -> Mapping[Span, Span]:
    """What introduces it, by each sentence of an article's lists.

    An item that ends with a colon introduces those behind it; what is no text of the article
    parts no list.
    """
    found: dict[Span, Span] = {}
    lead: Span | None = None
    for passage in reading.passages:
        if passage.kind == "list" and lead is not None:
            found.update((one, lead) for one in passage.sentences)
        if _ends_in_colon(reading, passage):
            lead = _last_sentence(reading, passage)
        elif passage.kind != "list" and passage.dropped is None:
            lead = None
    return found


def _leading(reading: Reading) -> frozenset[Span]:
    """The sentences that introduce a list, and stand in none themselves."""
    found = _LEAD_INS(reading)
    return frozenset(found.values()) - found.keys()


_LEAD_INS = Remembered(find=_lead_ins, most=_KEEP)
_LEADING = Remembered(find=_leading, most=_KEEP)


def _ends_in_colon(reading: Reading, passage: Passage) -> bool:
    return reading.document.text[passage.start : passage.end].rstrip().endswith(":")


def _last_sentence(reading: Reading, passage: Passage) -> Span | None:
    """What a passage ends with; None for a mere heading."""
    words = reading.document.text[passage.start : passage.end].strip()
    if _HEADING.fullmatch(words):
        return None
    whole = Span(start=passage.start, end=passage.end)
    return passage.sentences[-1] if passage.sentences else whole
