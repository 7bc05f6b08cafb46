"""Sentences that name nobody, no body and no place: "Some carried candles to the church.".

Read alone they tell of anything; beside others of their section a reader may guess. It is a sign
for ranking: of 16 such statements among 119 of four news clusters nine left a reader asking, of
the others one in eight.
"""

from briefing.language import late
from briefing.language.draft import Draft, things_inside
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.names.lists import COUNTRIES, DEMONYMS

# A capital behind a small letter, a figure or a comma: neither a sentence nor a quotation opens.
_CAPITAL = late.pattern(r"(?<=[\w,;’'] )(?!I\b)[A-Z][\w’'-]*")
_FIRST = late.pattern(r"[^\W\d_]+")
_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
_LANDS = DEMONYMS | COUNTRIES


def names_nothing(draft: Draft) -> bool:
    """Whether neither the sentences of a draft nor its brackets hold a name; days are none."""
    reading = draft.reading
    if things_inside(reading.mentions, draft.start, draft.end):
        return False
    if any(change.op == "insert" and change.rule != "date" for change in draft.changes):
        return False
    first = _FIRST.search(draft.text)
    if first is not None and first[0].lower() in _LANDS:
        return False
    return all(one[0].lower() in _CALENDAR for one in _CAPITAL.finditer(draft.text))
