"""The rules of grounded rewriting, in the order in which they are tried."""

from collections.abc import Callable
from functools import lru_cache

from briefing.language.draft import Draft, Refused
from briefing.language.identity import Same
from briefing.languages.en.grounding import (
    advocates,
    dates,
    doubts,
    furniture,
    items,
    marks,
    names,
    opening,
    pointing_openings,
    references,
    rivals,
    shape,
    shorter,
    untold,
)
from briefing.model import Reading, Span

Rule = Callable[[Draft], Draft | Refused]

RULES: tuple[Rule, ...] = (
    shape.refuse_fragments,  # a sentence of the body, with a verb and an end
    items.refuse_unled,  # an item of a list stands behind what introduces it
    shape.refuse_formalities,  # "Submit your tips here.", "Thank you, Chairman."
    furniture.refuse_furniture,  # "Watch the video above.", a post set into the text
    shape.round_brackets,  # "[sic]" becomes "(sic)"
    items.drop_list_mark,  # "- Of 12 boats ..." loses its dash
    items.drop_stamp,  # "15:05 The board ..." of a live page loses its hour
    items.drop_list_end,  # "two schools;" loses its semicolon
    opening.drop_dateline,  # "CASTREN, Sorrel (Agency) — " goes
    opening.drop_connective,  # "However, ..." loses its first word
    opening.drop_asides,  # ", in this context," goes
    advocates.refuse_advocate,  # "the prosecutor said that he ...": somebody else is "he"
    rivals.refuse_rivals,  # "the company" behind a sentence that names two
    references.name_referents,  # "He" becomes "[Given Surname]", or nothing comes of it
    references.name_described,  # "the firm" gains "[Name]" where one body alone can be meant
    names.complete_names,  # "Surname" becomes "[Given] Surname"
    dates.refuse_lost_days,  # "today" of an article that has no date
    dates.place_dates,  # "on Monday" gains "[17 November 2025]"
    marks.mark_quotation,  # words from inside a quotation get their marks back
    marks.close_sentence,  # a missing full stop
    untold.refuse_untold,  # "the man", "the paper": nobody knows which
    pointing_openings.refuse_pointing,  # nothing may begin by pointing back
    opening.capitalise_start,  # a capital after a dropped beginning
    doubts.refuse_doubtful,  # a bracket that something else in the article speaks against
)

_MENDING: tuple[Rule, ...] = (opening.drop_dateline, names.complete_names, dates.place_dates)
"""What may be added to sentences that are told as they stand, where nothing speaks against it."""
_QUOTING: tuple[Rule, ...] = (marks.mark_quotation, marks.close_sentence)
"""What is done to them in any case; a rule that refuses does nothing."""

_KEEP = 32  # what was grounded last: neighbours are asked for the same sentence


def ground_sentences(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> Draft | Refused:
    """Make `sentences` (consecutive, of one passage) stand, alone or after `before`, or say why
    they can't.

    Pure and deterministic: the prover repeats it. It never changes a number, a name, a negation or
    a hedge; it adds only what the article itself says elsewhere, in brackets.
    """
    return _ground_same(Same(reading=reading), sentences, before)


@lru_cache(maxsize=_KEEP)
def _ground_same(
    same: Same, sentences: tuple[Span, ...], before: tuple[Span, ...]
) -> Draft | Refused:
    reading = same.reading
    draft = Draft(reading=reading, sentences=sentences, before=before)
    for rule in RULES:
        result = rule(draft)
        if isinstance(result, Refused):
            return result
        draft = result
    return draft


def licensed_drafts(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> tuple[Draft, ...]:
    """Every draft that the article licenses for `sentences`: the whole one first, then
    shorter.

    Empty where they can't stand alone. Shorter drafts differ by optional changes only: what a
    statement doesn't need.
    """
    whole = ground_sentences(reading, sentences, before)
    if isinstance(whole, Refused):
        return ()
    drop = shorter.drop_trailing(whole)
    return (whole, whole.plus(drop)) if drop else (whole,)


def ordered_drafts(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> tuple[Draft, ...]:
    """The drafts of sentences that the analyst orders: those that the article licenses, else one of
    the sentences as they stand.

    Empty only where the source's own square brackets could not be told from the brief's.
    """
    return licensed_drafts(reading, sentences, before) or _quote_drafts(reading, sentences, before)


def _quote_drafts(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
) -> tuple[Draft, ...]:
    """Sentences as they stand, with their quotation marks and a full stop where they lack them, and
    the days and given names that are certain.
    """
    draft = shape.round_brackets(Draft(reading=reading, sentences=sentences, before=before))
    if isinstance(draft, Refused):
        return ()
    mended = _apply_rules(draft, _MENDING)
    doubtful = isinstance(doubts.refuse_doubtful(mended), Refused)
    return (_apply_rules(draft if doubtful else mended, _QUOTING),)


def _apply_rules(draft: Draft, rules: tuple[Rule, ...]) -> Draft:
    """A draft after each of some rules; one that refuses does nothing."""
    for rule in rules:
        made = rule(draft)
        draft = draft if isinstance(made, Refused) else made
    return draft
