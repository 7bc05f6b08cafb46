"""The whole proof of a brief: its statements by `prove`, and what stands around them made anew and
compared.

Tables, dates, places, differences, the opening and the numbers of the sources are no prose of
anybody's: each is worked out from the articles, so each is worked out again here with the very
functions that made it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefing import versions
from briefing.compose.bottom_line import bottom_line
from briefing.compose.derive import derive_brief, list_views
from briefing.compose.editing.opening import apply_reply
from briefing.compose.opening import Opening
from briefing.compose.order import number_documents
from briefing.compose.presence import measure_presence, survey_articles
from briefing.corroborate.differences import find_differences
from briefing.events import disputes, reversals
from briefing.events.connect import connect_clauses
from briefing.events.counts import differ_in_counts
from briefing.events.independence import distinct_origins, independent_outlets
from briefing.events.support import Grounds, contains_support, support_clauses
from briefing.language import edtf
from briefing.model import (
    OPENING,
    Brief,
    Candidate,
    Citation,
    Disagreement,
    Document,
    Event,
    Family,
    Position,
    Reading,
    SectionRules,
    SourceEntry,
    Span,
    Statement,
)
from briefing.offer.people import cite_span
from briefing.offer.places import named_places
from briefing.offer.rebuild import rebuild_candidates
from briefing.offer.timeline import TimelineMaterial, make_timeline
from briefing.registry.rules import list_absent
from briefing.verification import excerpts
from briefing.verification.prove import ProofFailure, prove_brief
from briefing.walk import decisions, withdrawals

_NO_KIN = (None, None, False)  # family, relation and version of what was set aside


@dataclass(frozen=True, kw_only=True)
class Case:
    """A brief and the articles it is held against. Not slotted: what several checks share is worked
    out once.

    `readings` are those of all its readable sources whose text is at hand; `rules` has each
    section's kind by its slug.
    """

    brief: Brief
    readings: Mapping[str, Reading]
    rules: Mapping[str, SectionRules]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in order."""
        return tuple(
            statement for section in self.brief.sections for statement in section.statements
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """What the brief calls each told statement, id or key, by its key."""
        return {statement.key: statement.id or statement.key for statement in self.statements}

    @cached_property
    def told(self) -> dict[str, Candidate]:
        """Each told statement as the candidate it was, by its key."""
        found = {}
        for statement in self.statements:
            bases = tuple(one for one in statement.citations if one.role == "basis")
            made = next(
                (
                    one
                    for one in self.again(bases, pinned=statement.pinned)
                    if one.statement.key == statement.key
                ),
                None,
            )
            if made is not None:
                found[statement.key] = made
        return found

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents of the source list by id."""
        return {
            entry.id: entry.document for entry in self.brief.sources if entry.document is not None
        }

    @cached_property
    def grounds(self) -> Grounds:
        """What support by the clause is counted on: the articles that the brief was made with
        in view.
        """
        return Grounds(
            readings=self.readings,
            documents=self.documents,
            families=self.families,
            connections=connect_clauses(tuple(self.looked_at), self.families),
        )

    @cached_property
    def older(self) -> frozenset[str]:
        """The documents of which a later version is among the sources."""
        return frozenset(entry.id for entry in self.brief.sources if entry.superseded)

    @cached_property
    def counts(self) -> tuple[Disagreement, ...]:
        """The rows of counts that the articles make."""
        return differ_in_counts(tuple(self.looked_at), self.families, self.older)

    @property
    def looked_at(self) -> Iterator[Reading]:
        """The articles that the brief was made with in view, in order of their ids."""
        gone = withdrawals.withdrawal_reasons(tuple(one.document for one in self.readings.values()))
        names = {entry.id for entry in self.brief.sources if entry.considered} - gone.keys()
        return (one for name, one in sorted(self.readings.items()) if name in names)

    @cached_property
    def families(self) -> dict[str, str]:
        """Give each document's family by its id."""
        return {entry.id: entry.family or "" for entry in self.brief.sources}

    @property
    def whole(self) -> bool:
        """Whether the text of every readable source is at hand; a cut may lack some."""
        return self.readings.keys() >= self.documents.keys() and excerpts.lists_every_source(
            self.brief
        )

    def again(self, bases: Sequence[Citation], *, pinned: bool = False) -> tuple[Candidate, ...]:
        """Make anew the candidates that rest on `bases`; `pinned` ones as the analyst orders."""
        reading = self.readings.get(bases[0].document) if bases else None
        if reading is None or any(basis.document != bases[0].document for basis in bases):
            return ()
        return rebuild_candidates(reading, bases, pinned=pinned)


def find_failures(
    brief: Brief, readings: Sequence[Reading], rules: Mapping[str, SectionRules]
) -> tuple[ProofFailure, ...]:
    """Everything in `brief` that the articles don't bear out; empty means that every statement
    holds.

    `rules` has each section's kind by its slug (see `find_rules`); of an absent one only what is
    asked of every section is asked.

    Not asked: what the desk says of itself and of its sources (title, marking, names, judgements).
    """
    return tuple(yield_failures(brief, readings, rules))


def yield_failures(
    brief: Brief, readings: Sequence[Reading], rules: Mapping[str, SectionRules]
) -> Iterator[ProofFailure]:
    """The same one by one, as they are found. What stands around statements is asked once all
    hold.
    """
    at_hand = {reading.document.id: reading for reading in readings}
    case = Case(brief=brief, readings=at_hand, rules=rules)
    sound = True
    for failure in prove_brief(brief, case.readings, lambda one: derive_brief(one, rules)):
        sound = False
        yield failure
    if sound:
        yield from _check_surroundings(case)


def _check_surroundings(case: Case) -> Iterator[ProofFailure]:
    """Check what stands around the statements, which hold by themselves."""
    for statement in case.statements:
        for what in _check_counts(case, statement):
            yield ProofFailure(where=statement.id or statement.key, what=what)
    yield from _check_sources(case)
    yield from _tables(case)
    yield from _check_opening(case)
    yield from _check_news(case.brief)
    yield from _check_timeline(case)
    for one in case.brief.disagreements:
        if not _is_told(case, one):
            what = f"{one.topic!r}: the articles don't differ so"
            yield ProofFailure(where="disagreements", what=what)
    if not _is_placed(case):
        yield ProofFailure(where="places", what="are not the ones that the statements name")
    for judgement in case.brief.judgements:
        if not all(_is_plain_citation(case, citation) for citation in judgement.citations):
            what = "a citation's attribution is not its source's"
            yield ProofFailure(where="judgements", what=what)


def _is_told(case: Case, disagreement: Disagreement) -> bool:
    """Whether the articles differ as a row says, or an analyst's correction says so."""
    if disagreement.quantity:
        return _counts_differ(case, disagreement)
    if disagreement.topic in disputes.TOPICS:
        return _disputed(case, disagreement)
    if disagreement.topic == reversals.TOPIC:
        return disagreement in reversals.list_reversals(case.readings, case.families, case.older)
    return _differs_as_said(case, disagreement) or _is_correction(case, disagreement)


def _check_counts(case: Case, statement: Statement) -> Iterator[str]:
    """Check the counts of independence and the date of one statement."""
    if statement.outlets != independent_outlets(statement.whole, case.documents, case.families):
        yield "its outlets are not those of its citations"
    if statement.origins != distinct_origins(statement.whole, case.documents, case.families):
        yield "its origins are not those of its citations"
    yield from _check_clauses(case, statement)
    made = case.told.get(statement.key)
    if made is None or made.statement.date != statement.date:
        yield f"its date is not {statement.date}"


def _check_clauses(case: Case, statement: Statement) -> Iterator[str]:
    """Check the support of a statement's clauses; with a text missing, whether each part of it can
    be.
    """
    plain = replace(statement, citations=statement.whole, support=())
    made = support_clauses(plain, case.grounds)
    if case.whole and made != statement:
        yield "the support of its clauses is not what the articles tell"
    elif not contains_support(made, statement, case.grounds):
        yield "a clause of it is not told by whom it says"


def _check_sources(case: Case) -> Iterator[ProofFailure]:
    """Check families and numbers of the source list."""
    sources = case.brief.sources
    yield from _check_families(case)
    for entry in sources:
        if entry.document is None and (entry.family, entry.relation, entry.superseded) != _NO_KIN:
            yield ProofFailure(where=entry.id, what="was set aside, and is nothing's version")
    if not _is_numbered(case):
        yield ProofFailure(where="sources", what="are not numbered by first citation")
    order = [entry.number or len(sources) + 1 for entry in sources]
    ids = {entry.id for entry in sources}
    if order != sorted(order) or len(ids) < len(sources):
        yield ProofFailure(where="sources", what="are not listed in order, each once")


def _check_families(case: Case) -> Iterator[ProofFailure]:
    """Check that families are those that the texts give, where all of these are at hand."""
    if not case.whole or case.brief.unlisted:
        return
    texts = [versions.before_inference(reading.document) for reading in case.readings.values()]
    grouped = versions.group_families(texts)
    families = {one: family for family in grouped for one in family.documents}
    for entry in case.brief.sources:
        if entry.document is not None and not _is_related(entry, families[entry.id]):
            yield ProofFailure(where=entry.id, what="its family is not the one that the texts give")


def _is_numbered(case: Case) -> bool:
    """Whether sources are numbered by first citation, in a cut as the whole has it."""
    if excerpts.cut_slugs(case.brief):
        return excerpts.keeps_numbers(case.brief)
    opening = [s for key in case.brief.bottom_line for s in case.statements if key in {s.id, s.key}]
    number = number_documents(case.brief.sections, opening)
    return all(entry.number == number.get(entry.id, 0) for entry in case.brief.sources)


def _is_placed(case: Case) -> bool:
    """Whether the places are those that the statements name, in a cut whether each is one that
    is cited.
    """
    brief = case.brief
    if excerpts.cut_slugs(brief):
        return all(
            excerpts.is_placed(brief, place)
            and _is_plain_citation(case, place.citations[0])
            and place.citations[0].quote
            for place in brief.places
        )
    return named_places(brief, tuple(case.readings.values()), brief.names) == brief.places


def _is_related(entry: SourceEntry, made: Family) -> bool:
    """Whether a source's family, and its place in it, are those that the texts give."""
    older = made.relation == "version" and made.documents[0] != entry.id
    relation = None if made.relation == "single" else made.relation
    return (entry.family, entry.relation, entry.superseded) == (made.id, relation, older)


def _tables(case: Case) -> Iterator[ProofFailure]:
    """Ask each section's kind what is wrong with what it adds, its table above all."""
    sections = case.brief.sections
    if len(case.rules) < len(sections):
        yield ProofFailure(where="sections", what="two have one slug")
    looked_at = {entry.id for entry in case.brief.sources if entry.considered}
    readings = sorted(
        (reading for reading in case.readings.values() if reading.document.id in looked_at),
        key=lambda reading: reading.document.locator,
    )
    for section in sections if case.whole else ():
        for what in case.rules[section.slug].faults(section, readings, case.brief.names):
            yield ProofFailure(where=section.slug, what=what)


def _check_news(brief: Brief) -> Iterator[ProofFailure]:
    """Check that what is said to be new or changed is what the statements say of themselves.

    What went can't be asked of the articles: the edition before has it. A brief without ids says
    nothing yet.
    """
    said = brief.changes
    told = [one for section in brief.sections for one in section.statements if one.id]
    if not _is_told_of(brief, told):
        yield ProofFailure(where="changes", what="are not what the statements say of themselves")
    first = said.previous == 0
    if not first and _follows_another(brief):
        yield ProofFailure(where="changes", what=f"{said.previous} is not the edition before")
    if first and not _is_all_new(brief, told):
        yield ProofFailure(where="changes", what="there is no edition before to differ from")


def _is_told_of(brief: Brief, told: Sequence[Statement]) -> bool:
    """Whether the changes name what the statements `told` call new or changed; in a reader's copy,
    those that it has.
    """
    said = brief.changes
    new = tuple(one.id for one in told if one.change == "new")
    names = {one.id for one in told}
    own = brief.rendition is None
    heard = {(one.id, one.now) for one in said.changed if own or one.id in names}
    changed = {(one.id, one.text) for one in told if one.change == "changed"}
    return said.new == new and heard == changed


def _follows_another(brief: Brief) -> bool:
    """Whether a brief that is no reader's copy says of itself that it follows another edition than
    the one that its changes are counted from.
    """
    edition = brief.edition if brief.rendition is None else None
    return edition is not None and edition.previous != brief.changes.previous


def _is_all_new(brief: Brief, told: Sequence[Statement]) -> bool:
    """Whether a first edition says of nothing that it changed, went or is supported anew."""
    said = brief.changes
    if any(one.change != "new" for one in told):
        return False
    return brief.rendition is not None or not (said.changed or said.withdrawn or said.support)


def _check_opening(case: Case) -> Iterator[ProofFailure]:
    """Choose the opening anew; a cut's is what is left of the whole's, an absent kind's can't be
    known.
    """
    if excerpts.cut_slugs(case.brief) or list_absent(case.rules):
        if not excerpts.opens_rightly(case.brief):
            yield ProofFailure(
                where="bottom line", what="is not of statements that can stand there, each once"
            )
    elif case.whole and case.told.keys() == case.names.keys():
        opening = Opening(
            sections=case.brief.sections,
            views=list_views(case.rules),
            told=case.told,
            documents=case.documents,
            as_of=case.brief.as_of,
            presence=measure_presence(
                tuple(case.statements),
                survey_articles(
                    tuple(case.looked_at),
                    case.families,
                    case.grounds.connections,
                    case.brief.frame.title,
                ),
            ),
            language=case.brief.frame.language,
        )
        made = tuple(case.names[one.key] for one in _choose_opening(case, opening))
        if made != case.brief.bottom_line:
            yield ProofFailure(where="bottom line", what="is not the one that the sections give")


def _choose_opening(case: Case, opening: Opening) -> tuple[Statement, ...]:
    """The opening as the program chooses it, with an editor's kept reply where there is one."""
    edited = case.brief.editor.find_part(OPENING) if case.brief.editor is not None else None
    if edited is None:
        return bottom_line(opening)
    return apply_reply(opening, edited.reply, edited.withheld).statements


def _check_timeline(case: Case) -> Iterator[ProofFailure]:
    """Make each row of the timeline anew from the statement it cites; rows stand in order of their
    dates, once.
    """
    dates = [event.date for event in case.brief.timeline]
    rows = {(event.date, event.text) for event in case.brief.timeline}
    if len(rows) < len(dates) or dates != sorted(dates, key=edtf.sort_key):
        yield ProofFailure(where="timeline", what="is not in order, each row once")
    opens = next(iter(case.brief.bottom_line), None)
    main = next((key for key, name in case.names.items() if name == opens), "")
    for event in case.brief.timeline:
        what = _row_fault(case, event, main)
        if what:
            yield ProofFailure(where=f"timeline/{event.date}", what=what)


def _row_fault(case: Case, event: Event, main: str) -> str:
    """Say what is wrong with a row of the timeline, or ""; `main` is the key of the statement that
    opens the brief.
    """
    cited = case.again(event.citations)
    keys = frozenset(case.names)
    rows = [
        row
        for one in cited
        for row in make_timeline(
            TimelineMaterial(candidates=(one,), readings=case.readings, keys=keys, main=main)
        )
    ]
    made = {_row_words(row, case.names.get(row.statement or "")) for row in rows}
    if _row_words(event, event.statement) not in made:
        return "no statement sets this at that date"
    if event.citations not in {one.statement.citations for one in cited}:
        return "its attribution is not the one that the article gives"
    return ""


def _row_words(event: Event, statement: str | None) -> tuple[str, str, str, str | None]:
    """What a row says, its statement as the brief names it."""
    return event.date, event.text, event.basis, statement


def _counts_differ(case: Case, row: Disagreement) -> bool:
    """Whether the articles count as a row says; with a text missing, whether those that it cites
    do.
    """
    if case.whole:
        return row in case.counts
    cited = {citation.document for position in row.positions for citation in position.citations}
    readings = [one for name, one in sorted(case.readings.items()) if name in cited]
    return row in differ_in_counts(readings, case.families, case.older)


def _disputed(case: Case, row: Disagreement) -> bool:
    """Whether the articles dispute what a row says; with a text missing, whether those that it
    cites do.
    """
    if case.whole:
        disputed = case.grounds.connections.disputed
    else:
        cited = {citation.document for position in row.positions for citation in position.citations}
        held = tuple(one for name, one in sorted(case.readings.items()) if name in cited)
        disputed = connect_clauses(held, case.families).disputed
    return row in disputes.list_disputes(disputed, case.readings, case.older)


def _differs_as_said(case: Case, disagreement: Disagreement) -> bool:
    """Whether the statements that a disagreement cites differ as it says."""
    sides = [case.again(position.citations) for position in disagreement.positions]
    if len(sides) != 2 or not all(sides):  # noqa: PLR2004 - a difference has two sides
        return False
    return any(
        _is_same_difference(case, made, disagreement)
        for left in sides[0]
        for right in sides[1]
        for made in find_differences(
            (left, right), case.families, case.brief.names, frozenset(case.names)
        )
    )


def _is_same_difference(case: Case, made: Disagreement, stated: Disagreement) -> bool:
    """Whether two disagreements are the same but for how they name statements."""
    pairs = zip(made.positions, stated.positions, strict=True)
    return made.topic == stated.topic and all(
        (one.text, one.citations, case.names.get(one.statement or ""))
        == (two.text, two.citations, two.statement)
        for one, two in pairs
    )


def _is_correction(case: Case, disagreement: Disagreement) -> bool:
    """Whether a correction shows the source's own words beside the analyst's, which are
    theirs.
    """
    if disagreement.topic != decisions.CORRECTION or len(disagreement.positions) != 2:  # noqa: PLR2004
        return False
    theirs, ours = disagreement.positions
    return (
        _cites_itself(theirs)
        and theirs.citations == ours.citations
        and (theirs.statement, ours.statement) == (None, None)
        and all(_is_plain_citation(case, citation) for citation in theirs.citations)
    )


def _cites_itself(position: Position) -> bool:
    """Whether a position's text is its one quote, or nothing."""
    return len(position.citations) == 1 and position.text in {"", position.citations[0].quote}


def _is_plain_citation(case: Case, citation: Citation) -> bool:
    """Whether a citation is one as tables have it: a stretch of a source with the source's
    outlet.
    """
    reading = case.readings.get(citation.document)
    return reading is not None and citation == cite_span(
        reading, Span(start=citation.start, end=citation.end)
    )
