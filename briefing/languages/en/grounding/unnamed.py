"""What makes a sentence tell little alone: that it names nobody, no body and no place ("Some
carried candles to the church."), or opens with what it takes for known ("The rules are …").

Beside others of their section a reader may guess what is meant, so they are signs for ranking: of
16 nameless statements among 119 of four news clusters nine left a reader asking, of the others one
in eight.
"""

from briefing.language import late
from briefing.language.draft import Draft, things_inside
from briefing.languages.en.grounding.bare_phrases import bare_phrases
from briefing.languages.en.grounding.first_places import forms_of
from briefing.languages.en.grounding.vague import UNIQUE
from briefing.languages.en.lexicon import MONTHS, WEEKDAYS
from briefing.languages.en.names import words as wording
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


def opens_as_known(draft: Draft) -> bool:
    """Whether a draft without others before it opens with a bare "the rules are", of nothing that
    is one of its kind.
    """
    if draft.before or not draft.text.startswith("The "):
        return False
    first = draft.sentences[0]
    text = draft.reading.document.text
    head = next((head for at, head in bare_phrases(text, first.start, first.end) if not at), None)
    if head is None:
        return False
    noun = wording.split_words(text, first.start, first.end).lowers[head]
    return UNIQUE.isdisjoint(forms_of(noun)[:2]) and not draft.inserts_at(first.start)
