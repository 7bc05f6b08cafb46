"""Support by the clause: which part of a statement another article tells, in that article's own
words.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from briefing.events.connect import Connections, place_of
from briefing.events.independence import distinct_origins, independent_outlets
from briefing.language import late, lookalike
from briefing.language.replay import (
    apply_edits,
    find_stretch,
    fold_spaces,
    locate_quote,
    place_letters,
)
from briefing.languages import packs
from briefing.languages.en.clauses.lands import lands_named, people_words
from briefing.languages.en.grounding import attribute_sentences
from briefing.languages.en.reversed_texts import denies
from briefing.model import (
    Citation,
    Clause,
    ClauseSupport,
    Document,
    Party,
    Reading,
    Span,
    Statement,
)

_BEHIND = late.pattern(r"(?: [a-z]+){0,3} [$€£]?(\d(?:[\d,.]*\d)?)")  # "about 18,500"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What support is counted on: the articles as read, which are one article, and the clauses
    joined.
    """

    readings: Mapping[str, Reading]
    documents: Mapping[str, Document]
    families: Mapping[str, str]
    connections: Connections


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A clause as a statement tells it: the number of its citation and its place in the text."""

    clause: Clause
    citation: int
    span: Span


def support_clauses(statement: Statement, grounds: Grounds) -> Statement:
    """The statement with the support of its clauses; its whole support stays as it is.

    An article that supports the whole statement supports no clause of it as well, and of one
    article's sentences the first that tells a clause is cited.
    """
    carrying = {grounds.families[c.document] for c in statement.citations}
    citations = list(statement.citations)
    found: list[ClauseSupport] = []
    for told in _told_clauses(statement, grounds.connections):
        others = tuple(_cite_others(told.clause, grounds, carrying))
        if others and not _is_told(told.span, others, found, citations):
            numbers = [told.citation, *(_citation_number(citations, other) for other in others)]
            found.append(_count_support(statement, told.span, numbers, citations, grounds))
            found.extend(
                _count_support(statement, span, [told.citation], citations, grounds)
                for span in _find_alone(statement, told, grounds)
            )
    return replace(statement, citations=tuple(citations), support=tuple(found))


def _is_told(
    span: Span,
    others: Sequence[Citation],
    found: Sequence[ClauseSupport],
    citations: Sequence[Citation],
) -> bool:
    """Whether what is found already tells a span: a figure in a clause that has support, or a part
    of the span that the same articles tell.
    """
    own = {other.document for other in others}
    for one in found:
        if len(one.citations) > 1 and one.start < span.end and span.start < one.end:
            inside = one.start <= span.start and span.end <= one.end
            if inside or own <= {citations[number].document for number in one.citations}:
                return True
    return False


def _told_clauses(statement: Statement, connections: Connections) -> Iterator[_Told]:
    """The clauses that a statement's text still tells, in order."""
    offset = 0
    for part in statement.parts:
        basis = statement.citations[part.citation]
        held = place_letters(basis.quote, part.edits)
        for clause in (
            *connections.clauses.get(basis.document, ()),
            *connections.figures.get(basis.document, ()),
        ):
            if basis.start <= clause.start and clause.end <= basis.end:
                span = _locate_clause(basis, held, clause)
                if span is not None:
                    moved = Span(start=span.start + offset, end=span.end + offset)
                    yield _Told(clause=clause, citation=part.citation, span=moved)
        offset += len(fold_spaces(apply_edits(basis.quote, part.edits))) + 1


def _locate_clause(basis: Citation, held: Mapping[int, int], clause: Clause) -> Span | None:
    """Find a clause in what its part tells, by where the quote's letters are `held`; None where a
    word of it, or of a party of it, was dropped.
    """
    for party in clause.parties:
        if basis.start <= party.start and party.end <= basis.end:
            inside = (party.start - basis.start, party.end - basis.start)
            if find_stretch(basis.quote, held, *inside) is None:
                return None
    return find_stretch(basis.quote, held, clause.start - basis.start, clause.end - basis.start)


def _cite_others(
    clause: Clause, grounds: Grounds, carrying: AbstractSet[str]
) -> Iterator[Citation]:
    """Cite the sentences of other articles that tell what a clause tells, one of each family, but
    none that says the reverse of the clause's own.
    """
    seen = {*carrying, *_known_outlet(clause.document, grounds)}
    for other in grounds.connections.agreeing.get(place_of(clause), ()):
        if not _figures(clause, grounds) <= _figures(other, grounds):
            continue
        own = {grounds.families[other.document], *_known_outlet(other.document, grounds)}
        if not own & seen and (cited := cite_clause(other, grounds.readings)) is not None:
            if denies(_sentence_of(clause, grounds.readings), cited.quote):
                continue
            seen |= own
            yield cited


def _sentence_of(clause: Clause, readings: Mapping[str, Reading]) -> str:
    """The words of the sentence that tells a clause."""
    reading = readings[clause.document]
    passage = next(p for p in reading.passages if p.number == clause.passage)
    sentence = next(s for s in passage.sentences if s.start <= clause.start < s.end)
    return reading.document.text[sentence.start : sentence.end]


def _figures(clause: Clause, grounds: Grounds) -> frozenset[str]:
    """What a clause counts, and the figure shortly behind its words: who tells a crash does not
    tell one with 66 on board, nor that a fire had scorched 385,000 acres who tells of 18,500.
    """
    behind = _BEHIND.match(grounds.readings[clause.document].document.text, clause.end)
    said = (behind[1].replace(",", ""),) if behind else ()
    return frozenset((*(figure.value for figure in clause.quantities), *said))


def _known_outlet(document: str, grounds: Grounds) -> tuple[str, ...]:
    """The outlet of an article where it is known: it doesn't confirm itself in another one."""
    known = grounds.documents[document].outlet
    return (f"outlet {lookalike.spelling_key(known.value)}",) if known is not None else ()


def cite_clause(clause: Clause, readings: Mapping[str, Reading]) -> Citation | None:
    """Cite the sentence that tells a clause; None where what stands behind it takes it back."""
    reading = readings[clause.document]
    passage = next(p for p in reading.passages if p.number == clause.passage)
    sentence = next(s for s in passage.sentences if s.start <= clause.start < s.end)
    if packs.find_answer(reading, sentence) is not None:
        return None
    return Citation(
        document=clause.document,
        passage=passage.number,
        start=sentence.start,
        end=sentence.end,
        quote=reading.document.text[sentence.start : sentence.end],
        role="supports",
        attribution=attribute_sentences(reading, (sentence,)),
    )


def _find_alone(statement: Statement, told: _Told, grounds: Grounds) -> Iterator[Span]:
    """Find the peoples that a statement has take part in a happening and no other article does.

    Another article has them where a sentence of it that tells anything of the same class names
    them, be it of another happening: then nothing is said.
    """
    named = {land for other in _others_alike(told.clause, grounds) for land in lands_named(other)}
    for party in told.clause.parties:
        if len(party.lands) > 1 and not named.isdisjoint(party.lands):
            for land in party.lands:
                if land not in named:
                    yield from _people_words(statement, told, party, land, grounds)


def _others_alike(clause: Clause, grounds: Grounds) -> Iterator[Clause]:
    """The clauses of the same class in articles that are no version of a clause's own."""
    own = grounds.families[clause.document]
    for clauses in grounds.connections.clauses.values():
        for other in clauses:
            if other.predicate == clause.predicate and grounds.families[other.document] != own:
                yield other


def _people_words(
    statement: Statement, told: _Told, party: Party, land: str, grounds: Grounds
) -> Iterator[Span]:
    """Find the words of a people in a party: with its noun where it stands right before it."""
    basis, part = statement.citations[told.citation], statement.parts[told.citation]
    text = grounds.readings[basis.document].document.text
    for start, end in people_words(text, party, land):
        span = locate_quote(basis.quote, part.edits, start - basis.start, end - basis.start)
        if span is not None and not told.citation:
            yield span


def _citation_number(citations: list[Citation], cited: Citation) -> int:
    """The place of a citation among a statement's, where it is put unless it stands there."""
    if cited not in citations:
        citations.append(cited)
    return citations.index(cited)


def _count_support(
    statement: Statement,
    span: Span,
    numbers: Sequence[int],
    citations: Sequence[Citation],
    grounds: Grounds,
) -> ClauseSupport:
    """Count who tells a clause."""
    cited = [citations[number] for number in numbers]
    return ClauseSupport(
        clause=statement.text[span.start : span.end],
        start=span.start,
        end=span.end,
        outlets=independent_outlets(cited, grounds.documents, grounds.families),
        origins=distinct_origins(cited, grounds.documents, grounds.families),
        citations=tuple(numbers),
    )


def _cited_for(statement: Statement, support: ClauseSupport | None) -> list[Citation]:
    """Those of a statement's citations that support a clause."""
    return [statement.citations[number] for number in support.citations] if support else []


def contains_support(made: Statement, stated: Statement, grounds: Grounds) -> bool:
    """Whether all that `stated` says of its clauses' support is in `made`, which may have
    more.

    Of articles whose text is not at hand nothing can be asked, so a copy that lacks them may state
    less than what is made, and never more.
    """
    mine = {(one.clause, one.start, one.end): one for one in made.support}
    for one in stated.support:
        whole = mine.get((one.clause, one.start, one.end))
        cited, known = _cited_for(stated, one), _cited_for(made, whole)
        if not cited or cited != [citation for citation in known if citation in cited]:
            return False
        span = Span(start=one.start, end=one.end)
        if _count_support(stated, span, one.citations, stated.citations, grounds) != one:
            return False
    return True
