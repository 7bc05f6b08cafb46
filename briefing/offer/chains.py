"""Sentences that stand only behind others: told along with those, as few of them as will do."""

from collections.abc import Sequence
from itertools import chain

from briefing.language.draft import Draft, Refused
from briefing.language.following import passage_at
from briefing.languages import packs
from briefing.model import Reading, Span

# Tuned on half of 28 clusters of news with marked spans, tried on the other half.
_MOST_AHEAD = 3  # sentences that are told along
_MOST_WORDS = 100  # in all
_MOST_ITEMS = 60  # words of the items of a list that are told together
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_PAIR = 2  # a line and one item of the list that it introduces


def chain_sentences(reading: Reading, run: Sequence[Span], at: int) -> tuple[Draft, ...] | None:
    """The sentence `run[at]` behind as few of the sentences before it as let it stand, each part a
    draft.

    `run` holds sentences that follow one another. None where not even three sentences help, or
    where all would be longer than 100 words.
    """
    for ahead in range(1, min(at, _MOST_AHEAD) + 1):
        told = tuple(run[at - ahead : at + 1])
        if count_words(told, reading) > _MOST_WORDS:
            return None
        parts = build_parts(reading, told)
        if parts is None or _answers_unheard(reading, parts):
            continue
        if len(parts[-1].sentences) > 1 or not _is_short(reading, run[at]):
            return parts
    return None


def _answers_unheard(reading: Reading, parts: Sequence[Draft]) -> bool:
    """Whether a quotation and nothing else ends what is told, and its speaker, whom only the margin
    would name, doesn't say what stands before it.
    """
    last = parts[-1].text.strip()
    if len(parts) == 1 or not (last.startswith(_OPENING) and last.endswith(_CLOSING)):
        return False
    if any(sign in last[1:-1] for sign in (*_OPENING, *_CLOSING)):
        return False
    return not is_one_voice(reading, (parts[-2].sentences[-1], parts[-1].sentences[0]))


def build_items(reading: Reading, lead: Span, run: Sequence[Span]) -> tuple[tuple[Draft, ...], ...]:
    """The last sentence of `run`, an item of a list, behind `lead`, which introduces that, each
    part a draft; and behind the items straight before it as well, where all are whole sentences.
    """
    items = run[-1 - _MOST_AHEAD :]
    first = next(at for at, one in enumerate(items) if packs.find_lead_in(reading, one) == lead)
    both = (lead, *items[first:])
    whole = all(_is_whole(reading, one) for one in both[1:])
    fits = whole and len(both) > _PAIR and count_words(both[1:], reading) <= _MOST_ITEMS
    made = (
        build_parts(reading, (lead, run[-1])),
        build_parts(reading, both) if fits else None,
    )
    return tuple(parts for parts in made if parts is not None)


def _is_whole(reading: Reading, item: Span) -> bool:
    """Whether an item begins with no small letter and ends with a full stop."""
    words = reading.document.text[item.start : item.end]
    first = next((sign for sign in words if sign.isalpha()), "")
    return words.endswith(".") and not first.islower()


def _is_short(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence is too short to be a quote of its own, even behind another."""
    alone = packs.ground_sentences(reading, (sentence,))
    return isinstance(alone, Refused) and alone.reason == "fragment"


def build_parts(reading: Reading, told: Sequence[Span]) -> tuple[Draft, ...] | None:
    """Sentences that follow one another as the parts of one statement, or None where one can't
    stand.

    Sentences of one passage and one speaker are one quote where they stand so.
    """
    parts: list[Draft] = []
    pending: tuple[Span, ...] = ()
    for sentence in told:
        longer = _lengthen_quote(reading, parts[-1], sentence) if parts and not pending else None
        if longer:
            parts[-1] = longer
            continue
        pending = (*pending, sentence)
        before = tuple(chain.from_iterable(part.sentences for part in parts))
        made = _quote_sentences(reading, pending, before)
        if made:
            parts.append(made)
            pending = ()
    return tuple(parts) if parts and not pending else None


def _lengthen_quote(reading: Reading, draft: Draft, sentence: Span) -> Draft | None:
    """A quote with the sentence behind it as well, None where they aren't one."""
    return _quote_sentences(reading, (*draft.sentences, sentence), draft.before)


def _quote_sentences(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...]
) -> Draft | None:
    """Sentences as one quote, None where they aren't one passage's and one speaker's, or can't
    stand.
    """
    # What costs next to nothing is asked first: half of all that is tried lies in two passages.
    if not _is_of_one_passage(reading, sentences) or not is_one_voice(reading, sentences):
        return None
    made = packs.ground_sentences(reading, sentences, before)
    return made if isinstance(made, Draft) else None


def _is_of_one_passage(reading: Reading, sentences: tuple[Span, ...]) -> bool:
    passage = passage_at(reading, sentences[0].start)
    return passage is not None and sentences[-1].end <= passage.end


def is_one_voice(reading: Reading, sentences: tuple[Span, ...]) -> bool:
    """Whether the same speaker says all of some sentences."""
    if len(sentences) == 1:
        return True
    first = packs.attribute_sentences(reading, sentences[:1])
    return all(packs.attribute_sentences(reading, (other,)) == first for other in sentences[1:])


def count_words(sentences: Sequence[Span], reading: Reading) -> int:
    """The words of consecutive sentences."""
    return len(reading.document.text[sentences[0].start : sentences[-1].end].split())
