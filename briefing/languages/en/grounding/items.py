"""Items of a list behind the line that introduces them, and that line itself.

Nothing else makes a whole of "- two schools in Calder;", and nothing else says how an item is
meant. So an item with such a line is refused without it, and behind it may be what is no sentence.
"""

from dataclasses import replace

from briefing.language import late
from briefing.language.draft import Draft, Refused, drop_stretch
from briefing.languages.en import leadins
from briefing.languages.en.grounding import pointing_openings, references
from briefing.languages.en.stamps import STAMPS
from briefing.model import Passage

_LIST_MARK = late.pattern(r"(?:--|[-–—•*·▪◦‣])\s+")
_PARAGRAPH = 8  # words of the first sentence of a numbered paragraph, at least
_LIST_NUMBER = late.pattern(r"\(?(?:\d{1,3}|[a-z])[.)]\s+")
_LIST_END = late.pattern(r"[,;](?: and)?$")


def is_led(draft: Draft) -> bool:
    """Whether a draft is of a list and stands behind the line that introduces it."""
    lead = leadins.find_lead_in(draft.reading, draft.sentences[0])
    return lead is not None and lead in draft.before


def leads_on(draft: Draft) -> bool:
    """Whether a draft is a line that introduces a list, and nothing else."""
    alone = len(draft.sentences) == 1
    return alone and leadins.is_lead_in(draft.reading, draft.sentences[0])


def refuse_unled(draft: Draft) -> Draft | Refused:
    """Refuse an item without the line that introduces it, and one that points back: what a reader
    has before it is that line.
    """
    if leadins.find_lead_in(draft.reading, draft.sentences[0]) is None:
        return draft
    if not is_led(draft):
        return Refused(reason="an item without what introduces it")
    bare = replace(draft, before=())
    asked = (rule(bare) for rule in (references.name_referents, pointing_openings.refuse_pointing))
    return next((one for one in asked if isinstance(one, Refused)), draft)


def drop_list_mark(draft: Draft) -> Draft | Refused:
    """Drop the dash or the dot that a list sets before an item, and the number before a paragraph
    of an official text; refuse a numbered item of a list, which only what leads to it completes.
    """
    passage = draft.passage
    if passage is None or passage.start != draft.start:
        return draft
    numbered = _LIST_NUMBER.match(draft.text) if passage.kind == "list" else None
    if numbered and not (is_led(draft) or _is_numbered_paragraph(draft, passage, numbered.end())):
        return Refused(reason="an item with a number")
    found = numbered or _LIST_MARK.match(draft.text)
    if found is None:
        return draft
    end = draft.start + found.end()
    return draft.plus((drop_stretch(draft.start, end, "list-mark"),))


def _is_numbered_paragraph(draft: Draft, passage: Passage, begins: int) -> bool:
    """Whether a numbered item is a paragraph of whole sentences, and what stands before the first
    number leads to none: it ends as a heading or a sentence does.
    """
    text = draft.reading.document.text
    first = text[passage.sentences[0].start : passage.sentences[0].end][begins:]
    if len(first.split()) < _PARAGRAPH or not first.endswith(".") or not first[0].isupper():
        return False
    place = draft.reading.passages.index(passage)
    ahead = (one for one in reversed(draft.reading.passages[:place]) if one.kind != "list")
    led = next((text[one.start : one.end] for one in ahead), "")
    return not led.rstrip().endswith((":", ",", ";", "–", "—", "-"))


def drop_stamp(draft: Draft) -> Draft:
    """Drop the time of day that a live page sets before a post."""
    end = STAMPS(draft.reading).get(draft.start)
    return draft if end is None else draft.plus((drop_stretch(draft.start, end, "stamp"),))


def drop_list_end(draft: Draft) -> Draft | Refused:
    """Drop the semicolon or comma, with an "and" behind it, that leads to the next item."""
    found = _LIST_END.search(draft.text) if is_led(draft) else None
    if found is None:
        return draft
    return draft.plus((drop_stretch(draft.start + found.start(), draft.end, "list-end"),))
