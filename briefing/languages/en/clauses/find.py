"""From sentences to clauses."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from briefing.language import edtf, wordlist
from briefing.language.identity import Remembered
from briefing.languages.en import antecedents, lexicon
from briefing.languages.en.clauses import frames, mood
from briefing.languages.en.clauses.chunks import Chunk, list_tokens
from briefing.languages.en.clauses.lists import section_words
from briefing.languages.en.clauses.parties import make_party, person_key
from briefing.languages.en.clauses.predicates import (
    LONGEST_PHRASE,
    NOUNS,
    PARTICLED,
    VERBS,
    Predicate,
    class_of,
)
from briefing.languages.en.clauses.sentences import Sentence, lay_out_sentences
from briefing.languages.en.clauses.subjects import ASIDE
from briefing.languages.en.clauses.tokens import Token
from briefing.model import Clause, Dated, Document, Modality, Party, Quantity, Reading

_PATTERNS = wordlist.patterns("en", "words/timeline_patterns")
_BOUND, _TIME_OF_DAY = _PATTERNS["bound_here"], _PATTERNS["time_of_day"]
_DATING = section_words("dating")
_NOBODY = section_words("nobody")
_GRANTING = section_words("granting")
_AFTER = section_words("behind")
_LASTING = section_words("lasting")
_COMING = (NOUNS["visit"], VERBS["visited"])
_VISIT = 16  # words between a visit and what it is for
_DAYS = {day.lower(): number for number, day in enumerate(lexicon.WEEKDAYS)}
_KEEP = 1024  # articles whose clauses are remembered


def find_clauses(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of an English article's body in order, none of another's.

    Linear in its text; remembered, for a brief is proved right after it was made.
    """
    return REMEMBERED_CLAUSES(reading)


def find_clauses_anew(reading: Reading) -> tuple[Clause, ...]:
    """The same, whatever is remembered, and not remembered."""
    return read_clauses(reading, lay_out_sentences(reading))


def read_clauses(reading: Reading, laid: Iterable[Sentence]) -> tuple[Clause, ...]:
    """The clauses of an article whose sentences are laid out."""
    return tuple(clause for one in laid for clause in _sentence_clauses(reading, one))


REMEMBERED_CLAUSES = Remembered(find=find_clauses_anew, most=_KEEP)


def _sentence_clauses(reading: Reading, sentence: Sentence) -> Iterator[Clause]:
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind == "group":
            predicate = _verb_class(sentence.chunks, at)
            if predicate is not None:
                yield _verb_clause(reading, sentence, at, predicate)
        elif chunk.kind == "phrase" and chunk.last.tag == "noun" and chunk.last.lower in NOUNS:
            yield _noun_clause(reading, sentence, at, NOUNS[chunk.last.lower])


def _verb_class(chunks: Sequence[Chunk], at: int) -> Predicate | None:
    """The class of a group's main verb, with its particle where it takes one."""
    verb = chunks[at].last
    if verb.tag not in {"verb", "ing"}:
        return None
    if verb.lower in PARTICLED and at + 1 < len(chunks):
        behind = [token.lower for token in list_tokens(chunks[at + 1 : at + 4])]
        for last in range(LONGEST_PHRASE, 0, -1):
            led = VERBS.get(" ".join((verb.lower, *behind[:last])))
            if led is not None:
                return led
    return class_of(verb.lower) if verb.tag == "verb" or _is_progressive(chunks[at]) else None


def _is_progressive(group: Chunk) -> bool:
    """Whether a form in -ing is a verb for sure: one of the list, or behind an auxiliary."""
    return group.last.lower in VERBS or group.tokens[0].tag == "auxiliary"


def _verb_clause(reading: Reading, sentence: Sentence, at: int, predicate: Predicate) -> Clause:
    group = sentence.chunks[at]
    before = sentence.tokens_before(group)
    phrases = frames.verb_phrases(sentence.chunks, at, predicate)
    return _make_clause(
        reading,
        sentence,
        group,
        predicate,
        phrases,
        (mood.group_mood(group, before), not (mood.is_denied(group, ()) or _is_nobody(phrases))),
    )


def _is_nobody(phrases: Sequence[frames.NounPhrase]) -> bool:
    """Whether a party is "nobody", "no one" or "none"."""
    return any(one.chunks[0].tokens[0].lower in _NOBODY for one in phrases)


def _noun_clause(reading: Reading, sentence: Sentence, at: int, predicate: Predicate) -> Clause:
    chunk = sentence.chunks[at]
    before = (*sentence.tokens_before(chunk), *chunk.tokens[:-1])
    phrases = frames.noun_phrases(sentence.chunks, at, predicate)
    return _make_clause(
        reading,
        sentence,
        chunk,
        predicate,
        phrases,
        (_noun_mood(sentence, at, before), not mood.is_denied(None, before)),
    )


def _noun_mood(sentence: Sentence, at: int, before: Sequence[Token]) -> Modality:
    """The mood of a happening that a noun names: only what is taken for granted has happened.

    That is one with an article of its own or an owner, one behind "after" and the like, and one
    that a verb which happened carries.
    """
    governed = mood.governing_modality(before)
    if governed != "happened" or _on_a_visit(before):
        return governed
    chunks = sentence.chunks
    if _is_unreal(chunks[at + 1 : at + 2]):
        return "possible"
    ahead = _chunk_ahead(chunks, at)
    if ahead is None:
        return "happened" if _is_taken_for_granted(chunks, at) else "possible"
    if ahead.kind == "group" and ahead.last.lower in mood.LIGHT:
        return mood.group_mood(ahead, sentence.tokens_before(ahead))
    follows = ahead.last.lower in _AFTER
    return "happened" if follows or _is_taken_for_granted(chunks, at) else "possible"


def _chunk_ahead(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The chunk before another, asides skipped."""
    return next((one for one in reversed(chunks[:at]) if one.kind not in ASIDE), None)


def _is_taken_for_granted(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun or the verb of its own clause says that its happening took place."""
    return _takes_place(chunks, at) or _is_granted(chunks[at])


def _is_unreal(behind: Sequence[Chunk]) -> bool:
    """Whether the group of verbs straight behind a noun tells nothing that happened."""
    return any(one.kind == "group" and mood.group_mood(one, ()) != "happened" for one in behind)


def _is_granted(chunk: Chunk) -> bool:
    """Whether a noun is taken for granted: by its article, or because somebody owns it."""
    return chunk.tokens[0].lower in _GRANTING or any(token.owner for token in chunk.tokens)


def _takes_place(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the verb of a happening's own clause says that it took place."""
    behind = chunks[at + 1 :]
    groups = [place for place, chunk in enumerate(behind) if chunk.kind == "group"]
    if not groups or any(c.kind in {"comma", "subordinator"} for c in behind[: groups[0]]):
        return False
    group = behind[groups[0]]
    plain = mood.group_mood(group, ()) == "happened" and not mood.is_denied(group, ())
    return plain and group.last.lower in _LASTING


def _on_a_visit(before: Sequence[Token]) -> bool:
    """Whether a happening is what somebody has come for: "a visit to the port for talks"."""
    words = [t.lower for t in before[-_VISIT:]]
    coming = any(NOUNS.get(w) in _COMING or VERBS.get(w) in _COMING for w in words)
    return coming and "for" in words[-2:]


def _clause_quantities(
    sentence: Sentence, parties: Sequence[Party], start: int, end: int
) -> tuple[Quantity, ...]:
    """What is counted between two offsets and in a clause's parties, in order."""
    spans = ((start, end), *((one.start, one.end) for one in parties))
    found = {quantity for first, last in spans for quantity in sentence.quantities_in(first, last)}
    return tuple(sorted(found, key=attrgetter("start")))


def _make_clause(
    reading: Reading,
    sentence: Sentence,
    chunk: Chunk,
    predicate: Predicate,
    phrases: Sequence[frames.NounPhrase],
    said: tuple[Modality, bool],
) -> Clause:
    parties = _make_parties(reading, sentence, phrases)
    end = max([chunk.end, *(p.end for p in parties)])
    dates = _clause_dates(reading, sentence, chunk, end)
    return Clause(
        document=reading.document.id,
        passage=sentence.passage,
        start=chunk.start,
        end=max([end, *(d.end for d in dates if d.edtf)]),
        trigger=chunk.last.start,
        predicate=predicate.name,
        kind=predicate.kind,
        nominal=chunk.kind == "phrase",
        parties=parties,
        dates=tuple(sorted({d.edtf for d in dates if d.edtf})),
        weekdays=_named_weekdays(reading, dates),
        quantities=_clause_quantities(sentence, parties, chunk.start, end),
        positive=said[1],
        modality=said[0],
        around=sentence.around,
        published=publication_day(reading.document),
    )


def publication_day(document: Document) -> str:
    """The day or days of a document as EDTF, "" where they are not known."""
    known = document.published
    return known.value if known is not None and edtf.is_valid(known.value) else ""


def last_day(document: Document) -> date | None:
    """The last day on which a document may have appeared, None where nobody knows it."""
    value = publication_day(document)
    return edtf.bounds(value)[1] if value else None


def exact_day(document: Document) -> date | None:
    """The day of a document, None where it is not known to the day."""
    value = publication_day(document)
    return edtf.bounds(value)[1] if value and edtf.is_day(value) else None


def _make_parties(
    reading: Reading, sentence: Sentence, phrases: Sequence[frames.NounPhrase]
) -> tuple[Party, ...]:
    """Make the parties of phrases; a pronoun is whom it certainly means, a place one that is
    named.
    """
    made: list[Party] = []
    for phrase in phrases:
        if phrase.chunks[0].kind == "pronoun":
            made.extend(_meant_person(reading, sentence, phrase))
        elif any(t.tag in {"noun", "name"} for t in phrase.chunks[0].tokens):
            made.append(make_party(phrase.slot, phrase.chunks, sentence.names))
    return tuple(
        one for one in made if one.slot not in {"place", "origin"} or one.names or one.lands
    )


def _meant_person(
    reading: Reading, sentence: Sentence, phrase: frames.NounPhrase
) -> Iterator[Party]:
    """The person that a pronoun certainly means."""
    chunk = phrase.chunks[0]
    entity = antecedents.resolve_span(reading, sentence.span, chunk.start, chunk.end)
    if entity is not None and entity.kind == "person":
        yield Party(
            slot=phrase.slot,
            start=chunk.start,
            end=chunk.end,
            names=(person_key(entity.name),),
            person=True,
        )


def _clause_dates(reading: Reading, sentence: Sentence, chunk: Chunk, end: int) -> list[Dated]:
    """The dates of a clause: what opens the sentence, and what stands behind before anything
    else begins.
    """
    text = reading.document.text
    groups = [c.start for c in sentence.chunks if c.kind == "group"]
    opening = min(groups, default=chunk.start) >= chunk.start
    first = sentence.span.start if opening else chunk.start
    stop = max(end, _next_begin(text, sentence, chunk))
    return [
        d
        for d in sentence.dates
        if first <= d.start < stop and not _BOUND.search(text[sentence.span.start : d.start])
    ]


def _next_begin(text: str, sentence: Sentence, chunk: Chunk) -> int:
    """Where behind a chunk another clause, or what only dates it, begins; "before dawn" is none."""
    begins = (
        c.start
        for c in sentence.chunks
        if c.start > chunk.start and _begins_anew(c) and not _TIME_OF_DAY.match(text, c.last.end)
    )
    return next(begins, sentence.span.end)


def _begins_anew(chunk: Chunk) -> bool:
    """Whether a chunk is a verb's, tells of a happening, or parts what stands round it."""
    if chunk.kind in {"group", "subordinator", "stop"} or chunk.last.lower in _DATING:
        return True
    return chunk.kind == "phrase" and chunk.last.lower in NOUNS


def _named_weekdays(reading: Reading, dates: Sequence[Dated]) -> tuple[int, ...]:
    words = {
        word
        for d in dates
        for word in reading.document.text[d.start : d.end].lower().replace(",", " ").split()
    }
    days = {_DAYS[word] for word in words if word in _DAYS}
    known = {edtf.bounds(d.edtf)[0].weekday() for d in dates if d.edtf and edtf.is_day(d.edtf)}
    return tuple(sorted(days | known))
