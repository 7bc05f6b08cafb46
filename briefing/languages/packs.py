"""The pack that serves a text, by the language it is in, and what the walk asks of it.

A text of which nothing shows the language is read as English. One in a language that no pack
serves is never treated as another's: it has paragraphs and nothing else, and none of it is told.
"""

from collections.abc import Sequence
from functools import cache

from briefing.language.draft import Draft, Refused
from briefing.language.following import following_sentence
from briefing.language.pack import LanguagePack
from briefing.languages import is_rewritten, level_of, primary_code
from briefing.model import (
    Attribution,
    Clause,
    Count,
    Document,
    Passage,
    Pinned,
    Reading,
    Span,
    ToldSentence,
)

Told = tuple[tuple[Clause, ...], tuple[Count, ...], tuple[ToldSentence, ...]]
"""What articles are compared by: the clauses of one, its counts, and what its sentences assert."""


@cache
def pack_for(language: str | None) -> LanguagePack:
    """The pack of a language (a tag of BCP 47, or None where nothing shows it)."""
    return _load_pack("en" if language is None else primary_code(language))


@cache
def _load_pack(code: str) -> LanguagePack:
    """A pack, whose rules take time to make ready: who asks nothing of a language needs none."""
    if code == "en":
        from briefing.languages.en.pack import English  # noqa: PLC0415 - see above

        return English()
    from briefing.language.plain import pack  # noqa: PLC0415 - see above

    return pack.unserved_pack(code) if level_of(code) is None else pack.load_pack(code)


def read_article(
    document: Document, passages: Sequence[Passage], pinned: Sequence[Pinned]
) -> Reading:
    """Read an article by the pack of its language; see `LanguagePack`."""
    return pack_for(document.language).read_article(document, passages, pinned)


def ground_sentences(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> Draft | Refused:
    """Make sentences stand, by the pack of their article's language; see `LanguagePack`."""
    return pack_for(reading.document.language).ground_sentences(reading, sentences, before)


def licensed_drafts(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> tuple[Draft, ...]:
    """Every draft that an article licenses, by the pack of its language; see `LanguagePack`."""
    return pack_for(reading.document.language).licensed_drafts(reading, sentences, before)


def ordered_drafts(
    reading: Reading, sentences: tuple[Span, ...], before: tuple[Span, ...] = ()
) -> tuple[Draft, ...]:
    """The same for what the analyst pins; see `LanguagePack`."""
    return pack_for(reading.document.language).ordered_drafts(reading, sentences, before)


def attribute_sentences(reading: Reading, sentences: tuple[Span, ...]) -> Attribution:
    """Who says sentences, by the pack of their article's language; see `LanguagePack`."""
    return pack_for(reading.document.language).attribute_sentences(reading, sentences)


def find_answer(reading: Reading, sentence: Span) -> Span | None:
    """The sentence that takes another back; see `LanguagePack`."""
    return pack_for(reading.document.language).find_answer(reading, sentence)


def find_events(reading: Reading) -> Told:
    """What an article tells, counts and asserts, found anew and not remembered; nothing below
    level 2.
    """
    if not is_rewritten(reading.document.language):
        return (), (), ()
    from briefing.languages.en.assertions import read_told  # noqa: PLC0415 - see `_load_pack`
    from briefing.languages.en.clauses import counts, find  # noqa: PLC0415 - see `_load_pack`
    from briefing.languages.en.clauses.sentences import lay_out_sentences  # noqa: PLC0415

    laid = tuple(lay_out_sentences(reading))
    clauses, counted = find.read_clauses(reading, laid), counts.read_counts(reading, laid)
    return clauses, counted, read_told(reading, laid)


def remember_events(reading: Reading, told: Told) -> None:
    """Spare the pack of an article's language what `find_events` gave of an equal reading."""
    if not is_rewritten(reading.document.language):
        return
    from briefing.languages.en.assertions import told as asserted  # noqa: PLC0415 - as above
    from briefing.languages.en.clauses import counts, find  # noqa: PLC0415 - as above

    find.REMEMBERED_CLAUSES.put(reading, told[0])
    counts.REMEMBERED_COUNTS.put(reading, told[1])
    asserted.REMEMBERED_TOLD.put(reading, told[2])


def leaves_answer_out(reading: Reading, told: Sequence[Span]) -> bool:
    """Whether one of the sentences `told` is answered by one that is not among them, or ahead, or
    leads from a claim to its denial without them, or introduces a list and is told before none of
    its items.
    """
    if any(_leads_nowhere(reading, one, told[at + 1 :][:1]) for at, one in enumerate(told)):
        return True
    return any(
        answer is not None and answer not in told
        for find in (find_answer, find_denial_ahead, find_told_ahead)
        for answer in (find(reading, sentence) for sentence in told)
    )


def find_denial_ahead(reading: Reading, sentence: Span) -> Span | None:
    """The sentence ahead that denies beforehand what one claims; never below level 2."""
    if not is_rewritten(reading.document.language):
        return None
    from briefing.languages.en import denials  # noqa: PLC0415 - see `_load_pack`

    return denials.find_denial_ahead(reading, sentence)


def find_told_ahead(reading: Reading, sentence: Span) -> Span | None:
    """The sentence ahead without which one that leads to a late denial isn't told; never below
    level 2.
    """
    if not is_rewritten(reading.document.language):
        return None
    from briefing.languages.en import late_denials  # noqa: PLC0415 - see `_load_pack`

    return late_denials.find_told_ahead(reading, sentence)


def find_lead_in(reading: Reading, sentence: Span) -> Span | None:
    """The sentence that introduces the list in which one stands, None for none and below level
    2.
    """
    if not is_rewritten(reading.document.language):
        return None
    from briefing.languages.en import leadins  # noqa: PLC0415 - see `_load_pack`

    return leadins.find_lead_in(reading, sentence)


def stands_behind(reading: Reading, passage: Passage, before: Span, sentence: Span) -> bool:
    """Whether a sentence may be told behind `before`, one of `passage`: it follows straight on it,
    or is an item of the list that it introduces.
    """
    follows = following_sentence(reading, passage, before) == sentence
    return follows or find_lead_in(reading, sentence) == before


def _leads_nowhere(reading: Reading, sentence: Span, behind: Sequence[Span]) -> bool:
    """Whether a sentence introduces a list, and `behind` it no item of that is told."""
    if not is_rewritten(reading.document.language):
        return False
    from briefing.languages.en import leadins  # noqa: PLC0415 - see `_load_pack`

    leads = leadins.is_lead_in(reading, sentence)
    return leads and not (behind and find_lead_in(reading, behind[0]) == sentence)


def vague_descriptions(draft: Draft) -> tuple[Span, ...]:
    """Descriptions in a draft that only its article explains; none below level 2."""
    if not is_rewritten(draft.reading.document.language):
        return ()
    from briefing.languages.en import grounding  # noqa: PLC0415 - see `_load_pack`

    return grounding.vague_descriptions(draft)


def names_nothing(draft: Draft) -> bool:
    """Whether a draft names nobody, no body and no place; never below level 2."""
    if not is_rewritten(draft.reading.document.language):
        return False
    from briefing.languages.en import grounding  # noqa: PLC0415 - see `_load_pack`

    return grounding.names_nothing(draft)


def opens_as_known(draft: Draft) -> bool:
    """Whether a draft opens with a description of what it takes for known; never below level 2."""
    if not is_rewritten(draft.reading.document.language):
        return False
    from briefing.languages.en import grounding  # noqa: PLC0415 - see `_load_pack`

    return grounding.opens_as_known(draft)


def points_back(reading: Reading, sentences: tuple[Span, ...], ahead: Sequence[Span]) -> bool:
    """Whether sentences of one passage, told as they stand, need the sentences `ahead`, which go
    before them; below level 2 whatever has some may.
    """
    if not is_rewritten(reading.document.language):
        return bool(ahead)
    from briefing.languages.en import grounding  # noqa: PLC0415 - see `_load_pack`

    return grounding.points_back(reading, sentences, ahead)


def denies_unsaid(reading: Reading, sentence: Span, ahead: Sequence[Span]) -> bool:
    """Whether a sentence denies the last of `ahead` and does not say what; never below level 2."""
    if not is_rewritten(reading.document.language):
        return False
    from briefing.languages.en import grounding  # noqa: PLC0415 - see `_load_pack`

    return grounding.denies_unsaid(reading, sentence, ahead)


def is_spelled(word: str, language: str | None, *, begins: bool = False) -> bool | None:
    """Whether a word in small letters is one of a language, or with `begins` the beginning of one;
    None where no list of the language's words is at hand.
    """
    if primary_code(language or "en") != "en":
        return None
    from briefing.languages.en import spelled  # noqa: PLC0415 - see `_load_pack`

    return spelled.begins_word(word) if begins else spelled.is_spelled(word)
