"""A brief and the articles that it is held against, with what several checks share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.events.disputes import list_disputes
from briefing.events.support import Grounds
from briefing.model import (
    Brief,
    Candidate,
    Citation,
    Disagreement,
    Document,
    Reading,
    SectionRules,
    Span,
    Statement,
)
from briefing.offer.people import cite_span
from briefing.offer.rebuild import rebuild_candidates
from briefing.verification import excerpts
from briefing.walk import withdrawals
from briefing.walk.notebook import Notebook
from briefing.walk.notes import (
    note_connections,
    note_counts,
    note_differing,
    note_reversals,
)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A brief and the articles it is held against. Not slotted: what several checks share is worked
    out once.

    `readings` are those of all its readable sources whose text is at hand; `rules` has each
    section's kind by its slug; the `notebook` what was worked out of the articles before.
    """

    brief: Brief
    readings: Mapping[str, Reading]
    rules: Mapping[str, SectionRules]
    notebook: Notebook = field(default_factory=Notebook)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in order."""
        return self.brief.statements

    @cached_property
    def names(self) -> dict[str, str]:
        """What the brief calls each told statement, id or key, by its key."""
        return {statement.key: statement.name for statement in self.statements}

    @cached_property
    def told(self) -> dict[str, Candidate]:
        """Each told statement as the candidate it was, by its key."""
        made = {one.key: self._find_candidate(one) for one in self.statements}
        return {key: one for key, one in made.items() if one is not None}

    def _find_candidate(self, statement: Statement) -> Candidate | None:
        made = self.again(statement.bases, pinned=statement.pinned)
        return next((one for one in made if one.statement.key == statement.key), None)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents of the source list by id."""
        return self.brief.documents

    @cached_property
    def grounds(self) -> Grounds:
        """What support by the clause is counted on: the articles that the brief was made with
        in view.
        """
        return Grounds(
            readings=self.readings,
            documents=self.documents,
            families=self.families,
            connections=note_connections(self.notebook, self.looked_at, self.families),
        )

    @cached_property
    def older(self) -> frozenset[str]:
        """The documents of which a later version is among the sources."""
        return frozenset(entry.id for entry in self.brief.sources if entry.superseded)

    @cached_property
    def counts(self) -> tuple[Disagreement, ...]:
        """The rows of counts that the articles make."""
        return note_counts(self.notebook, self.looked_at, self.families, self.older)

    @cached_property
    def disputes(self) -> tuple[Disagreement, ...]:
        """The rows of disputes that the articles make."""
        return list_disputes(self.grounds.connections.disputed, self.readings, self.older)

    @cached_property
    def differing(self) -> tuple[Disagreement, ...]:
        """The rows of what sentences of two outlets tell differently."""
        return note_differing(self.notebook, self.looked_at, self.families, self.older)

    @cached_property
    def reversals(self) -> tuple[Disagreement, ...]:
        """The rows of what later versions turn round."""
        readings = tuple(self.readings.values())
        return note_reversals(self.notebook, readings, self.families, self.older)

    @cached_property
    def looked_at(self) -> tuple[Reading, ...]:
        """The articles that the brief was made with in view, in order of their ids."""
        documents = tuple(one.document for one in self.readings.values())
        gone = self.notebook.ask(withdrawals.withdrawal_reasons, documents)
        names = {entry.id for entry in self.brief.sources if entry.considered} - gone.keys()
        return tuple(one for name, one in sorted(self.readings.items()) if name in names)

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
        place = (reading.document.id, *(f"{one.start}-{one.end}" for one in bases))
        return self.notebook.ask(
            _rebuild_candidates, reading, tuple(bases), pinned, about=" ".join(place)
        )


def _rebuild_candidates(
    reading: Reading,
    bases: tuple[Citation, ...],
    pinned: bool,  # noqa: FBT001 - a notebook asks by place
) -> tuple[Candidate, ...]:
    return rebuild_candidates(reading, bases, pinned=pinned)


def is_plain_citation(case: Case, citation: Citation) -> bool:
    """Whether a citation is one as tables have it: a stretch of a source with the source's
    outlet.
    """
    reading = case.readings.get(citation.document)
    return reading is not None and citation == cite_span(
        reading, Span(start=citation.start, end=citation.end)
    )
